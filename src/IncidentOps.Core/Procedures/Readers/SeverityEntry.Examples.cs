using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Words;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>Examples that stand in several lists.</content>
internal sealed partial class SeverityEntry
{
    // "Examples for guests:", "Examples for staff:", each with its list
    private IEnumerable<SeverityValue> WithExamplesTogether()
    {
        SeverityValue[] lists = [.. Values.Where(value => value is { Field: GuideField.Example, Items.Count: > 0, Suggested: false, Text.Length: 0 } && ExamplesOf().IsMatch(value.Label))];
        return lists.Length < 2 ? Values : Values.Where(value => value == lists[0] || !lists.Contains(value)).Select(value => value != lists[0] ? value : value with
        {
            Items = [.. lists.SelectMany(list => list.Items)],
            ItemLines = [.. lists.SelectMany(list => LinesOf(list, list.Items))],
        });
    }

    // "All is lost (examples: no flour, no water, etc.)"
    private static string[] ExamplesIn(string definition) =>
        InDefinition().Match(definition) is { Success: true } told ? [.. ExampleText.Split(told.Groups["examples"].Value).Where(text => !AndSoOn().IsMatch(text))] : [];

    [GeneratedRegex(@"[(（](?:for )?(?:examples?\s*[:：]|e\.g\.[:,]?)\s*(?<examples>[^()（）]{3,300})[)）]\s*\.?$|[.;!]\s+(?:typical )?examples?(?: include)?\s*[:：]\s*(?<examples>\S.{2,400}?)\.?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex InDefinition();

    [GeneratedRegex(@"^(?:etc\.?|and so on|…|\.\.\.)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AndSoOn();

    [GeneratedRegex(@"\S\s+examples$|^examples\s+\S", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ExamplesOf();
}
