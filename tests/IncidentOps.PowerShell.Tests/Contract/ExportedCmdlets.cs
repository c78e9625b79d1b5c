using System.Management.Automation;
using System.Management.Automation.Language;

namespace IncidentOps.PowerShell.Tests.Contract;

/// <summary>The cmdlets of the staged module, as the engine sees them.</summary>
internal static class ExportedCmdlets
{
    private static readonly Lazy<IReadOnlyDictionary<string, CmdletInfo>> Cmdlets = new(Read);

    internal static IEnumerable<CmdletInfo> All => Cmdlets.Value.Values;

    /// <summary>Their names: a row of test data each.</summary>
    internal static TheoryData<string> Names => [.. Cmdlets.Value.Keys];

    internal static CmdletInfo Get(string name) => Cmdlets.Value[name];

    /// <summary>The parameters that are the cmdlet's own, each once.</summary>
    internal static IEnumerable<ParameterMetadata> OwnParameters(CmdletInfo cmdlet) =>
        cmdlet.Parameters.Values.Where(parameter => !parameter.IsDynamic
            && !Cmdlet.CommonParameters.Contains(parameter.Name)
            && !Cmdlet.OptionalCommonParameters.Contains(parameter.Name));

    /// <summary>What the manifest lists, read without running it.</summary>
    internal static IReadOnlyList<string> InManifest(string key)
    {
        var script = Parser.ParseFile(Repository.Manifest, out _, out var errors);
        Assert.Empty(errors);
        var manifest = (HashtableAst)script.Find(node => node is HashtableAst, searchNestedScriptBlocks: false);
        var table = (System.Collections.Hashtable)manifest.SafeGetValue();
        return [.. ((object[])table[key]!).Cast<string>()];
    }

    private static SortedDictionary<string, CmdletInfo> Read()
    {
        using var session = new ModuleRunspace();
        var cmdlets = session.Invoke("Get-Command -Module IncidentOps -CommandType Cmdlet").Succeeded().Output
            .Select(item => (CmdletInfo)item.BaseObject)
            .ToDictionary(cmdlet => cmdlet.Name, StringComparer.Ordinal);

        // The engine works them out lazily and in the session: all of it is needed later.
        foreach (var cmdlet in cmdlets.Values)
        {
            _ = (cmdlet.Parameters.Count, cmdlet.OutputType.Count, cmdlet.ImplementingType.IsSealed);
        }

        return new SortedDictionary<string, CmdletInfo>(cmdlets, StringComparer.Ordinal);
    }
}
