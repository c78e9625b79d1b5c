using System.Management.Automation;
using System.Management.Automation.Runspaces;
using Shell = System.Management.Automation.PowerShell;

namespace IncidentOps.PowerShell.Tests.Runbooks;

/// <summary>Ctrl+C while a step runs here, or waits for its verification.</summary>
public sealed class RunbookStopTests : IDisposable
{
    /// <summary>A step may take five minutes: what ends sooner was ended by the stop.</summary>
    private static readonly TimeSpan Hung = TimeSpan.FromSeconds(60);

    private readonly ModuleRunspace _session = new();

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData("```powershell\nwhile ($true) { }\n```\n")]
    [InlineData("```bash\necho started; sleep 100\n```\n")]
    [InlineData("```bash {verify=\"$false\"}\necho ran\n```\n")]
    public async Task The_run_ends_at_once_and_the_incident_knows(string runbook)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "These steps are written for a Unix shell.");
        await File.WriteAllTextAsync(Path.Join(_session.Folder, "x.md"), runbook, TestContext.Current.CancellationToken);
        _session.Invoke("New-Incident 'One' -Severity P1 -Service api").Succeeded();
        await StoppedScript.EndsAtOnceAsync(_session.Folder, "Invoke-Runbook -Path x.md -Incident 1 -Confirm:$false -Verbose; 'done'", Hung);

        Assert.StartsWith("Runbook x cancelled", _session.Invoke("(Get-IncidentTimeline 1)[-1].Text").Single<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_that_begins_while_the_stop_comes_is_stopped_as_well()
    {
        await File.WriteAllTextAsync(Path.Join(_session.Folder, "x.md"), "```powershell\nwhile ($true) { }\n```\n", TestContext.Current.CancellationToken);
        var state = InitialSessionState.CreateDefault2();
        state.ImportPSModule(Repository.Manifest);
        state.Commands.Add(new SessionStateCmdletEntry("Watch-Stop", typeof(WatchStopCommand), helpFileName: null));
        using Runspace runspace = RunspaceFactory.CreateRunspace(state);
        runspace.Open();
        runspace.SessionStateProxy.Path.SetLocation(_session.Folder);
        using var stopped = new ManualResetEventSlim();
        runspace.SessionStateProxy.SetVariable("stopped", stopped);
        using var shell = Shell.Create(runspace);
        shell.AddScript("Invoke-Runbook -Path x.md -Confirm:$false | Watch-Stop -Stopped $stopped");
        Task? stop = null;

        // The last that the command does before the script begins is to show its progress.
        shell.Streams.Progress.DataAdded += (_, _) =>
        {
            if (stop is null)
            {
                stop = Task.Run(shell.Stop);
                stopped.Wait(Hung);
            }
        };
        IAsyncResult running = shell.BeginInvoke();
        bool ended = running.AsyncWaitHandle.WaitOne(Hung);

        Assert.True(stopped.IsSet, "The stop did not come before the script.");
        Assert.True(ended, "The script runs on.");
        Assert.Throws<PipelineStoppedException>(() => shell.EndInvoke(running));
        await stop!;
    }

    /// <summary>Tells when the commands before it in the pipeline have been told to stop.</summary>
    [Cmdlet(VerbsCommon.Watch, "Stop")]
    public sealed class WatchStopCommand : PSCmdlet
    {
        [Parameter(Mandatory = true)]
        public ManualResetEventSlim Stopped { get; set; } = null!;

        [Parameter(ValueFromPipeline = true)]
        public object? InputObject { get; set; }

        protected override void StopProcessing() => Stopped.Set();
    }
}
