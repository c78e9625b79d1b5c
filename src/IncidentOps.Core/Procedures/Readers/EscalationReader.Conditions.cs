using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>Levels told in sentences: "If nobody has acknowledged within 5 minutes, page the backup."</content>
internal sealed partial class EscalationReader
{
    /// <summary>One sentence alone is a rule; two make a path.</summary>
    private const int FewestConditions = 2;

    private const int LongestCondition = 240;

    // Who is called, by the words that say so
    private sealed record Call(string Who, string Text, int Line, ListItem? Part);

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
        ListItem[] items = [.. list.Items.Where(item => item.Blocks.Count == 0 && CallsIn(item.Text, item.Line, item).Any())];
        if (list.HasBoxes)
        {
            return false;
        }

        // "Page the baker. If that one does not answer in 10 minutes, page the miller." calls two.
        return list.Ordered && CallsTwice(list) ? AddCalls([.. CallsOf(list).SelectMany(call => CallsIn(call.Sentence, call.Item.Line, call.Item))], list)
            : (items.Length * 2 >= list.Items.Count && AddCalls([.. items.SelectMany(item => CallsIn(item.Text, item.Line, item))], list)) || (list.Ordered && AddNestedConditions(list));
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

    [GeneratedRegex(@"^(?:the |an? |every |each |all )?(?:pager|pager ?duty|ops ?genie|alert ?manager|alerting|alerts?|alarms?|pages|monitoring|system)\s+(?:first\s+|immediately\s+)?(?:notif(?:ies|y)|pages?|calls?|alerts|rings?|goes? to|go(?:es)? first to)\s+(?:the\s+)?(?<who>[\p{L}][\p{L}\d /&-]{1,50}?)(?=\s*(?:[.,;:(]|$|via|by|with|first))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex RingsFirst();

    private static (string Sentence, ListItem Item)[] CallsOf(ListBlock list) =>
        [.. list.Items.Where(item => item.Blocks.Count == 0).SelectMany(item => SentenceEnd().Split(item.Text).Where(sentence => CalledIn(sentence) is not null).Select(sentence => (sentence, item)))];

    private static bool CallsTwice(ListBlock list) =>
        CallsOf(list) is var calls && calls.Length * 2 >= list.Items.Count && calls.Length > calls.Select(call => call.Item).Distinct().Count() && Array.Exists(calls, call => TellsTime(call.Sentence));

    private static bool TellsTime(string text) => Condition().IsMatch(text) && TimeIn([text]) is not null;

    private bool AddConditions(TextBlock text) =>
        AddCalls([.. text.Lines.SelectMany(line => SentenceEnd().Split(line.Text).SelectMany(sentence => CallsIn(sentence, line.Line, part: null)))], text);

    private bool AddCalls(Call[] calls, GuideBlock block)
    {
        if (calls.Length < FewestConditions || !Array.Exists(calls, call => Condition().IsMatch(call.Text)))
        {
            return false;
        }

        TimeSpan? since = null;
        foreach (Call call in calls)
        {
            TimeSpan? time = Condition().IsMatch(call.Text) ? TimeIn([call.Text]) : null;
            // "After another 10 minutes": on top of those before
            since = time is { } more && since is { } waited && Further().IsMatch(call.Text) ? more + waited : time ?? since;
            _levels.Add(new Draft(call.Who, call.Text, time is null ? null : since, call.Line));
            if (call.Part is not null)
            {
                context.Ledger.Take(call.Part);
            }
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

    // "Call the watch, then the lead, and after an hour the head" calls three.
    private static IEnumerable<Call> CallsIn(string sentence, int line, ListItem? part)
    {
        if (RingsFirst().Match(sentence) is { Success: true } rung && IsPerson(rung.Groups["who"].Value))
        {
            return [new Call(LevelName(rung.Groups["who"].Value), string.Empty, line, part)];
        }

        string[] links = sentence.Length <= LongestCondition ? Then().Split(sentence) : [sentence];
        if (links.Length > 1 && CalledIn(links[0]) is { } first && Array.TrueForAll(links[1..], NamesCalled))
        {
            return links.Select((link, i) => new Call(i == 0 ? first : NameOf(link), link, line, part));
        }

        return CalledIn(sentence) is { } who ? [new Call(who, sentence, line, part)] : [];
    }

    // Whom a sentence says to call; null where it says so of nobody.
    private static string? CalledIn(string text) =>
        text.Length <= LongestCondition && (CallWhom().Match(text) is { Success: true } call ? call : IsCalled().Match(text)) is { Success: true } told && LevelName(told.Groups["who"].Value) is { Length: > 0 } who && IsPerson(who) ? who : null;

    // "…, the backup is paged"
    [GeneratedRegex(@"(?:^|[,:;]\s+|\bthen\s+|(?:minutes?|mins?|hours?)\s+)(?:the|an?|our|your)\s+(?<who>[\p{L}][\p{L}\d /&-]{1,50}?)\s+(?:is|are|gets|will be)\s+(?:also\s+|automatically\s+)?(?:paged|called|phoned|rung|notified|alerted|contacted|informed|woken)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex IsCalled();

    // "…, page the backup", "Call the lead", at the beginning of a sentence or of its main clause
    [GeneratedRegex(@"(?:^|[,:;]\s+|\bthen\s+|→\s*)(?:immediately\s+|also\s+|auto(?:matically)?[\s-]+)?(?:page|call|phone|ring|wake(?:\s+up)?|notify|alert|contact|inform|escalate[sd]?\s+(?:it\s+)?to|involve|bring\s+in|loop\s+in|engage|reach\s+out\s+to)\s+(?:the\s+|an?\s+|your\s+|our\s+)?(?<who>[\p{L}][\p{L}\d /&-]{1,50}?(?:\s+and\s+(?:the\s+)?[\p{L}][\p{L}/-]{1,20}(?:\s+[\p{L}/-]{2,20})?\s+(?:lead|manager|team|engineer|officer|head|director))?)(?=\s+(?:at once|immediately|directly|right away|as well|via|by|on(?![- ]call)|through|after|within|if|for|and|with|in|at(?=\s*\+?\d))\b|\s*[.,;:()]|\s*$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex CallWhom();

    [GeneratedRegex(@"^(?:everything|all (?:incidents|issues|alerts|escalations|cases)|every (?:incident|issue|alert))(?: is| are)? escalate[sd]? (?:straight |directly )?to (?:the )?(?<who>[^.,;:()]{2,50}?)(?: \((?<reach>[^()]{3,60})\))?(?=[.,;:]|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex AllTo();

    [GeneratedRegex(@"\b(?:if|when|after|unless|should|once|for\s+(?:P|SEV)[- ]?\d)\b|\bat\s+\+?\d|\+\d{1,3}\s?m", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Condition();

    [GeneratedRegex(@"\b(?:another|(?:a )?further|an additional|\d+ more)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Further();

    [GeneratedRegex(@"(?<=[.!])\s+", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();
}
