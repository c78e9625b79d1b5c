using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;
using IncidentOps.Console.Hosting;

namespace IncidentOps.Console.Engine;

/// <summary>One runspace of the engine, and what runs in it.</summary>
internal sealed class EngineSession : IDisposable
{
    private readonly Lock _lock = new();
    private readonly ConsoleUserInterface _userInterface;
    private readonly Runspace _runspace;
    private readonly PwshCommands _pwshCommands;
    private readonly Stack<PowerShell> _running = new();
    private readonly ManualResetEventSlim _idle = new(initialState: true);

    public EngineSession(ConsoleHost host, ConsoleUserInterface userInterface)
    {
        _userInterface = userInterface;
        (InitialSessionState state, IReadOnlyDictionary<string, string> deadAliases) = SessionState.Create();
        _pwshCommands = new PwshCommands(deadAliases);
        _runspace = RunspaceFactory.CreateRunspace(host, state);
        _runspace.ThreadOptions = PSThreadOptions.ReuseThread;
        _runspace.Open();
        _runspace.SessionStateProxy.InvokeCommand.CommandNotFoundAction = (_, lookup) => _pwshCommands.Missed(lookup.CommandName);
        Runspace.DefaultRunspace = _runspace;
    }

    /// <summary>Runs a command and puts everything it writes on the terminal.</summary>
    /// <returns>True unless an error ended it.</returns>
    public bool Run(Command command, RunOptions? options = null)
    {
        options ??= new RunOptions();
        using PowerShell shell = Create(options.Nested);
        if (options.Input is not null)
        {
            // A command that goes before yields the lines as they come; the engine's own input is read as a whole.
            shell.AddCommand("ForEach-Object").AddParameter("InputObject", options.Input)
                .AddParameter("Process", ScriptBlock.Create("$_"));
        }

        // The engine renders errors where they happen, among the output, and sends them to the error stream there.
        command.MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
        shell.Commands.AddCommand(command);
        shell.AddCommand("Out-Default");
        if (options.IsScriptFile)
        {
            ScriptExit.ReachesHost(_runspace);
        }

        try
        {
            PSInvocationSettings settings = new() { AddToHistory = options.OfUser };
            Track(shell, () => shell.Invoke(input: null, settings));
            return true;
        }
        catch (PipelineStoppedException)
        {
            return false;
        }
        catch (RuntimeException error)
        {
            Report(error, options.Nested);
            return false;
        }
        finally
        {
            _userInterface.ClearProgress();
            if (_pwshCommands.Explain() is { } explanation)
            {
                _userInterface.WriteErrorLine(explanation);
            }
        }
    }

    /// <summary>Runs a text and returns what it writes; nothing of it reaches the terminal.</summary>
    public Collection<PSObject> Query(string text, bool nested = false)
    {
        using PowerShell shell = Create(nested);
        shell.AddScript(text);
        Collection<PSObject> results = [];
        try
        {
            Track(shell, () => results = shell.Invoke());
        }
        catch (RuntimeException)
        {
            // What was asked fails, so there is no answer.
        }

        return results;
    }

    /// <summary>The folder the session stands in.</summary>
    public string CurrentFolder => _runspace.SessionStateProxy.Path.CurrentFileSystemLocation.ProviderPath;

    /// <summary>The engine's answer to Tab; null when it was stopped.</summary>
    public CommandCompletion? Complete(string text, int cursor, bool nested)
    {
        using PowerShell shell = Create(nested);
        CommandCompletion? completion = null;
        try
        {
            Track(shell, () => completion = CommandCompletion.CompleteInput(text, cursor, options: null, shell));
        }
        catch (RuntimeException)
        {
            // It was stopped, or a completer failed: there is nothing to offer.
        }

        return completion;
    }

    /// <summary>True when the last command succeeded, as $? says.</summary>
    public bool LastSucceeded() => _runspace.SessionStateProxy.GetVariable("?") is true;

    /// <summary>Asks what is running to stop; true where something was.</summary>
    public bool Stop()
    {
        PowerShell? shell;
        lock (_lock)
        {
            _running.TryPeek(out shell);
        }

        if (shell is null)
        {
            return false;
        }

        try
        {
            shell.BeginStop(callback: null, state: null);
        }
        catch (ObjectDisposedException)
        {
            // It ended in this very moment, which is all that was wanted.
        }

        return true;
    }

    /// <summary>Waits until nothing runs any more.</summary>
    public bool WaitUntilIdle(TimeSpan patience) => _idle.Wait(patience);

    /// <summary>True when the text, as far as it goes, makes sense but needs more lines.</summary>
    public static bool IsIncomplete(string text)
    {
        Parser.ParseInput(text, out _, out ParseError[] errors);
        return errors.Any(error => error.IncompleteInput);
    }

    public void Dispose()
    {
        _runspace.Dispose();
        _idle.Dispose();
    }

    private PowerShell Create(bool nested)
    {
        if (nested)
        {
            return PowerShell.Create(RunspaceMode.CurrentRunspace);
        }

        PowerShell shell = PowerShell.Create();
        shell.Runspace = _runspace;
        return shell;
    }

    /// <summary>Does something with a shell, which <see cref="Stop"/> can stop meanwhile.</summary>
    private void Track(PowerShell shell, Action action)
    {
        lock (_lock)
        {
            _running.Push(shell);
            _idle.Reset();
        }

        try
        {
            action();
        }
        finally
        {
            lock (_lock)
            {
                _running.Pop();
                if (_running.Count == 0)
                {
                    _idle.Set();
                }
            }
        }
    }

    /// <summary>Shows the error that ended a pipeline the way the engine shows the others.</summary>
    private void Report(RuntimeException error, bool nested)
    {
        using PowerShell shell = Create(nested);
        shell.AddCommand("Out-Default");
        if (!_userInterface.RenderError(() => shell.Invoke(new[] { error.ErrorRecord })))
        {
            // The bare message is still worth more than silence.
            _userInterface.WriteErrorLine(error.Message);
        }
    }
}
