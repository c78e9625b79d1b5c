using System.Management.Automation;
using System.Xml.Linq;

namespace IncidentOps.PowerShell.Tests.Module;

public sealed class ManifestTests
{
    [Fact]
    public void Module_imports_without_an_error()
    {
        using var session = new ModuleRunspace();
        var module = session.Invoke("Get-Module IncidentOps").Single<PSModuleInfo>();
        Assert.Equal(Repository.ModulePath, module.ModuleBase + Path.DirectorySeparatorChar);
    }

    [Fact]
    public void Version_is_that_of_the_build()
    {
        using var session = new ModuleRunspace();
        var props = XDocument.Load(Path.Combine(Repository.Root, "Directory.Build.props"));
        Assert.Equal(
            props.Descendants("VersionPrefix").Single().Value,
            session.Invoke("Get-Module IncidentOps").Single<PSModuleInfo>().Version.ToString());
    }
}
