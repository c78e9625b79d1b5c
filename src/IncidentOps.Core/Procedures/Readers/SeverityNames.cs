using System.Text.RegularExpressions;

namespace IncidentOps.Core.Procedures.Readers;

/// <summary>Reads the one severity, or the several, that a heading, a cell or an item is about.</summary>
internal static partial class SeverityNames
{
    /// <summary>"SEV1/SEV2", "P0 and P1", "P3-P4"; empty where the text does not begin with a severity.</summary>
    public static IReadOnlyList<SeverityName> ParseAll(string text, bool loose)
    {
        if (loose && TwoWords().Match(Model.SectionTitle.StripDecoration(text)) is { Success: true } two
            && SeverityName.TryParse(two.Groups["first"].Value, loose) is { Rest: "" } one && SeverityName.TryParse(two.Groups["second"].Value, loose) is { } next
            && SeverityName.WordRank(one.Name) != SeverityName.WordRank(next.Name))
        {
            return [one with { Rest = next.Rest }, next];
        }

        if (SeverityName.TryParse(text, loose) is not { } first)
        {
            return [];
        }

        if (!first.IsCode)
        {
            return [first];
        }

        Match several = Several().Match(text);
        if (!several.Success || Range().IsMatch(several.Groups["between"].Value) && SeverityName.CodeOf(first.Name) is null)
        {
            return [first];
        }

        if (several.Groups["code"].Captures is [_, var other] && char.IsAsciiLetter(other.Value[0]) && SeverityName.CodeOf(other.Value)?.Family != SeverityName.CodeOf(first.Name)?.Family)
        {
            // "SEV-1 / P0": one level, called by the codes of two scales
            SeverityName same = SeverityName.TryParse($"{several.Groups["code"].Captures[0].Value}{text[(several.Index + several.Length)..]}", loose) ?? first;
            return [same with { Label = same.Label ?? other.Value }];
        }

        string rest = RestMark().Replace(text[(several.Index + several.Length)..], string.Empty, 1);
        List<SeverityName> names = [];
        int stop = rest.IndexOfAny([':', '：', '(']);
        string[] labels = LabelsOf(stop < 0 ? rest : rest[..stop], several.Groups["code"].Captures.Count);
        for (int i = 0; i < several.Groups["code"].Captures.Count; i++)
        {
            string code = several.Groups["code"].Captures[i].Value;
            names.Add(new SeverityName(char.IsAsciiDigit(code[0]) ? Family(first.Name) + code : code, labels.Length > i ? labels[i] : null, labels.Length == 0 ? rest : stop < 0 ? string.Empty : rest[stop..].TrimStart(':', '：', ' ')) { IsCode = true });
        }

        return names;
    }

    // "Low or medium severity"
    [GeneratedRegex(@"^(?<first>\p{L}{3,16})\s+(?:or|and|&|und|oder|et|ou|y|o|e)\s+(?<second>\p{L}{3,16}\b.*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex TwoWords();

    private static string Family(string name) => name.TrimEnd('0', '1', '2', '3', '4', '5');

    private static string[] LabelsOf(string rest, int count)
    {
        string[] parts = [.. LabelMarks().Split(SeverityNoun().Replace(rest, string.Empty, 1)).Select(part => part.Trim()).Where(part => part.Length > 0)];
        return parts.Length == count && parts.All(part => SeverityName.WordRank(part) is not null) ? parts : [];
    }

    [GeneratedRegex(@"^[^\p{L}#\d]{0,6}#?(?<code>(?:P|SEV|S|Sev|Severity)[-_ ]?\d)(?:(?<between>\s*(?:/|&|,|\+|-|–|to|and|or|und|et|y|e|、|・|和)\s*)#?(?<code>(?:P|SEV|S|Sev|Severity)[-_ ]?\d|(?<=[/&,–-]\s?)[0-5](?![\d\w])))+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Several();

    [GeneratedRegex(@"[/&,]|\s+and\s+", RegexOptions.CultureInvariant)]
    private static partial Regex LabelMarks();

    [GeneratedRegex(@"\s+(?:severity|priority|impact|incidents?|issues?)\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SeverityNoun();

    [GeneratedRegex(@"[-–]|to", RegexOptions.CultureInvariant)]
    private static partial Regex Range();

    [GeneratedRegex(@"^\s*(?:incidents?)?\s*(?:[:：|]|[-–—→⇒]+>?|=>|=)?\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RestMark();
}
