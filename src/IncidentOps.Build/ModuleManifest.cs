using System.Collections;
using System.Management.Automation.Language;

namespace IncidentOps.Build;

/// <summary>The module's manifest, read as data and never run.</summary>
internal sealed class ModuleManifest
{
    private readonly Hashtable _values;

    private ModuleManifest(Hashtable values) => _values = values;

    internal static ModuleManifest Read(string path)
    {
        var script = Parser.ParseFile(path, out _, out var errors);
        return errors is []
            ? new ModuleManifest((Hashtable)script.Find(node => node is HashtableAst, searchNestedScriptBlocks: false).SafeGetValue())
            : throw new InvalidDataException($"{path}: {errors[0].Message}");
    }

    /// <summary>A text of the manifest; "PackageTags" are its tags and those by which a gallery finds commands.</summary>
    internal string Value(string key) => key == "PackageTags"
        ? string.Join(' ', PackageTags())
        : (_values[key] ?? GalleryData[key] ?? throw new KeyNotFoundException($"The manifest has no '{key}'.")).ToString()!;

    private Hashtable GalleryData => (Hashtable)((Hashtable)_values["PrivateData"]!)["PSData"]!;

    private IEnumerable<string> PackageTags() =>
    [
        "PSModule",
        .. List(_values["CompatiblePSEditions"]).Select(edition => "PSEdition_" + edition),
        .. List(GalleryData["Tags"]),
        "PSIncludes_Cmdlet",
        .. List(_values["CmdletsToExport"]).SelectMany(name => (string[])["PSCmdlet_" + name, "PSCommand_" + name]),
    ];

    private static IEnumerable<string> List(object? value) => ((object[])value!).Cast<string>();
}
