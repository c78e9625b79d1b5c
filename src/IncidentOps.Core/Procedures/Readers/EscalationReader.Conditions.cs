using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>Levels told in sentences: "If nobody has acknowledged within 5 minutes, page the backup."</content>
internal sealed partial class EscalationReader
{
    /// <summary>One sentence alone is a rule; two make a path.</summary>
    private const int FewestConditions = 2;

    private const int LongestCondition = 240;

    /// <summary>More may be said behind it.</summary>
    private const int LongestOnly = 800;

    private void ReadSection(GuideSection section)
    {
        ReadBlocks(section);
        if (section.Parent is { Kind: SectionKind.Scenario } of && context.Scale.MeantBy(of.Title).Count > 0)
        {
            // The path of one case is that of its level.
            _levels.ForEach(level => level.Remark = context.Scale.MeantBy(level.Remark).Count > 0 ? level.Remark : of.Title);
        }
    }

    /// <summary>Takes the levels of sentences that say whom to call, of which one at least says when.</summary>
    private bool AddConditions(ListBlock list)
    {
        ListItem[] items = [.. list.Items.Where(item => item.Blocks.Count == 0 && CalledIn(item.Text) is not null)];
        if (list.HasBoxes)
        {
            return false;
        }

        // "Page the baker. If that one does not answer in 10 minutes, page the miller." calls two.
        return list.Ordered && CallsTwice(list) ? AddConditions(CallsOf(list), call => call.Sentence, call => call.Item.Line, list, call => call.Item)
            : (items.Length * 2 >= list.Items.Count && AddConditions(items, item => item.Text, item => item.Line, list)) || (list.Ordered && AddNestedConditions(list));
    }

    // "2. The pager rings the watch. 3. The watch looks at it:", and below that whom to call if it still burns then
    private bool AddNestedConditions(ListBlock list)
    {
        (string Text, ListItem Item)[] told = [.. list.Items.SelectMany(item => item.Descendants.Prepend(item)).Select(item => (item.Text, item)).Where(one => CalledIn(one.Text) is not null || RingsFirst().IsMatch(one.Text))];
        if (told.Length < FewestConditions || told.Count(one => TellsTime(one.Text)) < FewestConditions)
        {
            return false;
        }

        foreach ((string text, ListItem item) in told)
        {
            Match first = RingsFirst().Match(text);
            _levels.Add(first.Success ? new Draft(LevelName(first.Groups["who"].Value), string.Empty, TimeSpan.Zero, item.Line) : new Draft(CalledIn(text)!, text, TimeIn([text]), item.Line));
            context.Ledger.Take(item);
        }

        context.Ledger.Take(list);
        return true;
    }

