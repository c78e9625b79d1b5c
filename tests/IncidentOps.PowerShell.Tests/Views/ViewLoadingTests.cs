namespace IncidentOps.PowerShell.Tests.Views;

/// <summary>The views come with the first command, not with the import, and go with the module.</summary>
[Collection("Views")]
public sealed class ViewLoadingTests
{
    [Fact]
    public void First_command_brings_them_and_removing_the_module_takes_them_away()
    {
        using var session = new ModuleRunspace();
        Assert.Equal(["IncidentOps"], Modules(session));

        session.Invoke("Get-Incident").Succeeded();
        Assert.Equal(["IncidentOps", "IncidentOps.Views"], Modules(session));

        session.Invoke("Remove-Module IncidentOps").Succeeded();
        Assert.Empty(Modules(session));
    }

    [Fact]
    public void A_session_that_may_not_import_works_without_them()
    {
        using var session = new ModuleRunspace();
        session.Invoke("$ExecutionContext.SessionState.InvokeCommand.GetCommand('Import-Module', 'Cmdlet').Visibility = 'Private'").Succeeded();
        Assert.Single(session.Invoke("New-Incident 'Checkout is down' -Severity P1").Succeeded().Output);
    }

    private static IEnumerable<string> Modules(ModuleRunspace session) =>
        session.Invoke("Get-Module | ForEach-Object Name").Succeeded().Output.Select(name => (string)name.BaseObject).Order(StringComparer.Ordinal);
}
