using System.Reflection;
using System.Runtime.Loader;

namespace IncidentOps.PowerShell.Tests.Isolation;

/// <summary>
/// The host has loaded, and used, other versions of four of the module's dependencies before the module
/// asks for its own. Both must go on working, side by side.
/// </summary>
public sealed class IsolationTests
{
    private static readonly string Dependencies = Path.Combine(Repository.ModulePath, "deps") + Path.DirectorySeparatorChar;

    [Fact]
    public void Other_versions_in_the_default_context_do_not_disturb_the_module()
    {
        UseHostMarkdig();
        UseHostYaml();
        UseHostSqlite();
        UseHostAws();

        using var session = new ModuleRunspace();
        session.Invoke("New-Incident 'Checkout fails' -Severity P1 -Service checkout; Get-Incident -Active").Succeeded();
        var context = ModuleContext();
        foreach (var host in new[] { typeof(Markdig.Markdown), typeof(YamlDotNet.Serialization.Deserializer), typeof(Microsoft.Data.Sqlite.SqliteConnection), typeof(Amazon.RegionEndpoint) })
        {
            var name = host.Assembly.GetName();
            var own = context.LoadFromAssemblyName(new AssemblyName(name.Name!));
            Assert.Same(AssemblyLoadContext.Default, AssemblyLoadContext.GetLoadContext(host.Assembly));
            Assert.Same(context, AssemblyLoadContext.GetLoadContext(own));
            Assert.StartsWith(Dependencies, own.Location, StringComparison.Ordinal);
            Assert.NotEqual(name.Version, own.GetName().Version);
        }
    }

    [Fact]
    public void Sqlite_of_the_module_runs_on_the_native_library_in_deps()
    {
        UseHostSqlite();
        using var session = new ModuleRunspace();
        session.Invoke("New-Incident 'Checkout fails' -Severity P1").Succeeded();

        Assert.True(File.Exists(session.StorePath));
        if (OperatingSystem.IsLinux())
        {
            Assert.Contains(
                File.ReadLines("/proc/self/maps"),
                line => line.Contains(Path.Combine(Dependencies, "runtimes"), StringComparison.Ordinal));
        }
    }

    /// <summary>The one test of this process that looks at a database and at a bucket.</summary>
    [Fact]
    public void Drivers_are_loaded_by_the_first_check_that_needs_them_and_from_deps()
    {
        // A profile that is not there, or the usual chain would go looking.
        using var session = new ModuleRunspace("services: { bucket: { checks: [{ s3: x, region: us-east-1, profile: no-such-profile }] } }");
        session.Invoke("Get-ServiceHealth -Uri tcp://127.0.0.1:9").Succeeded();
        AssemblyLoadContext context = ModuleContext();
        Assert.DoesNotContain(context.Assemblies, assembly => assembly.GetName().Name is "Npgsql" or "AWSSDK.S3");

        session.Invoke("Get-ServiceHealth -Uri postgres://ada@127.0.0.1:9/app").Succeeded();
        session.Invoke("Get-ServiceHealth bucket").Succeeded();

        foreach (string name in (string[])["Npgsql", "Microsoft.Extensions.Logging.Abstractions", "AWSSDK.S3"])
        {
            Assert.StartsWith(Dependencies, context.Assemblies.Single(assembly => assembly.GetName().Name == name).Location, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Only_the_two_root_assemblies_are_in_the_default_context()
    {
        using var session = new ModuleRunspace();
        session.Invoke("New-Incident 'Checkout fails' -Severity P1").Succeeded();

        var own = AssemblyLoadContext.Default.Assemblies
            .Where(assembly => !assembly.IsDynamic && assembly.Location.StartsWith(Repository.ModulePath, StringComparison.Ordinal))
            .Select(assembly => Path.GetFileName(assembly.Location));
        Assert.Equal(["IncidentOps.Abstractions.dll", "IncidentOps.PowerShell.dll"], own.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Abstractions_are_shared_by_the_cmdlets_and_core()
    {
        using var session = new ModuleRunspace();
        var core = ModuleContext().LoadFromAssemblyName(new AssemblyName("IncidentOps.Core"));
        var abstractions = AssemblyLoadContext.GetLoadContext(core)!.LoadFromAssemblyName(new AssemblyName("IncidentOps.Abstractions"));
        Assert.Same(AssemblyLoadContext.Default, AssemblyLoadContext.GetLoadContext(abstractions));
    }

    [Fact]
    public void Removing_the_module_from_one_session_leaves_the_other_working()
    {
        using var first = new ModuleRunspace();
        using var second = new ModuleRunspace();
        first.Invoke("Remove-Module IncidentOps; Import-Module $manifest; Remove-Module IncidentOps", ("manifest", Repository.Manifest)).Succeeded();
        second.Invoke("New-Incident 'Checkout fails' -Severity P1").Succeeded();
    }

    [Fact]
    public void No_assembly_of_the_shared_framework_is_shipped() =>
        Assert.DoesNotContain(
            Directory.EnumerateFiles(Repository.ModulePath, "*.dll", SearchOption.AllDirectories).Select(Path.GetFileName),
            name => name!.StartsWith("System.", StringComparison.Ordinal));

    [Fact]
    public void Native_libraries_are_those_of_the_seven_platforms() =>
        Assert.Equal(
            ["linux-arm64", "linux-musl-x64", "linux-x64", "osx-arm64", "osx-x64", "win-arm64", "win-x64"],
            Directory.EnumerateDirectories(Path.Combine(Dependencies, "runtimes")).Select(Path.GetFileName).Order(StringComparer.Ordinal));

    private static AssemblyLoadContext ModuleContext()
    {
        // What a cmdlet's first call into Core does.
        var core = AssemblyLoadContext.Default.LoadFromAssemblyName(new AssemblyName("IncidentOps.Core"));
        var context = AssemblyLoadContext.GetLoadContext(core)!;
        Assert.NotSame(AssemblyLoadContext.Default, context);
        return context;
    }

    private static void UseHostMarkdig() =>
        Assert.Equal("<p>text</p>\n", Markdig.Markdown.ToHtml("text"));

    private static void UseHostYaml() =>
        Assert.Equal("1", new YamlDotNet.Serialization.Deserializer().Deserialize<Dictionary<string, string>>("a: 1")["a"]);

    private static void UseHostAws() =>
        Assert.Equal("eu-central-1", Amazon.RegionEndpoint.EUCentral1.SystemName);

    private static void UseHostSqlite()
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection("Data Source=:memory:");
        connection.Open();
        Assert.NotEmpty(connection.ServerVersion);
    }
}
