using System.Diagnostics;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using Shell = System.Management.Automation.PowerShell;

namespace IncidentOps.PowerShell.Tests;

/// <summary>Ctrl+C while a script runs in a session of its own.</summary>
internal static class StoppedScript
{
    /// <summary>Stops a script at the first verbose message that it writes; it has to end at once, without any output.</summary>
    /// <param name="folder">Where the session stands.</param>
    /// <param name="script">The script; what follows the command that is stopped must not run.</param>
    /// <param name="hung">What takes so long was not ended by the stop.</param>
    internal static async Task EndsAtOnceAsync(string folder, string script, TimeSpan hung)
    {
        var state = InitialSessionState.CreateDefault2();
        state.ImportPSModule(Repository.Manifest);
        using Runspace runspace = RunspaceFactory.CreateRunspace(state);
        runspace.Open();
        runspace.SessionStateProxy.Path.SetLocation(folder);
        using var shell = Shell.Create(runspace);
        shell.AddScript(script);
        var output = new PSDataCollection<PSObject>();
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        shell.Streams.Verbose.DataAdded += (_, _) => reached.TrySetResult();
        IAsyncResult running = shell.BeginInvoke<PSObject, PSObject>(input: null, output);
        await reached.Task.WaitAsync(hung, TestContext.Current.CancellationToken);

        var watch = Stopwatch.StartNew();
        shell.Stop();

        Assert.True(watch.Elapsed < hung, $"It took {watch.Elapsed} to stop.");
        Assert.Equal(PSInvocationState.Stopped, shell.InvocationStateInfo.State);
        Assert.Throws<PipelineStoppedException>(() => shell.EndInvoke(running));
        Assert.Empty(output);
    }
}
