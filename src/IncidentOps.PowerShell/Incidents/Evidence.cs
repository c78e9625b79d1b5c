using System.Management.Automation;
using IncidentOps.Core.Execution;
using IncidentOps.Core.Incidents.Events;

namespace IncidentOps.PowerShell.Incidents;

/// <summary>Turns pipeline objects into a piece of evidence: JSON, and what a person would have seen. Secrets are taken out of both.</summary>
internal static class Evidence
{
    public static EvidenceAdded Capture(string? name, IReadOnlyList<PSObject> objects, PSCmdlet command)
    {
        bool text = objects.All(item => item.BaseObject is string);
        string kind = text ? "text" : string.Join(", ", objects.Select(TypeName).Distinct(StringComparer.Ordinal));
        string shown = text ? string.Join('\n', objects.Select(item => (string)item.BaseObject)) : EvidenceText.Render(objects, command);
        return new EvidenceAdded(
            name ?? (text ? "Text" : Summary(objects)),
            kind,
            ObjectJson.Write(objects, Redact),
            SecretRedactor.Default.Redact(shown));
    }

    /// <summary>"password: hunter2" gives itself away only together with its name.</summary>
    private static string Redact(string name, string value)
    {
        string redacted = SecretRedactor.Default.Redact(value);
        return name.Length == 0 || value.Length == 0 || SecretRedactor.Default.Redact($"{name}={value}").EndsWith(value, StringComparison.Ordinal)
            ? redacted
            : SecretRedactor.Mask;
    }

    private static string Summary(IReadOnlyList<PSObject> objects)
    {
        string type = TypeName(objects[0]);
        string shortName = type[(type.LastIndexOf('.') + 1)..];
        return objects.Count == 1 ? shortName : $"{objects.Count} × {shortName}";
    }

    private static string TypeName(PSObject item) => item.TypeNames.FirstOrDefault() ?? item.BaseObject.GetType().FullName!;
}