    [GeneratedRegex(@"^(?:the )?(?:pager|pager ?duty|ops ?genie|alert ?manager|alerting|monitoring|system)\s+(?:notifies|pages|calls|alerts|rings)\s+(?:the\s+)?(?<who>[\p{L}][\p{L}\d /&-]{1,50}?)(?=\s*(?:[.,;:(]|$|via|by|with))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex RingsFirst();

    private static (string Sentence, ListItem Item)[] CallsOf(ListBlock list) =>
        [.. list.Items.Where(item => item.Blocks.Count == 0).SelectMany(item => SentenceEnd().Split(item.Text).Where(sentence => CalledIn(sentence) is not null).Select(sentence => (sentence, item)))];

    private static bool CallsTwice(ListBlock list) =>
        CallsOf(list) is var calls && calls.Length * 2 >= list.Items.Count && calls.Length > calls.Select(call => call.Item).Distinct().Count() && Array.Exists(calls, call => TellsTime(call.Sentence));

    private static bool TellsTime(string text) => Condition().IsMatch(text) && TimeIn([text]) is not null;

    private bool AddConditions(TextBlock text)
    {
        (string Text, int Line)[] sentences = [.. text.Lines.SelectMany(line => SentenceEnd().Split(line.Text).Select(sentence => (sentence, line.Line)))];
        return AddConditions(Array.FindAll(sentences, sentence => CalledIn(sentence.Text) is not null), sentence => sentence.Text, sentence => sentence.Line, text);
    }

    private bool AddConditions<T>(T[] told, Func<T, string> textOf, Func<T, int> lineOf, GuideBlock block, Func<T, object>? partOf = null)
        where T : notnull
    {
        if (told.Length < FewestConditions || !Array.Exists(told, one => Condition().IsMatch(textOf(one))))
        {
            return false;
        }

        foreach (T one in told)
        {
            string text = textOf(one);
            _levels.Add(new Draft(CalledIn(text)!, text, Condition().IsMatch(text) ? TimeIn([text]) : null, lineOf(one)));
            context.Ledger.Take(partOf?.Invoke(one) ?? one);
        }

        context.Ledger.Take(block);
        return true;
    }

    /// <summary>"Baker → master (15 min without an answer)", "Master → mayor (…)": who hands over to whom, link by link.</summary>
    private bool AddHandovers(ListBlock list)
    {
        Match[] links = [.. list.Items.Select(item => Handover().Match(item.Text))];
        if (links.Length < FewestConditions || list.HasBoxes || list.Items.Any(HasLevelMark) || !Array.TrueForAll(links, link => link.Success) || links.Count(link => IsPerson(link.Groups["to"].Value)) * 3 < links.Length * 2
            || links.Zip(links.Skip(1)).Count(pair => Continues(pair.First.Groups["to"].Value, pair.Second.Groups["from"].Value)) * 2 < links.Length - 1)
        {
            return false;
        }

        _levels.Add(new Draft(LevelName(links[0].Groups["from"].Value), string.Empty, null, list.Line));
        foreach ((Match link, ListItem item) in links.Zip(list.Items))
        {
            _levels.Add(new Draft(LevelName(link.Groups["to"].Value), link.Groups["when"].Value, TimeIn([link.Groups["when"].Value]), item.Line));
            context.Ledger.TakeAll(item);
        }

        context.Ledger.Take(list);
        return true;
    }

    // "Level 1: Baker → Master": whose it is, and whom that one calls
    private static bool HandsOver(string value) =>
        Arrow().Split(value) is [{ Length: > 0 and <= 40 } from, { Length: > 0 } to] && char.IsUpper(from[0]) && IsPerson(from) && IsPerson(to) && !EscalateTo().IsMatch(to);

    // "the second baker", "Second"
    private static bool Continues(string to, string from) =>
        to.Contains(from.Trim(), StringComparison.OrdinalIgnoreCase) || from.Contains(to.Trim(), StringComparison.OrdinalIgnoreCase) || (to.IndexOf('/', StringComparison.Ordinal) > 0 && to.Split('/').Any(one => from.Contains(one.Trim(), StringComparison.OrdinalIgnoreCase)));

    [GeneratedRegex(@"^(?<from>[^→()]{2,40}?)\s*(?:→|⇒|->|=>)\s*(?<to>[^→()]{2,40}?)\s*(?:\((?<when>[^()]{1,80})\))?\.?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Handover();

    /// <summary>"Everything escalates to the head baker (head@mill.test)": the one level there is, and how it is reached.</summary>
    internal static (string Name, string Reach)? OnlyLevel(string text) =>
        text.Length <= LongestOnly && AllTo().Match(text) is { Success: true } all && LevelName(all.Groups["who"].Value) is { Length: > 0 } who ? (who, all.Groups["reach"].Value) : null;

    private void AddOnlyLevel(TextBlock text)
    {
        if (OnlyLevel(text.Text) is var (name, _))
        {
            _levels.Add(new Draft(name, string.Empty, null, text.Line));
            context.Ledger.Take(text);
        }
    }

    // Whom a sentence says to call; null where it says so of nobody.
    private static string? CalledIn(string text) =>
        text.Length <= LongestCondition && CallWhom().Match(text) is { Success: true } call && LevelName(call.Groups["who"].Value) is { Length: > 0 } who && IsPerson(who) ? who : null;

    // "…, page the backup", "Call the lead", at the beginning of a sentence or of its main clause
    [GeneratedRegex(@"(?:^|[,:;]\s+|\bthen\s+|→\s*)(?:immediately\s+|also\s+|auto(?:matically)?[\s-]+)?(?:page|call|phone|ring|wake(?:\s+up)?|notify|alert|contact|inform|escalate[sd]?\s+(?:it\s+)?to|involve|bring\s+in|loop\s+in|engage|reach\s+out\s+to)\s+(?:the\s+|an?\s+|your\s+|our\s+)?(?<who>[\p{L}][\p{L}\d /&-]{1,50}?(?:\s+and\s+(?:the\s+)?[\p{L}][\p{L}/-]{1,20}(?:\s+[\p{L}/-]{2,20})?\s+(?:lead|manager|team|engineer|officer|head|director))?)(?=\s+(?:at once|immediately|directly|right away|as well|via|by|on(?![- ]call)|through|after|within|if|for|and|with|in|at(?=\s*\+?\d))\b|\s*[.,;:()]|\s*$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex CallWhom();

    [GeneratedRegex(@"^(?:everything|all (?:incidents|issues|alerts|escalations|cases)|every (?:incident|issue|alert))(?: is| are)? escalate[sd]? (?:straight |directly )?to (?:the )?(?<who>[^.,;:()]{2,50}?)(?: \((?<reach>[^()]{3,60})\))?(?=[.,;:]|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex AllTo();

    [GeneratedRegex(@"\b(?:if|when|after|unless|should|once|for\s+(?:P|SEV)[- ]?\d)\b|\bat\s+\+?\d|\+\d{1,3}\s?m", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Condition();

    [GeneratedRegex(@"(?<=[.!])\s+", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();
}
