using System.Management.Automation;
using System.Reflection;

namespace IncidentOps.PowerShell.Tests.Contract;

/// <summary>What every command of the module has to keep, those to come included.</summary>
public sealed class CmdletContractTests
{
    private static readonly HashSet<string> ApprovedVerbs =
        new[] { typeof(VerbsCommon), typeof(VerbsCommunications), typeof(VerbsData), typeof(VerbsDiagnostic), typeof(VerbsLifecycle), typeof(VerbsOther), typeof(VerbsSecurity) }
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Select(field => (string)field.GetValue(null)!)
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>Verbs that only look, or choose for the session as Use does; every other verb changes something.</summary>
    private static readonly string[] ReadingVerbs =
        ["Compare", "ConvertFrom", "ConvertTo", "Find", "Format", "Get", "Measure", "Search", "Select", "Show", "Test", "Use", "Watch"];

    private static readonly string?[] OutputAssemblies =
        ["IncidentOps.Abstractions", "System.Private.CoreLib", "System.Management.Automation"];

    /// <summary>Parameters that name a thing which exists: the shell can list them.</summary>
    private static readonly string[] ReferringParameters =
    [
        "Actor", "Assignee", "Channel", "Checklist", "Commander", "Component", "Id", "Incident", "Into", "Kind", "Level", "Name",
        "Owner", "Person", "Phase", "Responder", "Role", "Rotation", "Runbook", "Service", "Severity", "Status", "Step", "Task", "Template",
    ];

    /// <summary>Parameters of such a name that give something its name instead.</summary>
    private static readonly string[] NamingParameters = ["Add-IncidentEvidence -Name"];

    public static TheoryData<string> Names => ExportedCmdlets.Names;

    public static TheoryData<string> OutputTypes =>
    [
        .. ExportedCmdlets.All
            .SelectMany(cmdlet => cmdlet.OutputType)
            .Where(output => output.Type?.Namespace?.StartsWith("IncidentOps", StringComparison.Ordinal) == true)
            .Select(output => output.Name)
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>Whether running the cmdlet can change something, the store or else.</summary>
    internal static bool ChangesState(CmdletInfo cmdlet) => !ReadingVerbs.Contains(cmdlet.Verb, StringComparer.Ordinal);

    [Fact]
    public void Manifest_lists_exactly_the_compiled_cmdlets()
    {
        using var session = new ModuleRunspace();
        var assembly = session.Invoke("Get-Module IncidentOps").Single<PSModuleInfo>().ImplementingAssembly;
        var compiled = assembly.GetExportedTypes()
            .Select(type => type.GetCustomAttribute<CmdletAttribute>())
            .OfType<CmdletAttribute>()
            .Select(attribute => $"{attribute.VerbName}-{attribute.NounName}");

        Assert.Equal(
            compiled.Order(StringComparer.Ordinal),
            ExportedCmdlets.InManifest("CmdletsToExport").Order(StringComparer.Ordinal));
        Assert.Empty(ExportedCmdlets.InManifest("FunctionsToExport"));
        Assert.Empty(ExportedCmdlets.InManifest("AliasesToExport"));
    }

    [Theory, MemberData(nameof(Names))]
    public void Class_is_sealed(string name) => Assert.True(ExportedCmdlets.Get(name).ImplementingType.IsSealed);

    [Theory, MemberData(nameof(Names))]
    public void Verb_is_approved_and_noun_singular(string name)
    {
        var cmdlet = ExportedCmdlets.Get(name);
        Assert.True(ApprovedVerbs.Contains(cmdlet.Verb), $"'{cmdlet.Verb}' is no approved verb.");
        Assert.Matches("^[A-Z][A-Za-z]+$", cmdlet.Noun);
        Assert.True(
            cmdlet.Noun == "IncidentOps" || !cmdlet.Noun.EndsWith('s') || cmdlet.Noun.EndsWith("ss", StringComparison.Ordinal) || cmdlet.Noun.EndsWith("us", StringComparison.Ordinal),
            $"'{cmdlet.Noun}' is plural.");
    }

    [Theory, MemberData(nameof(Names))]
    public void Output_type_is_declared(string name) => Assert.NotEmpty(ExportedCmdlets.Get(name).OutputType);

    [Theory, MemberData(nameof(Names))]
    public void Output_types_are_the_modules_own_or_the_platforms(string name) => Assert.All(
        ExportedCmdlets.Get(name).OutputType,
        output => Assert.Contains(output.Type?.Assembly.GetName().Name, OutputAssemblies));

    [Theory, MemberData(nameof(Names))]
    public void Changing_verb_supports_ShouldProcess(string name)
    {
        var cmdlet = ExportedCmdlets.Get(name);
        if (ChangesState(cmdlet))
        {
            Assert.True(
                cmdlet.ImplementingType.GetCustomAttribute<CmdletAttribute>()!.SupportsShouldProcess,
                $"'{cmdlet.Verb}' changes something: declare SupportsShouldProcess and ask.");
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void Referring_parameters_have_a_completer(string name) => Assert.All(
        ExportedCmdlets.OwnParameters(ExportedCmdlets.Get(name))
            .Where(parameter => HasToComplete(ExportedCmdlets.Get(name), parameter)),
        parameter => Assert.True(Completes(parameter), $"-{parameter.Name} names something that exists, but does not complete."));

    [Theory, MemberData(nameof(OutputTypes))]
    public void Output_type_shows_as_a_table_first_and_a_list_second(string type) =>
        Assert.Equal(["TableControl", "ListControl"], FormatViews.Controls(type).Take(2));

    /// <summary>Whether the parameter names things that exist, so that the shell can list them.</summary>
    internal static bool HasToComplete(CmdletInfo cmdlet, ParameterMetadata parameter) =>
        parameter.ParameterType != typeof(SwitchParameter)
        && !NamingParameters.Contains($"{cmdlet.Name} -{parameter.Name}", StringComparer.Ordinal)
        && (ReferringParameters.Contains(parameter.Name, StringComparer.Ordinal)
            || parameter.Name.EndsWith("Id", StringComparison.Ordinal)
            || parameter.Name.EndsWith("Name", StringComparison.Ordinal));

    private static bool Completes(ParameterMetadata parameter)
    {
        var type = parameter.ParameterType;
        type = type.IsArray ? type.GetElementType()! : type;
        return (Nullable.GetUnderlyingType(type) ?? type).IsEnum
            || parameter.Attributes.Any(attribute => attribute is ArgumentCompleterAttribute or ArgumentCompletionsAttribute or ValidateSetAttribute);
    }
}
