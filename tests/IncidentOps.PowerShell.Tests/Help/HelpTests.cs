using System.Management.Automation;
using IncidentOps.PowerShell.Tests.Contract;

namespace IncidentOps.PowerShell.Tests.Help;

public sealed class HelpTests
{
    public static TheoryData<string> Names => ExportedCmdlets.Names;

    [Fact]
    public async Task Pages_agree_with_the_compiled_cmdlets()
    {
        var (exitCode, findings) = await Tool.RunAsync("dotnet", Repository.BuildTool, "check-help");

        Assert.Equal("", findings);
        Assert.Equal(0, exitCode);
    }

    [Theory, MemberData(nameof(Names))]
    public void Get_Help_shows_synopsis_parameters_and_examples(string name)
    {
        using var session = new ModuleRunspace();
        var help = Assert.Single(session.Invoke("Get-Help -Full -Name $name", ("name", name)).Succeeded().Output);

        // Without a page, the engine makes a synopsis of the syntax.
        Assert.DoesNotContain(name + " [", Text(help, "Synopsis"), StringComparison.Ordinal);
        Assert.NotEmpty(Text(help, "Synopsis").Trim());
        Assert.NotNull(help.Properties["description"]?.Value);
        Assert.True(Items(help, "examples", "example").Count >= 2);
        var described = Items(help, "parameters", "parameter");
        Assert.All(ExportedCmdlets.OwnParameters(ExportedCmdlets.Get(name)), parameter =>
        {
            var shown = Assert.Single(described, item => Text(item, "name") == parameter.Name);
            Assert.NotNull(shown.Properties["description"]?.Value);
        });
    }

    [Fact]
    public void About_topic_is_found_and_says_what_the_module_does()
    {
        using var session = new ModuleRunspace();
        var text = session.Invoke("Get-Help about_IncidentOps").Single<string>();
        Assert.StartsWith("TOPIC\n    about_IncidentOps\n\nSHORT DESCRIPTION\n    ", text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    private static string Text(PSObject item, string property) => item.Properties[property]?.Value?.ToString() ?? "";

    private static IReadOnlyList<PSObject> Items(PSObject help, string group, string item)
    {
        var value = ((PSObject)help.Properties[group].Value).Properties[item].Value;
        return value is IEnumerable<object> many ? [.. many.Select(PSObject.AsPSObject)] : [PSObject.AsPSObject(value)];
    }
}
