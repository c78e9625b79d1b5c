using System.Management.Automation;
using System.Reflection;
using System.Reflection.Emit;

namespace IncidentOps.Benchmarks;

/// <summary>The least that can be imported as a binary module: a manifest, and one cmdlet that does nothing.</summary>
internal static class EmptyModule
{
    private const string Name = "EmptyModule";

    /// <summary>Writes it, and returns its manifest's path.</summary>
    internal static string Write(string folder)
    {
        var assembly = new PersistedAssemblyBuilder(new AssemblyName(Name), typeof(object).Assembly);
        var cmdlet = assembly.DefineDynamicModule(Name).DefineType(
            "GetNothingCommand", TypeAttributes.Public | TypeAttributes.Sealed | TypeAttributes.Class, typeof(PSCmdlet));
        cmdlet.SetCustomAttribute(new CustomAttributeBuilder(
            typeof(CmdletAttribute).GetConstructor([typeof(string), typeof(string)])!, [VerbsCommon.Get, "Nothing"]));
        cmdlet.CreateType();
        assembly.Save(Path.Combine(folder, Name + ".dll"));

        var manifest = Path.Combine(folder, Name + ".psd1");
        File.WriteAllText(
            manifest,
            $$"""
            @{
                RootModule = '{{Name}}.dll'
                ModuleVersion = '1.0.0'
                GUID = '{{Guid.NewGuid()}}'
                CmdletsToExport = @('Get-Nothing')
                FunctionsToExport = @()
                AliasesToExport = @()
            }
            """);
        return manifest;
    }
}
