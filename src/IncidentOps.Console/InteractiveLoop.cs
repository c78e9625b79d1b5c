using System.Management.Automation.Runspaces;
using IncidentOps.Console.Editing;
using IncidentOps.Console.Engine;
using IncidentOps.Console.Hosting;
using IncidentOps.Console.Screen;

namespace IncidentOps.Console;

/// <summary>Prompt, read, run, until somebody leaves; nested prompts run inside the pipeline that asked for them.</summary>
internal sealed class InteractiveLoop
{
    private readonly ConsoleOptions _options;
    private readonly Terminal _terminal;
    private readonly EngineSession _session;
    private readonly ConsoleHost _host;
    private readonly SignalHandler _signals;
    private readonly Interruption _interruption;
    private readonly History _history = new();
    private int _depth;

    public InteractiveLoop(
        ConsoleOptions options, Terminal terminal, EngineSession session, ConsoleHost host, SignalHandler signals, Interruption interruption)
    {
        _options = options;
        _terminal = terminal;
        _session = session;
        _host = host;
        _signals = signals;
        _interruption = interruption;
    }

    /// <summary>Lets commands open a nested prompt, also those of a script.</summary>
    public void Attach()
    {
        _host.NestedPrompt = () => Loop(nested: true);
        _host.LeaveNestedPrompt = () => _depth--;
    }

    public int Run()
    {
        if (!_options.NoLogo)
        {
            _terminal.Output.WriteLine(Usage.Banner);
        }

        Loop(nested: false);
        return _interruption.ExitCode ?? _host.ExitCode ?? ExitCodes.Success;
    }

    private void Loop(bool nested)
    {
        int depth = ++_depth;
        bool atPromptBefore = _signals.AtPrompt;
        _signals.AtPrompt = true;
        while (_depth >= depth && _host.ExitCode is null && _interruption.ExitCode is null)
        {
            _interruption.Rearm();
            LineResult line = ReadLine(nested);
            if (line.Outcome == LineOutcome.EndOfInput)
            {
                break;
            }

            if (!string.IsNullOrWhiteSpace(line.Text))
            {
                _session.Run(
                    new Command(line.Text, isScript: true, useLocalScope: false), new RunOptions { Nested = nested, OfUser = true });
            }
        }

        _depth = depth - 1;
        _signals.AtPrompt = atPromptBefore;
    }

    private LineResult ReadLine(bool nested)
    {
        string prompt = Prompt(nested);
        if (_terminal.SupportsEscapes)
        {
            return new LineEditor(
                _terminal, _history, (text, cursor) => Complete(text, cursor, nested), text => !EngineSession.IsIncomplete(text))
                .Read(prompt, _interruption.Token);
        }

        _terminal.Write(prompt);
        return new KeyLineReader(_terminal).Read(mask: null, _interruption.Token);
    }

    private string Prompt(bool nested)
    {
        _terminal.StartLine();
        return _session.Query("prompt", nested) is [{ BaseObject: string { Length: > 0 } text }, ..] ? text : "> ";
    }

    private Completion Complete(string text, int cursor, bool nested)
    {
        // Completion runs code of others: Ctrl+C stops it.
        using IDisposable lent = _terminal.LendKeyboard();
        return _session.Complete(text, cursor, nested) is { CompletionMatches.Count: > 0 } found
            ? new Completion(
                found.ReplacementIndex,
                found.ReplacementLength,
                [.. found.CompletionMatches.Select(match => new CompletionChoice(match.CompletionText, match.ListItemText, match.ToolTip))])
            : PathCompletion.Complete(text, cursor, _session.CurrentFolder);
    }
}
