using IncidentOps.Core.Configuration;
using IncidentOps.Core.Text;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Procedures.Initialization;

/// <summary>
/// The files of a workspace, in the order in which they are written: the configuration is the last, so that it never
/// names what is not there. A configuration that is there decides where guide and runbooks belong.
/// </summary>
internal sealed class WorkspacePlan
{
    private const string GuideFileName = "incident-response.md";
    private const string RunbooksName = "runbooks";

    private readonly string _folder;
    private readonly List<PlannedFile> _files = [];
    private readonly List<string> _warnings = [];

    private WorkspacePlan(string folder) => _folder = folder;

    public IReadOnlyList<PlannedFile> Files => _files;

    /// <summary>What whoever asked for it should know.</summary>
    public IReadOnlyList<string> Warnings => _warnings;

    /// <param name="folder">The full path of the workspace's folder; it need not exist.</param>
    /// <param name="fromGuide">The full path of the document to begin with; null for the built-in guide.</param>
    /// <param name="environment">The user's environment.</param>
    public static WorkspacePlan Make(string folder, string? fromGuide, ISystemEnvironment environment)
    {
        for (string? above = folder; above is not null; above = Path.GetDirectoryName(above))
        {
            if (File.Exists(above))
            {
                throw InitializationErrors.FileInTheWay(above);
            }
        }

        var plan = new WorkspacePlan(folder);
        string configurationPath = Path.Join(folder, ConfigurationPaths.FileName);
        OrganisationConfiguration? known = File.Exists(configurationPath)
            ? new ConfigurationLoader().Load(configurationPath, folder, environment)
            : null;
        plan.WarnOfOther(configurationPath, environment);
        string runbooks = known is { Runbooks: [var first, ..] } ? first : Path.Join(folder, RunbooksName);
        plan.AddRunbooks(runbooks);
        string guide = plan.AddGuide(known?.Guide, fromGuide);
        plan.Add(WorkspaceFileKind.Schema, Path.Join(folder, ConfigurationTemplate.SchemaFileName), () => File.ReadAllBytes(BuiltInSchema));
        plan.Add(WorkspaceFileKind.Configuration, configurationPath, () =>
            TextFile.Encode(ConfigurationTemplate.Fill(plan.NameOf(guide), plan.NameOf(runbooks), environment.LocalTimeZone)));
        return plan;
    }

    /// <summary>A path from the workspace's folder, with slashes.</summary>
    public string NameOf(string path) => Path.GetRelativePath(_folder, path).Replace('\\', '/');

    private static string BuiltInSchema => Path.Join(
        Path.GetDirectoryName(Path.GetDirectoryName(ProcedureSource.BuiltIn.Path)), "schema", ConfigurationTemplate.SchemaFileName);

    private void WarnOfOther(string configurationPath, ISystemEnvironment environment)
    {
        if (environment.Variable(ConfigurationPaths.Variable) is { } other && ConfigurationPaths.Resolve(other, _folder, environment) is var used
            && used != configurationPath && used != _folder)
        {
            _warnings.Add($"The environment variable {ConfigurationPaths.Variable} names '{Printable.Line(other)}': commands use that configuration, not the one of this folder, until the variable is removed.");
        }
    }

    /// <summary>The built-in runbooks to begin with, unless the folder holds runbooks of the organisation's own.</summary>
    private void AddRunbooks(string folder)
    {
        Dictionary<string, string> builtIn = MarkdownIn(ProcedureSource.BuiltIn.RunbookFolder).ToDictionary(path => Path.GetFileName(path), StringComparer.OrdinalIgnoreCase);
        string[] present = Directory.Exists(folder) ? [.. MarkdownIn(folder)] : [];
        if (present.Any(path => !builtIn.ContainsKey(Path.GetFileName(path))))
        {
            _files.AddRange(present.Select(path => new PlannedFile(WorkspaceFileKind.Runbook, path, null)));
            return;
        }

        foreach ((string name, string path) in builtIn.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            Add(WorkspaceFileKind.Runbook, Path.Join(folder, name), () => File.ReadAllBytes(path));
        }
    }

    /// <summary>The guide's path. A document that stands in the workspace already is the guide where it stands.</summary>
    private string AddGuide(string? configured, string? fromGuide)
    {
        if (fromGuide is not null && !File.Exists(fromGuide))
        {
            throw InitializationErrors.GuideNotFound(fromGuide);
        }

        string path = configured ?? (fromGuide is not null && IsInside(fromGuide) ? fromGuide : Path.Join(_folder, GuideFileName));
        if (fromGuide is not null && File.Exists(path) && path != fromGuide)
        {
            _warnings.Add($"'{Printable.Line(path)}' is the guide already and is kept; '{Printable.Line(fromGuide)}' is not used.");
        }

        Add(WorkspaceFileKind.Guide, path, () =>
        {
            if (fromGuide is null)
            {
                return ProcedureSource.Read(ProcedureSource.BuiltIn.Path);
            }

            ImportedGuide imported = ImportedGuide.Read(fromGuide);
            _warnings.AddRange(imported.Changes);
            return imported.Content;
        });
        return path;
    }

    private void Add(WorkspaceFileKind kind, string path, Func<byte[]> content)
    {
        if (Directory.Exists(path))
        {
            throw InitializationErrors.FolderInTheWay(path);
        }

        _files.Add(new PlannedFile(kind, path, File.Exists(path) ? null : content()));
    }

    private bool IsInside(string path) =>
        Path.GetRelativePath(_folder, path) is var relative && !relative.StartsWith("..", StringComparison.Ordinal) && !Path.IsPathRooted(relative);

    private static IEnumerable<string> MarkdownIn(string folder) =>
        Directory.EnumerateFiles(folder, "*.md").Order(StringComparer.Ordinal);
}
