using IncidentOps.Core.Errors;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Procedures.Linting;

/// <summary>The failures of linting that users see.</summary>
internal static class LintErrors
{
    /// <param name="document">What was linted: "Procedure", "Runbook".</param>
    /// <param name="path">Its file.</param>
    /// <param name="count">How many findings count.</param>
    /// <param name="limit">From which severity on they do.</param>
    public static IncidentOpsException HasFindings(string document, string path, int count, FindingSeverity limit) => new(
        $"{document}HasFindings",
        ErrorKind.InvalidData,
        $"'{path}' has {count} finding{(count == 1 ? "" : "s")} of severity {limit} or above. "
        + "Mend them, or suppress one with a comment in the document.",
        path);

    public static IncidentOpsException SarifNotWritten(string path, Exception inner) => new(
        "SarifNotWritten",
        inner is UnauthorizedAccessException ? ErrorKind.PermissionDenied : ErrorKind.ResourceUnavailable,
        $"The findings cannot be written to '{path}': {inner.Message} Check the folder, or give another path.",
        path,
        inner);
}
