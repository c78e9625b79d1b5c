using System.Globalization;
using IncidentOps.Core.Errors;

namespace IncidentOps.Core.Execution;

/// <summary>What can go wrong before a command runs.</summary>
internal static class ExecutionErrors
{
    public static IncidentOpsException ProgramNotFound(string program, Exception inner) => new(
        "ProgramNotFound",
        ErrorKind.NotFound,
        $"The program '{program}' could not be started: {inner.Message} Install it, or put its folder into PATH.",
        program,
        inner);

    public static IncidentOpsException WorkingDirectoryNotFound(string folder) => new(
        "WorkingDirectoryNotFound",
        ErrorKind.NotFound,
        $"The working directory '{folder}' does not exist. Create it, or start from another folder.",
        folder);

    public static IncidentOpsException ShellNotStarted(int exitCode, string complaint) => new(
        "ShellNotStarted",
        ErrorKind.ResourceUnavailable,
        complaint.Trim() is { Length: > 0 } said
            ? $"bash could not be started: {said}. Install it, or put its folder into PATH."
            : string.Create(CultureInfo.InvariantCulture, $"bash ended with exit code {exitCode} before it could start the command. Check that this user may start more processes (ulimit -u) and that there is memory."),
        "bash");
}
