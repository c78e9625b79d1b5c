using System.Xml.Linq;

namespace IncidentOps.PowerShell.Tests.Contract;

/// <summary>The views of the staged format file.</summary>
internal static class FormatViews
{
    private static readonly XDocument Document = XDocument.Load(Path.Combine(Repository.ModulePath, "IncidentOps.Format.ps1xml"));

    /// <summary>The kinds of control that show a type, in the order in which the engine tries them.</summary>
    internal static IEnumerable<string> Controls(string typeName) => Document
        .Descendants("View")
        .Where(view => Selects(view).Contains(typeName, StringComparer.Ordinal))
        .SelectMany(view => view.Elements())
        .Select(element => element.Name.LocalName)
        .Where(name => name.EndsWith("Control", StringComparison.Ordinal));

    /// <summary>Every view: the type it is for, and its XML.</summary>
    internal static IEnumerable<(string Type, XElement View)> All =>
        Document.Descendants("View").SelectMany(view => Selects(view).Select(type => (type, view)));

    /// <summary>Writes a format file with the lists alone, so that an engine without Format-List shows them.</summary>
    internal static void SaveLists(string path)
    {
        var lists = new XDocument(Document);
        lists.Descendants("View").Where(view => view.Element("ListControl") is null).Remove();
        lists.Save(path);
    }

    private static IEnumerable<string> Selects(XElement view)
    {
        var selected = view.Element("ViewSelectedBy");
        var sets = selected?.Elements("SelectionSetName").Select(element => element.Value).ToList() ?? [];
        return (selected?.Elements("TypeName") ?? [])
            .Concat(Document.Descendants("SelectionSet")
                .Where(set => sets.Contains(set.Element("Name")?.Value ?? "", StringComparer.Ordinal))
                .Descendants("TypeName"))
            .Select(element => element.Value);
    }
}
