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
    private readonly Stack<PowerShell> _running = new();
    private readonly ManualResetEventSlim _idle = new(initialState: true);

    public EngineSession(ConsoleHost host, ConsoleUserInterface userInterface)
    {
        _userInterface = userInterface;
        _runspace = RunspaceFactory.CreateRunspace(host, SessionState.Create());
        _runspace.ThreadOptions = PSThreadOptions.ReuseThread;
        _runspace.Open();
        Runspace.DefaultRunspace = _runspace;
    }

    /// <summary>Runs commands and puts everything they write on the terminal.</summary>
    /// <returns>True unless an error ended them.</returns>
    public bool Run(Action<PowerShell> commands, RunOptions? options = null)
    {
        options ??= new RunOptions();
        using PowerShell shell = Create(options.Nested);
        commands(shell);
        // The engine renders errors where they happen, among the output, and sends them to the error stream there.
        shell.Commands.Commands[0].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
        shell.AddCommand("Out-Default");
        if (options.IsScriptFile)
        {
            ScriptExit.ReachesHost(_runspace);
        }

        try
        {
            PSInvocationSettings settings = new() { AddToHistory = options.OfUser };
            Invoke(shell, () => shell.Invoke(options.Input, settings));
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
        }
    }

    /// <summary>Runs a text and returns what it writes; nothing of it reaches the terminal.</summary>
    public IReadOnlyList<PSObject> Query(string text, bool nested = false)
    {
        using PowerShell shell = Create(nested);
        shell.AddScript(text);
        try
        {
            return Invoke(shell, () => shell.Invoke());
        }
        catch (RuntimeException)
        {
            return [];
        }
    }

    /// <summary>The engine's answer to Tab.</summary>
    public CommandCompletion Complete(string text, int cursor, bool nested)
    {
        using PowerShell shell = Create(nested);
        return Invoke(shell, () => CommandCompletion.CompleteInput(text, cursor, options: null, shell));
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

    private T Invoke<T>(PowerShell shell, Func<T> action)
    {
        lock (_lock)
        {
            _running.Push(shell);
            _idle.Reset();
        }

        try
        {
            return action();
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
        using IDisposable scope = _userInterface.ReportError();
        using PowerShell shell = Create(nested);
        shell.AddCommand("Out-Default");
        try
        {
            shell.Invoke(new[] { error.ErrorRecord });
        }
        catch (RuntimeException)
        {
            // Even the error view fails: the bare message is still worth more than silence.
            _userInterface.WriteErrorLine(error.Message);
        }
    }
}
