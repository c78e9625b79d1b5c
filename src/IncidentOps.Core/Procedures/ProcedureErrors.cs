using IncidentOps.Core.Errors;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Procedures;

/// <summary>The failures of this area that users see.</summary>
internal static class ProcedureErrors
{
    public static IncidentOpsException SeverityUnknown(string severity, IReadOnlyList<SeverityLevel> known) => new(
        "SeverityUnknown",
        ErrorKind.InvalidArgument,
        known.Count == 0
            ? $"There is no severity '{severity}': the guide defines none. Add a section with severity levels to it."
            : $"There is no severity '{severity}'. The guide defines {string.Join(", ", known)}.",
        severity);

    public static IncidentOpsException SeverityMissing() => new(
        "SeverityMissing",
        ErrorKind.InvalidData,
        "The guide defines no severity, so none can be proposed. Add a section with severity levels to it.");

    public static IncidentOpsException GuideNotFound(string path) => new(
        "ProcedureNotFound",
        ErrorKind.NotFound,
        $"There is no guide at '{path}'. Correct 'guide' in incidentops.yaml, or give the file with -Path.",
        path);

    public static IncidentOpsException GuideUnreadable(string path, Exception inner) => new(
        "ProcedureUnreadable",
        inner is UnauthorizedAccessException ? ErrorKind.PermissionDenied : ErrorKind.ResourceUnavailable,
        $"The guide '{path}' cannot be read: {inner.Message}",
        path,
        inner);

    public static IncidentOpsException GuideTooLarge(string path, long bytes, long limit) => new(
        "ProcedureTooLarge",
        ErrorKind.InvalidData,
        $"'{path}' has {bytes:N0} bytes; a guide may have {limit:N0}. Is it the right file?",
        path);

    public static IncidentOpsException ScenarioNotFound(string name, IReadOnlyList<Scenario> known) => new(
        "ScenarioNotFound",
        ErrorKind.NotFound,
        known.Count == 0
            ? $"There is no scenario '{name}': the guide has none."
            : $"There is no scenario '{name}'. The guide has {string.Join(", ", known.Select(scenario => scenario.Name))}.",
        name);
}
