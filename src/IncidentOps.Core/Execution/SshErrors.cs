using IncidentOps.Core.Configuration;
using IncidentOps.Core.Errors;
using IncidentOps.Core.Text;

namespace IncidentOps.Core.Execution;

/// <summary>Why a machine cannot be reached over ssh, and what to do next.</summary>
internal static class SshErrors
{
    // What setsid exits with where there is no such program.
    private const int ProgramMissing = 127;

    public static IncidentOpsException Describe(SshHost host, ProcessResult result)
    {
        string said = Printable.Line(Excerpt.Cut(Last(result.ErrorOutput), 300));
        if (result.Outcome != ProcessOutcome.Exited)
        {
            return new IncidentOpsException("SshHostUnreachable", ErrorKind.Timeout, $"{host} does not answer ssh. Look whether it is up: ssh {host}", host.ToString());
        }

        if (result.ExitCode == ProgramMissing)
        {
            return new IncidentOpsException("SshNotFound", ErrorKind.NotFound, "There is no program ssh on this machine. Install OpenSSH's client.", host.ToString());
        }

        if (Says(result, "Host key verification failed") || Says(result, "HOST IDENTIFICATION HAS CHANGED"))
        {
            return new IncidentOpsException(
                "SshHostKeyNotTrusted", ErrorKind.PermissionDenied, $"The host key of {host} is not known, or has changed. Log in by hand once to see it: ssh {host}", host.ToString());
        }

        return Says(result, "Permission denied") || Says(result, "Too many authentication failures")
            ? new IncidentOpsException(
                "SshLoginDenied", ErrorKind.PermissionDenied, $"{host} does not let this user log in without a question: {said}. Add a key to the agent, or name it in the ssh configuration.", host.ToString())
            : new IncidentOpsException(
                "SshHostUnreachable", ErrorKind.ResourceUnavailable, $"{host} cannot be reached over ssh: {(said.Length == 0 ? $"ssh ended with exit code {result.ExitCode}" : said)}. Look whether it is up: ssh {host}", host.ToString());
    }

    private static bool Says(ProcessResult result, string words) => result.ErrorOutput.Contains(words, StringComparison.OrdinalIgnoreCase);

    private static string Last(string output) =>
        output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).LastOrDefault()?.TrimEnd('.') ?? "";
}
