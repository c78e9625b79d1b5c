using IncidentOps.Core.Configuration;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Procedures.Initialization;

/// <summary>What an incidentops.yaml does not say yet and an organisation has to.</summary>
internal static class ConfigurationGaps
{
    private static readonly (string Key, FindingSeverity Severity, string Message, string Remedy)[] All =
    [
        ("guide", FindingSeverity.Warning, "No guide is named: the built-in one is used.", "Name yours."),
        ("runbooks", FindingSeverity.Information, "No runbooks are named: only the built-in ones are found.", "Name their folder."),
        ("organisation", FindingSeverity.Information, "The organisation has no name.", "Say who you are."),
        ("time-zone", FindingSeverity.Information, "No time zone is given: each machine counts in its own.", "Name the zone that business hours are meant in."),
        ("services", FindingSeverity.Warning, "No service is configured: Get-ServiceHealth has nothing to look at.", "Add your services and their checks."),
        ("responders", FindingSeverity.Warning, "No responder is named: nobody can be reached.", "Add who responds, and how they are reached."),
    ];

    /// <summary>What is left out, each at the line of its example where there is one.</summary>
    public static IReadOnlyList<Finding> Find(string path, string text)
    {
        ConfigurationNode root = YamlReader.Read(text, path);
        HashSet<string> given = root.IsNull ? [] : [.. root.Entries().Where(entry => !entry.Value.IsNull).Select(entry => entry.Key)];
        string[] lines = text.ReplaceLineEndings("\n").Split('\n');
        return [.. All.Where(gap => !given.Contains(gap.Key)).Select(gap => new Finding
        {
            RuleId = $"configuration/no-{gap.Key}",
            Severity = gap.Severity,
            Path = path,
            Line = Math.Max(1, Array.FindIndex(lines, line => line.StartsWith($"#{gap.Key}:", StringComparison.Ordinal)) + 1),
            Message = gap.Message,
            Remedy = $"{gap.Remedy} The key is '{gap.Key}'.",
        })];
    }
}
