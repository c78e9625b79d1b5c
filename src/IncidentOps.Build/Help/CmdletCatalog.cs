using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using Shell = System.Management.Automation.PowerShell;

namespace IncidentOps.Build.Help;

/// <summary>Asks the engine about the cmdlets of the staged module.</summary>
internal static class CmdletCatalog
{
    private static readonly HashSet<string> CommonParameters =
        new(Cmdlet.CommonParameters.Append("ProgressAction"), StringComparer.OrdinalIgnoreCase);

    internal static IReadOnlyList<CmdletFacts> Read(string manifest)
    {
        var state = InitialSessionState.CreateDefault2();
        state.ImportPSModule(manifest);
        using var runspace = RunspaceFactory.CreateRunspace(state);
        runspace.Open();
        using var shell = Shell.Create(runspace);
        shell.AddCommand("Get-Command")
            .AddParameter("Module", Path.GetFileNameWithoutExtension(manifest))
            .AddParameter("CommandType", CommandTypes.Cmdlet);
        return [.. shell.Invoke<CmdletInfo>().OrderBy(cmdlet => cmdlet.Name, StringComparer.Ordinal).Select(Facts)];
    }

    private static CmdletFacts Facts(CmdletInfo cmdlet)
    {
        var sets = cmdlet.ParameterSets;
        var parameters = sets
            .SelectMany(set => set.Parameters.Where(IsOwn).Select(parameter => (Set: set, Parameter: parameter)))
            .GroupBy(item => item.Parameter.Name, StringComparer.OrdinalIgnoreCase)
            .Select(group => new CmdletParameter(group.Key, Facts([.. group], sets.Count)))
            .OrderBy(parameter => parameter.Name is "WhatIf" or "Confirm")
            .ThenBy(parameter => parameter.Name, StringComparer.Ordinal)
            .ToList();
        return new CmdletFacts(
            cmdlet.Name,
            [.. sets.Select(set => Syntax(cmdlet, set, sets.Count))],
            parameters,
            [.. Inputs(sets)],
            [.. cmdlet.OutputType.Select(type => type.Name).Distinct(StringComparer.Ordinal)]);
    }

    private static HelpSyntax Syntax(CmdletInfo cmdlet, CommandParameterSetInfo set, int count) => new(
        count == 1 ? null : set.Name,
        set.IsDefault || count == 1,
        $"{cmdlet.Name} {set}",
        Line: 0);

    private static List<ParameterFacts> Facts(
        IReadOnlyList<(CommandParameterSetInfo Set, CommandParameterInfo Parameter)> uses,
        int setCount)
    {
        var alike = uses.GroupBy(use => Facts(use.Parameter)).ToList();
        return alike is [var only] && only.Count() == setCount
            ? [only.Key]
            : [.. alike.Select(group => group.Key with { ParameterSets = string.Join(", ", group.Select(use => use.Set.Name)) })];
    }

    private static ParameterFacts Facts(CommandParameterInfo parameter) => new()
    {
        Type = TypeName(parameter.ParameterType),
        Aliases = string.Join(", ", parameter.Aliases),
        Required = parameter.IsMandatory,
        Position = parameter.Position < 0 ? "Named" : parameter.Position.ToString(CultureInfo.InvariantCulture),
        DefaultValue = parameter.ParameterType == typeof(SwitchParameter) ? "False" : "None",
        PipelineInput = (parameter.ValueFromPipelineByPropertyName, parameter.ValueFromPipeline) switch
        {
            (true, true) => "True (ByPropertyName, ByValue)",
            (true, false) => "True (ByPropertyName)",
            (false, true) => "True (ByValue)",
            _ => "False",
        },
        Wildcards = parameter.Attributes.OfType<SupportsWildcardsAttribute>().Any(),
    };

    private static IEnumerable<string> Inputs(IEnumerable<CommandParameterSetInfo> sets) => sets
        .SelectMany(set => set.Parameters)
        .Where(parameter => IsOwn(parameter) && (parameter.ValueFromPipeline || parameter.ValueFromPipelineByPropertyName))
        .Select(parameter => FullName(parameter.ParameterType))
        .Distinct(StringComparer.Ordinal);

    private static bool IsOwn(CommandParameterInfo parameter) =>
        !parameter.IsDynamic && !CommonParameters.Contains(parameter.Name);

    private static string TypeName(Type type) => type switch
    {
        { IsArray: true } => TypeName(type.GetElementType()!) + "[]",
        _ when Nullable.GetUnderlyingType(type) is { } underlying => TypeName(underlying),
        _ => type.Name,
    };

    private static string FullName(Type type) => type.IsArray
        ? FullName(type.GetElementType()!) + "[]"
        : (Nullable.GetUnderlyingType(type) ?? type).FullName!;
}
