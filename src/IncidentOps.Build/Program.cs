using System.Text.Json;
using IncidentOps.Build;
using IncidentOps.Build.Help;

// compile-help DOCS OUTPUT EXAMPLES        MAML and about topics for the module, the examples for the tests
// manifest-value MANIFEST KEY              a text of the manifest, for the package
// new-help | update-help | check-help      work on docs/commands of the repository and the staged module
return args switch
{
    ["compile-help", var docs, var output, var examples] => CompileHelp(docs, output, examples),
    ["new-help", .. var paths] => NewHelp(Folders.From(paths)),
    ["update-help", .. var paths] => UpdateHelp(Folders.From(paths)),
    ["check-help", .. var paths] => CheckHelp(Folders.From(paths)),
    ["manifest-value", var manifest, var key] => ManifestValue(manifest, key),
    _ => Usage(),
};

static int CompileHelp(string docs, string output, string examples)
{
    try
    {
        var pages = HelpPageReader.ReadFolder(Path.Combine(docs, "commands"));
        Directory.CreateDirectory(output);
        MamlWriter.Write(pages).Save(Path.Combine(output, "IncidentOps.PowerShell.dll-Help.xml"));
        foreach (var path in Directory.EnumerateFiles(Path.Combine(docs, "about"), "about_*.md"))
        {
            var topic = AboutTopic.Write(path, File.ReadAllText(path));
            File.WriteAllText(Path.Combine(output, Path.GetFileNameWithoutExtension(path) + ".help.txt"), topic);
        }

        var list = pages.SelectMany(page => page.Examples.Select(example => new { Command = page.Name, example.Title, example.Setup, example.Code }));
        File.WriteAllText(examples, JsonSerializer.Serialize(list));
        return 0;
    }
    catch (HelpException exception)
    {
        Console.Error.WriteLine(exception.Message);
        return 1;
    }
}

static int NewHelp(Folders folders)
{
    Directory.CreateDirectory(folders.Pages);
    foreach (var cmdlet in CmdletCatalog.Read(folders.Manifest))
    {
        var path = Path.Combine(folders.Pages, cmdlet.Name + ".md");
        if (!File.Exists(path))
        {
            File.WriteAllText(path, HelpPageWriter.Skeleton(cmdlet));
            Console.WriteLine(path);
        }
    }

    return 0;
}

static int UpdateHelp(Folders folders)
{
    var pages = HelpPageReader.ReadFolder(folders.Pages);
    foreach (var cmdlet in CmdletCatalog.Read(folders.Manifest))
    {
        if (pages.FirstOrDefault(page => page.Name == cmdlet.Name) is { } page)
        {
            var text = File.ReadAllText(page.Path);
            var updated = HelpPageWriter.Update(text, page, cmdlet);
            if (updated != text)
            {
                File.WriteAllText(page.Path, updated);
                Console.WriteLine(page.Path);
            }
        }
    }

    return 0;
}

static int CheckHelp(Folders folders)
{
    try
    {
        var findings = HelpCheck.Run(folders.Pages, HelpPageReader.ReadFolder(folders.Pages), CmdletCatalog.Read(folders.Manifest)).ToList();
        findings.ForEach(Console.WriteLine);
        return findings.Count == 0 ? 0 : 1;
    }
    catch (HelpException exception)
    {
        Console.WriteLine(exception.Message);
        return 1;
    }
}

static int ManifestValue(string manifest, string key)
{
    Console.WriteLine(ModuleManifest.Read(manifest).Value(key));
    return 0;
}

static int Usage()
{
    Console.Error.WriteLine("usage: compile-help DOCS OUTPUT EXAMPLES | manifest-value MANIFEST KEY | new-help | update-help | check-help");
    return 2;
}
