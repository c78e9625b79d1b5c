using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;
using System.Text;
using IncidentOps.Console.Engine;
using IncidentOps.Console.Hosting;

namespace IncidentOps.Console;

/// <summary>
/// Commands from a redirected standard input, each run as soon as it is whole. One that fails does not keep the next
/// from running; the last one decides the exit code.
/// </summary>
internal sealed class CommandStream(EngineSession session, ConsoleHost host, TextReader input, Interruption interruption)
{
    private bool _succeeded = true;

    public int Run()
    {
        StringBuilder pending = new();
        while (input.ReadLine() is { } line)
        {
            if (pending.Length > 0 && MayGoOn(pending.ToString()) && !GoesOn(line))
            {
                Execute(pending);
            }

            if (pending.Length > 0 || !string.IsNullOrWhiteSpace(line))
            {
                pending.AppendLine(line);
                string text = pending.ToString();
                if (!EngineSession.IsIncomplete(text) && !MayGoOn(text))
                {
                    Execute(pending);
                }
            }

            if (host.ExitCode is not null || interruption.Requested)
            {
                break;
            }
        }

        if (host.ExitCode is null && !interruption.Requested)
        {
            Execute(pending);
        }

        return host.ExitCode ?? (_succeeded ? ExitCodes.Success : ExitCodes.Failure);
    }

    private void Execute(StringBuilder pending)
    {
        string text = pending.ToString();
        pending.Clear();
        if (!string.IsNullOrWhiteSpace(text))
        {
            _succeeded = session.Run(new Command(text, isScript: true, useLocalScope: false), new RunOptions { OfUser = true })
                && session.LastSucceeded();
        }
    }

    /// <summary>True for a whole statement that the next line may still belong to: `else` after `if`, `catch` after `try`.</summary>
    private static bool MayGoOn(string text)
    {
        ScriptBlockAst ast = Parser.ParseInput(text, out _, out ParseError[] errors);
        return errors.Length == 0 && !text.EndsWith("\n\n", StringComparison.Ordinal)
            && ast.EndBlock?.Statements is { Count: > 0 } statements
            && statements[^1] is IfStatementAst { ElseClause: null } or TryStatementAst { Finally: null };
    }

    private static bool GoesOn(string line)
    {
        string start = line.TrimStart();
        return ((string[])["else", "catch", "finally"]).Any(word => start.StartsWith(word, StringComparison.OrdinalIgnoreCase));
    }
}
