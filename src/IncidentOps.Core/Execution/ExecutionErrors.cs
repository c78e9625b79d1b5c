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
}
