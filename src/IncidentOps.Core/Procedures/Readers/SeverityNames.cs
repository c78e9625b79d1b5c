using System.Text.RegularExpressions;

namespace IncidentOps.Core.Procedures.Readers;

/// <summary>Reads the one severity, or the several, that a heading, a cell or an item is about.</summary>
internal static partial class SeverityNames
{
    /// <summary>"SEV1/SEV2", "P0 and P1", "P3-P4"; empty where the text does not begin with a severity.</summary>
    public static IReadOnlyList<SeverityName> ParseAll(string text, bool loose)
    {
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
