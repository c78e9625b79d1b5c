using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using Shell = System.Management.Automation.PowerShell;

namespace IncidentOps.PowerShell.Tests;

/// <summary>
/// A runspace of the real engine that has imported the staged module, as a user's session does. It stands in a
/// folder of its own whose configuration names a store of its own, so that tests may run side by side.
/// </summary>
internal sealed class ModuleRunspace : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("incidentops-");
    private readonly Runspace _runspace;

    /// <param name="configuration">What incidentops.yaml says besides where the store is.</param>
    /// <param name="host">The host that the session writes to; one that shows nothing unless given.</param>
    /// <param name="formats">Format files that go before those of the module.</param>
    internal ModuleRunspace(string configuration = "", PSHost? host = null, params IEnumerable<string> formats)
    {
        File.WriteAllText(Path.Combine(Folder, "incidentops.yaml"), $"store: incidents.db\n{configuration}");
        var state = InitialSessionState.CreateDefault2();
        state.ThreadOptions = PSThreadOptions.UseCurrentThread;
        state.ImportPSModule(Repository.Manifest);
        state.Formats.Add(formats.Select(path => new SessionStateFormatEntry(path)));
        _runspace = host is null ? RunspaceFactory.CreateRunspace(state) : RunspaceFactory.CreateRunspace(host, state);
        _runspace.Open();
        _runspace.SessionStateProxy.Path.SetLocation(WildcardPattern.Escape(Folder));
    }

    /// <summary>Where the session stands, and where its store is.</summary>
    internal string Folder => _folder.FullName;

    internal string StorePath => Path.Combine(Folder, "incidents.db");

    public void Dispose()
    {
        _runspace.Dispose();
        _folder.Delete(recursive: true);
    }

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

    /// <summary>
    /// What the shell would offer at the end of <paramref name="line"/>. Whoever types waits for a moment only, in which a
    /// busy machine may come to nothing: so nothing is only believed the fifth time.
    /// </summary>
    internal IReadOnlyList<CompletionResult> Complete(string line)
    {
        const int attempts = 5;
        CompletionResult[] offered = [];
        for (int attempt = 0; attempt < attempts && offered.Length == 0; attempt++)
        {
            using var shell = Shell.Create(_runspace);
            offered = [.. CommandCompletion.CompleteInput(line, line.Length, options: null, shell).CompletionMatches];
        }

        return offered;
    }

    /// <summary>The developer's own store and configuration are out of the tests' reach.</summary>
    [ModuleInitializer]
    internal static void ForgetUserSettings()
    {
        Environment.SetEnvironmentVariable("INCIDENTOPS_STORE", null);
        Environment.SetEnvironmentVariable("INCIDENTOPS_CONFIG", null);
    }
}
