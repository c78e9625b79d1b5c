using System.Text.Json;
using IncidentOps.Core.Procedures.Linting;
using IncidentOps.Core.Text;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Procedures;

/// <summary>Writes findings as SARIF 2.1.0, the form that Git hosts and editors read.</summary>
internal static class SarifLog
{
    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";

    /// <summary>Writes findings to a file, whole or not at all; one that is there is replaced.</summary>
    public static async Task<string> WriteFileAsync(
        string path,
        IReadOnlyCollection<Finding> findings,
        IReadOnlyList<LintRule> rules,
        string? root,
        CancellationToken cancellationToken)
    {
        using MemoryStream log = new();
        Write(log, findings, rules, root);
        try
        {
            await TextFile.WriteAsync(path, log.ToArray(), replace: true, cancellationToken);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw LintErrors.SarifNotWritten(path, failure);
        }

        return path;
    }

    /// <param name="target">Where to write.</param>
    /// <param name="findings">The findings.</param>
    /// <param name="rules">The rules that may occur; those that do and are not among them are listed by id alone.</param>
    /// <param name="root">The folder that paths are written relative to; null for paths as they are.</param>
    public static void Write(Stream target, IReadOnlyCollection<Finding> findings, IReadOnlyList<LintRule> rules, string? root)
    {
        List<LintRule> listed = [.. rules];
        listed.AddRange(findings.Where(finding => !rules.Any(rule => rule.Id == finding.RuleId)).DistinctBy(finding => finding.RuleId, StringComparer.Ordinal).Select(finding => new LintRule(finding.RuleId, finding.Severity, finding.RuleId)));

        using Utf8JsonWriter json = new(target, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteString("$schema", Schema);
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        WriteTool(json, listed);
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartArray("results");
        foreach (Finding finding in findings)
        {
            WriteResult(json, finding, listed.FindIndex(rule => rule.Id == finding.RuleId), root);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTool(Utf8JsonWriter json, List<LintRule> rules)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "IncidentOps");
        json.WriteString("semanticVersion", typeof(SarifLog).Assembly.GetName().Version!.ToString(3));
        json.WriteStartArray("rules");
        foreach (LintRule rule in rules)
        {
            json.WriteStartObject();
            json.WriteString("id", rule.Id);
            WriteText(json, "shortDescription", rule.Description);
            json.WriteStartObject("defaultConfiguration");
            json.WriteString("level", Level(rule.Severity));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, Finding finding, int ruleIndex, string? root)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.RuleId);
        json.WriteNumber("ruleIndex", ruleIndex);
        json.WriteString("level", Level(finding.Severity));
        WriteText(json, "message", finding.Remedy is null ? finding.Message : $"{finding.Message} {finding.Remedy}");
        if (finding.Path is not null)
        {
            json.WriteStartArray("locations");
            json.WriteStartObject();
            json.WriteStartObject("physicalLocation");
            json.WriteStartObject("artifactLocation");
            json.WriteString("uri", UriOf(finding.Path, root));
            json.WriteEndObject();
            json.WriteStartObject("region");
            json.WriteNumber("startLine", Math.Max(1, finding.Line));
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private static string UriOf(string path, string? root)
    {
        string shown = root is null || !Path.IsPathRooted(path) ? path : Path.GetRelativePath(root, path);
        return Path.IsPathRooted(shown)
            ? new Uri(shown).AbsoluteUri
            : string.Join('/', shown.Split('/', '\\').Select(Uri.EscapeDataString));
    }

    private static string Level(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Error => "error",
        FindingSeverity.Warning => "warning",
        _ => "note",
    };
}
