namespace IncidentOps.Core.Tests;

public sealed class HouseTests
{
    [Fact]
    public void Core_knows_nothing_of_PowerShell() =>
        Assert.DoesNotContain(
            typeof(Errors.IncidentOpsException).Assembly.GetReferencedAssemblies(),
            name => name.Name!.StartsWith("System.Management.Automation", StringComparison.Ordinal));
}
