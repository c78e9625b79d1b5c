using System.Collections.Concurrent;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;
using IncidentOps.Console.Engine;
using IncidentOps.Console.Hosting;
using IncidentOps.Console.Screen;

namespace IncidentOps.Console;

/// <summary>Runs what the command line asked for and finds the exit code.</summary>
internal sealed class ConsoleRunner(
    ConsoleOptions options, Terminal terminal, EngineSession session, ConsoleHost host, SignalHandler signals, Interruption interruption)
{
    public int Run()
    {
        InteractiveLoop loop = new(options, terminal, session, host, signals, interruption);
        bool canAsk = terminal.CanAsk && !options.NonInteractive;
        if (canAsk)
        {
            loop.Attach();
        }

        if (options.Mode == ConsoleMode.Session && canAsk)
        {
            return loop.Run();
        }

        int code = options.Mode switch
        {
            ConsoleMode.Script => RunScript(Path.GetFullPath(options.ScriptPath!)),
            ConsoleMode.Command => RunText(options.Command!),
            ConsoleMode.StandardInput => RunText(terminal.Input.ReadToEnd()),
            _ => new CommandStream(session, host, terminal.Input, interruption).Run(),
        };
        return interruption.ExitCode ?? (interruption.Requested ? ExitCodes.Interrupted : code);
    }

    private int RunScript(string path)
    {
        // Without the extension the engine would take it for a program; `#!/usr/bin/env incidentops` needs none.
        if (!string.Equals(Path.GetExtension(path), ".ps1", StringComparison.OrdinalIgnoreCase))
        {
            return RunText(File.ReadAllText(path));
        }

        bool completed = Execute(new Command(path), Parser.ParseFile(path, out _, out _), isScriptFile: true);
        return host.ExitCode ?? (completed ? ExitCodes.Success : ExitCodes.Failure);
    }

    private int RunText(string text)
    {
        bool completed = Execute(
            new Command(text, isScript: true, useLocalScope: false), Parser.ParseInput(text, out _, out _), isScriptFile: false);
        return host.ExitCode ?? (completed && session.LastSucceeded() ? ExitCodes.Success : ExitCodes.Failure);
    }

    private bool Execute(Command command, Ast ast, bool isScriptFile)
    {
        foreach (ScriptArgument argument in options.Arguments)
        {
            command.Parameters.Add(new CommandParameter(argument.Name, argument.Value));
        }

        return session.Run(
            command, new RunOptions { OfUser = true, IsScriptFile = isScriptFile, Input = InputFor(ast) });
    }

    /// <summary>The lines of standard input, where the script reads $input; else standard input is left alone.</summary>
    private IEnumerable<string>? InputFor(Ast ast) =>
        !terminal.InputIsTerminal && options.Mode != ConsoleMode.StandardInput && ast.Find(IsInput, searchNestedScriptBlocks: false) is not null
            ? Lines()
            : null;

    private IEnumerable<string> Lines()
    {
        // Read aside: a read cannot be interrupted, a wait for the next line can.
        BlockingCollection<string> lines = [];
        _ = Task.Run(() =>
        {
            while (terminal.Input.ReadLine() is { } line)
            {
                lines.Add(line);
            }

            lines.CompleteAdding();
        });
        return lines.GetConsumingEnumerable(interruption.Token);
    }

    private static bool IsInput(Ast ast) =>
        ast is VariableExpressionAst variable
        && string.Equals(variable.VariablePath.UserPath, "input", StringComparison.OrdinalIgnoreCase);
}
