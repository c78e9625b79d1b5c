using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>Who is called after whom, in one line of each severity: "Watch → lead → head", "pages the watch, then the lead".</content>
internal sealed partial class EscalationReader
{
    private const int FewestLinks = 2;

    private sealed record SeverityPath(string Level, IReadOnlyList<string> Links, int Line, (GuideSection Section, ListItem Item)? From);

    // One of them names three or more.
    private void AddLinesOfSeverities()
    {
        SeverityPath[] paths = _levels.Count > 0 ? [] : [.. LinesOfSeverities().GroupBy(path => path.Level, StringComparer.OrdinalIgnoreCase).Select(same => same.OrderByDescending(path => path.Links.Count).ThenByDescending(path => path.From is not null).First())];
        if (paths.Length < 2 || paths.MaxBy(path => path.Links.Count) is not { Links.Count: > FewestLinks })
        {
            return;
        }

        AddLongest([.. paths.Select(path => new CallPath(path.Level, [.. path.Links.Select(link => new CallLink(NameOf(link), NameOf(link), TimeIn([link]), path.Line))]))]);
        foreach ((GuideSection section, ListItem item) in paths.Select(path => path.From).OfType<(GuideSection, ListItem)>())
        {
            context.Ledger.TakeAll(item);
            context.Ledger.Take(section);
            context.Ledger.Take(section.Parent!);
        }
    }

    private IEnumerable<SeverityPath> LinesOfSeverities()
    {
        foreach (SeverityLevel level in context.Scale.Levels)
        {
            if (LinksIn(level.Escalation) is { Length: > 0 } links)
            {
                yield return new SeverityPath(level.Name, links, level.Line, null);
            }
        }

        foreach (GuideSection section in context.Document.Sections.Where(section => section.Kind is SectionKind.Escalation))
        {
            string above = SeverityName.TryParse(section.Title, loose: true)?.Name ?? LevelOf(section);
            foreach (ListBlock list in section.Blocks.OfType<ListBlock>())
            {
                (int Line, string Who)? rung = list.Items.Take(MostLines).Select(item => (item.Line, Call: Rung().Match(item.Text))).Where(call => call.Call.Success && IsPerson(call.Call.Groups["who"].Value)).Select(call => ((int, string)?)(call.Line, call.Call.Groups["who"].Value)).FirstOrDefault();
                foreach (ListItem item in list.Items.Take(MostLines).Where(item => item.Label is not null))
                {
                    string level = OfSeverity(item) ?? (AnnouncesPath(item.Label!) ? above : string.Empty);
                    if (level.Length > 0 && LinksIn(item.Value) is { Length: > 0 } links)
                    {
                        string? first = rung is var (line, who) && line < item.Line ? who : null;
                        yield return new SeverityPath(level, first is null || links.Any(link => string.Equals(NameOf(link), NameOf(first), StringComparison.OrdinalIgnoreCase)) ? links : [first, .. links], item.Line, (section, item));
                    }
                }
            }
        }
    }

    private string? OfSeverity(ListItem item) =>
        item.Label is not { } label || IsLevelMark(label) ? null : context.Scale.Find(label)?.Name ?? (SeverityName.TryParse(label, loose: false) is { Rest: "" } level ? level.Name : null);

    // "P1: watch, then lead, then head", "P2: watch, then lead"
    private bool HoldsLinesOfSeverities(ListBlock list) =>
        list.Items.Take(MostLines).Where(item => OfSeverity(item) is not null && LinksIn(item.Value).Length >= FewestLinks).Take(2).Count() == 2;

    // "Watch, then lead, then head."
    private bool AddSuccession(TextBlock text)
    {
        string[] links = text.Lines is [{ Label: null }] ? LinksIn(text.Text) : [];
        if (links.Length <= FewestLinks)
        {
            return false;
        }

        _levels.AddRange(links.Select(link => new Draft(NameOf(link), string.Empty, TimeIn([link]), text.Line)));
        context.Ledger.Take(text);
        return true;
    }

    // "**Tier 1 – Watch**: the first look", "T+15: the lead is called", line by line, in one paragraph or several
    private bool AddMarkedLines(GuideSection section, TextBlock first)
    {
        if (first.Lines is not [{ Label.Length: <= 60 } head, ..] || !IsMarked(head))
        {
            return false;
        }

        TextBlock[] texts = [.. section.Blocks.SkipWhile(block => block != first).TakeWhile(block => block is TextBlock).Take(MostLines).Cast<TextBlock>()];
        TextLine[] lines = [.. texts.SelectMany(text => text.Lines)];
        if (lines.Length < 2 || !Array.TrueForAll(lines, IsMarked) || lines.Count(line => IsPerson(line.Text)) * 3 < lines.Length * 2)
        {
            return false;
        }

        AddList(new ListBlock(first.Line, true, [.. lines.Select(line => new ListItem(line.Line, 0, null, [line], []))]), section.Title, marked: false);
        foreach (TextBlock text in _levels.Count > 0 ? texts : [])
        {
            context.Ledger.Take(text);
        }

        return _levels.Count > 0;
    }

    private static bool IsMarked(TextLine line) =>
        line is { Label: { } label, Value.Length: > 0 } && (HasLevelMark(line.Text, label) || SinceStart().IsMatch(label));

    // Empty where one of them is nobody to call.
    private static string[] LinksIn(string? text)
    {
        string[] links = text is { Length: > 0 and <= LongestCondition } ? Arrow().Split(text) : [];
        links = links.Length == 1 ? Then().Split(text!) : links;
        return Array.TrueForAll(links, NamesCalled) ? links : [];
    }

    /// <summary>True for "Watch → lead → head", in a line of a fence.</summary>
    internal static bool HoldsChain(CodeBlock code) =>
        !ShellText.IsShell(code) && code.TextLines.Any(line => line.Length <= LongestCondition && Arrow().Split(line.Trim()) is { Length: > FewestLinks } links && Array.TrueForAll(links, NamesCalled));

    private static bool NamesCalled(string link) => NameOf(link) is { Length: > 0 and <= 40 } name && IsPerson(name);

    // "then after 30 minutes the head", "pages the watch"
    private static string NameOf(string link) => LevelName(Article().Replace(LeadingCall().Replace(LeadingWait().Replace(link.Trim().TrimEnd('.'), string.Empty, 1), string.Empty, 1), string.Empty, 1));

    [GeneratedRegex(@"\s*[,;]?\s+(?:and\s+)?(?:then|finally|lastly|after that|followed by)\s+|\s*[,;]\s+and\s+(?=after\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Then();

    [GeneratedRegex(@"^(?:after|in)\s+(?:another\s+)?\d[^,]{0,24}?(?:minutes?|mins?|hours?|hrs?|m|h)\b,?\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LeadingWait();

    [GeneratedRegex(@"^(?:immediately\s+)?(?:pages?|calls?|alerts?|notif(?:y|ies)|rings?|wakes?|contacts?|informs?|escalates?\s+to|to)\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LeadingCall();

    [GeneratedRegex(@"^(?:the|an?|your|our)\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Article();

    // "The pager immediately rings the watch."
    [GeneratedRegex(@"\b(?:pages|calls|alerts|rings|notifies|wakes)\s+(?:the\s+)?(?<who>[\p{L}][\p{L}\d /-]{1,40}?)(?=\s*(?:[.,;:(]|$|\bvia\b|\bby\b|\bwith\b))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Rung();
}
