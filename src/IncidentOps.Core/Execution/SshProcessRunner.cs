using System.Text;
using System.Text.RegularExpressions;

namespace IncidentOps.Core.Execution;

/// <summary>
/// Runs commands on another machine, one with a POSIX shell. The environment is added to what a login gives. Nothing of
/// the command stands on this machine's command line: it goes through the connection. What still runs there when the
/// connection ends, as it does when the command is cancelled, is ended there.
/// </summary>
internal sealed partial class SshProcessRunner(SshConnection connection, IProcessRunner local) : IProcessRunner
{
    private const int SshFailed = 255;

    // Waits for the end of standard input, which is that of the connection, and ends the session's process group: ssh's
    // server makes one for each. One line and in simple words, since it is read by whatever shell the user has there.
    private const string Watchdog =
        "exec 9<&0 </dev/null; ( ( trap \"\" TERM; IFS= read -r _ <&9 || { kill -TERM -\"$$\"; sleep 1; kill -KILL -\"$$\"; } ) >/dev/null 2>&1 & ); exec 9<&-; ";

    public async Task<ProcessResult> RunAsync(ProcessRequest request, CancellationToken cancellationToken)
    {
        using SshSession session = await connection.EnterAsync(request.Lifeline, cancellationToken);
        string script = Script(request);

        // A command that watches standard input itself is given it.
        string bootstrap = FormattableString.Invariant(
            $"s=$(dd bs=1 count={Encoding.UTF8.GetByteCount(script)} 2>/dev/null); {(request.Lifeline ? "" : Watchdog)}eval \"$s\"");
        ProcessResult result = await local.RunAsync(
            request with
            {
                FileName = "ssh",
                Arguments = [.. session.Options, $"exec /bin/sh -c '{bootstrap}'"],
                WorkingDirectory = null,
                Environment = null,
                Input = script,
                Lifeline = true,
            },
            cancellationToken);
        return result.ExitCode == SshFailed && OwnComplaint().IsMatch(result.ErrorOutput)
            ? throw SshErrors.Describe(connection.Host, result)
            : result;
    }

    private static string Script(ProcessRequest request)
    {
        var script = new StringBuilder();
        if (request.WorkingDirectory is { } folder)
        {
            script.Append("cd -- ").Append(PosixWord.Quote(folder)).Append(" || exit 126\n");
        }

        foreach ((string name, string value) in request.Environment ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            if (VariableName().IsMatch(name))
            {
                script.Append("export ").Append(name).Append('=').Append(PosixWord.Quote(value)).Append('\n');
            }
        }

        return script.Append("exec ").AppendJoin(' ', request.Arguments.Prepend(request.FileName).Select(PosixWord.Quote)).Append('\n').ToString();
    }

    // A program may exit with 255 itself.
    [GeneratedRegex(@"^(ssh:|kex_|client_loop:|mux_client|Connection (to|closed|reset)|Timeout, server|packet_write|ssh_|Host key|\S+: Permission denied)", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OwnComplaint();

    [GeneratedRegex(@"\A[A-Za-z_][A-Za-z0-9_]*\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex VariableName();
}
