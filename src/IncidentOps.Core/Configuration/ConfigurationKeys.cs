namespace IncidentOps.Core.Configuration;

/// <summary>The keys of incidentops.yaml, by the part they belong to. The shipped JSON Schema has the same.</summary>
internal static class ConfigurationKeys
{
    public static readonly IReadOnlyList<string> Root =
    [
        "organisation", "time-zone", "business-hours", "holidays", "store", "guide", "runbooks",
        "services", "responders", "rotation", "channels", "secrets",
    ];

    public static readonly IReadOnlyList<string> BusinessHours = ["start", "end", "days"];

    public static readonly IReadOnlyList<string> Holiday = ["date", "name"];

    public static readonly IReadOnlyList<string> Service =
        ["name", "description", "severity", "owner", "depends-on", "checks"];

    public static readonly IReadOnlyList<string> Responder = ["name", "role", "contacts"];

    /// <summary>The keys of a check of a kind, written as a map below the kind's name.</summary>
    public static IReadOnlyList<string> Check(CheckKind kind) => [.. kind.Settings.Keys, .. CheckKinds.CommonKeys];
}
