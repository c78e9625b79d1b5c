using System.Management.Automation;
using System.Management.Automation.Runspaces;
using Shell = System.Management.Automation.PowerShell;

namespace IncidentOps.PowerShell.Tests;

/// <summary>A runspace of the real engine that has imported the staged module, as a user's session does.</summary>
internal sealed class ModuleRunspace : IDisposable
{
    private readonly Runspace _runspace;

    internal ModuleRunspace()
    {
        var state = InitialSessionState.CreateDefault2();
        state.ThreadOptions = PSThreadOptions.UseCurrentThread;
        state.ImportPSModule(Repository.Manifest);
        _runspace = RunspaceFactory.CreateRunspace(state);
        _runspace.Open();
    }

    public void Dispose() => _runspace.Dispose();

    /// <summary>Runs a script, in the session's own scope; <paramref name="variables"/> are set first.</summary>
    internal ScriptResult Invoke(string script, params IEnumerable<(string Name, object? Value)> variables)
    {
        foreach (var (name, value) in variables)
        {
            _runspace.SessionStateProxy.SetVariable(name, value);
        }

        using var shell = Shell.Create(_runspace);
        shell.AddScript(script, useLocalScope: false);
        var output = new List<PSObject>();
        var errors = new List<ErrorRecord>();
        try
        {
            shell.Invoke(input: null, output);
        }
        catch (RuntimeException exception)
        {
            errors.Add(exception.ErrorRecord);
        }

        return new ScriptResult(
            output,
            [.. shell.Streams.Error, .. errors],
            [.. shell.Streams.Warning],
            [.. shell.Streams.Verbose],
            [.. shell.Streams.Information],
            [.. shell.Streams.Progress]);
    }
}
