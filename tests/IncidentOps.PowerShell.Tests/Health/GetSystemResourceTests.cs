using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using IncidentOps.PowerShell.Tests.Incidents;
using Shell = System.Management.Automation.PowerShell;

namespace IncidentOps.PowerShell.Tests.Health;

public sealed class GetSystemResourceTests
{
    public GetSystemResourceTests() => Assert.SkipUnless(OperatingSystem.IsLinux(), "There is no /proc to read.");

    [Fact]
    public void Gives_this_machine_as_an_object()
    {
        using var session = new ModuleRunspace();

        PSObject machine = Assert.Single(session.Invoke("Get-SystemResource -Sample 1ms -Top 1000 -Path .").Succeeded().Output);

        Assert.Equal("IncidentOps.Health.SystemResource", machine.BaseObject.GetType().FullName);
        Assert.Equal(Environment.MachineName, machine.Text("HostName"));
        session.Invoke("$machine", ("machine", machine));
        Assert.Equal([session.Folder], session.Invoke("$machine.Disks").Texts("Path"));
        Assert.Contains(
            Environment.ProcessId.ToString(CultureInfo.InvariantCulture),
            session.Invoke("$machine.Processes").Texts("Id"));
    }

    [Fact]
    public void A_path_that_is_not_there_is_an_error()
    {
        using var session = new ModuleRunspace();

        Assert.Equal("/no/such/path", session.Invoke("Get-SystemResource -Sample 1ms -Path /no/such/path").Failed("DiskPathNotFound").TargetObject);
    }

    [Fact]
    public void What_is_no_machine_is_an_error_and_the_rest_goes_on()
    {
        using var session = new ModuleRunspace();

        ScriptResult result = session.Invoke("'-oProxyCommand=x', 'two words' | Get-SystemResource");

        Assert.Equal(["-oProxyCommand=x", "two words"], result.Errors.Select(error => error.TargetObject));
        Assert.All(result.Errors, error => Assert.StartsWith("HostNameInvalid,", error.FullyQualifiedErrorId, StringComparison.Ordinal));
        Assert.Empty(session.Invoke("@() | Get-SystemResource").Succeeded().Output);
    }

    [Fact]
    public void Stopping_does_not_wait_for_the_sample()
    {
        var state = InitialSessionState.CreateDefault2();
        state.ImportPSModule(Repository.Manifest);
        using Runspace runspace = RunspaceFactory.CreateRunspace(state);
        runspace.Open();
        using var shell = Shell.Create(runspace);
        shell.AddScript("Get-SystemResource -Sample 1h");

        IAsyncResult running = shell.BeginInvoke();
        shell.Stop();

        Assert.Equal(PSInvocationState.Stopped, shell.InvocationStateInfo.State);
        Assert.Throws<PipelineStoppedException>(() => shell.EndInvoke(running));
    }
}
