using System.Text;
using System.Text.RegularExpressions;
using IncidentOps.Core.Configuration;
using IncidentOps.Core.Errors;
using IncidentOps.Core.Procedures;
using IncidentOps.Procedures;
using IncidentOps.Runbooks;

namespace IncidentOps.Core.Runbooks;

/// <summary>
/// Finds runbooks: documents in folders, and the scenarios of the guide. What is the organisation's own wins over what is
/// built in, a document over a scenario: of the same name, or where the scenario points to the document.
/// </summary>
internal sealed class RunbookCatalog
{
    public const long LargestFile = 4 * 1024 * 1024;

    // Documents that explain the folder they stand in.
    private static readonly HashSet<string> NotRunbooks =
        new(StringComparer.OrdinalIgnoreCase) { "readme", "index", "_index", "contributing", "changelog", "license" };

    private readonly IReadOnlyList<string> _own;
    private readonly IReadOnlyList<string> _builtIn;
    private readonly string? _guide;
    private readonly bool _guideIsOwn;

    /// <param name="own">The organisation's folders; an earlier one wins over a later one.</param>
    /// <param name="builtIn">The folders that are shipped.</param>
    /// <param name="guide">The guide whose scenarios are runbooks.</param>
    /// <param name="guideIsOwn">True where it is the organisation's own.</param>
    public RunbookCatalog(IReadOnlyList<string> own, IReadOnlyList<string>? builtIn = null, string? guide = null, bool guideIsOwn = false) =>
        (_own, _builtIn, _guide, _guideIsOwn) = (own, builtIn ?? [], guide, guideIsOwn);

    /// <summary>The organisation's runbooks, the scenarios of its guide, and what is built in.</summary>
    public static RunbookCatalog Of(OrganisationConfiguration configuration)
    {
        ProcedureSource source = new(configuration);
        return new RunbookCatalog(configuration.Runbooks, [source.RunbookFolder], source.Path, configuration.Guide is not null);
    }

    /// <summary>Every runbook whose name fits, by name. A document that cannot be read goes to the callback.</summary>
    public IEnumerable<Runbook> Find(string? name = null, Action<Exception>? onError = null)
    {
        Regex? pattern = name is null ? null : Wildcard(name);
        foreach (Entry entry in Entries(onError ?? (failure => throw failure)).Where(entry => pattern?.IsMatch(entry.Name) != false))
        {
            Runbook? runbook = null;
            try
            {
                runbook = Load(entry, toRun: false);
            }
            catch (IncidentOpsException e) when (onError is not null)
            {
                onError(e);
            }

            if (runbook is not null)
            {
                yield return runbook;
            }
        }
    }

    /// <summary>The one runbook of that name; wildcards are fine as long as they fit one only.</summary>
    public Runbook Get(string name) => Load(EntryOf(name), toRun: false);

    /// <summary>The one runbook of that name, about to run: only the owner of its file may be able to change it.</summary>
    public Runbook GetToRun(string name) => Load(EntryOf(name), toRun: true);

    /// <summary>The names, without reading any document but the guide, which is compiled once: quick enough for completion.</summary>
    public IReadOnlyList<string> Names() => [.. Entries(_ => { }).Select(entry => entry.Name)];

    /// <summary>Compiles the document at a path, to look at it.</summary>
    public static Runbook Load(string path) => Load(path, toRun: false);

    /// <summary>Compiles a document that is about to run: only its owner may be able to change it.</summary>
    public static Runbook LoadToRun(string path) => Load(path, toRun: true);

    /// <summary>Compiles a runbook that somebody holds in their hands once more, about to run.</summary>
    public static Runbook LoadToRun(Runbook runbook) =>
        runbook.Path is { } path ? Load(new Entry(runbook.Name, path, runbook.IsScenario), toRun: true) : throw RunbookErrors.FileNotFound(runbook.Name);

    private static Runbook Load(string path, bool toRun)
    {
        byte[] bytes = Read(path, toRun);
        return RunbookReader.Read(Encoding.UTF8.GetString(bytes), path, RunbookReader.HashOf(bytes));
    }

    private static Runbook Load(Entry entry, bool toRun)
    {
        if (!entry.IsScenario)
        {
            return Load(entry.Path, toRun);
        }

        byte[] bytes = Read(entry.Path, toRun);
        Procedure procedure = ProcedureSource.Compile(entry.Path, bytes);
        // The guide may have changed since its names were read.
        return ScenarioRunbook.Of(procedure).FirstOrDefault(named => named.Name == entry.Name) is { Scenario: { } scenario }
            ? ScenarioRunbook.Read(scenario, entry.Name, entry.Path, RunbookReader.HashOf(bytes))
            : throw RunbookErrors.NotFound(entry.Name, ScenarioRunbook.Of(procedure).Select(named => named.Name));
    }

    /// <summary>A document's bytes; where it is about to run, only its owner may be able to change it.</summary>
    public static byte[] Read(string path, bool toRun)
    {
        try
        {
            if (!File.Exists(path))
            {
                throw RunbookErrors.FileNotFound(path);
            }

            using FileStream file = File.OpenRead(path);
            if (toRun && FileSafety.OthersCanWrite(file.SafeFileHandle, out UnixFileMode mode))
            {
                throw RunbookErrors.FileWritableByOthers(path, FileSafety.Octal(mode), FileSafety.Remedy(path));
            }

            if (file.Length > LargestFile)
            {
                throw RunbookErrors.FileTooLarge(path, file.Length, LargestFile);
            }

            byte[] bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            return bytes;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw RunbookErrors.FileUnreadable(path, e);
        }
    }

    private Entry EntryOf(string name)
    {
        Regex pattern = Wildcard(name);
        Exception? failure = null;
        Entry[] entries = [.. Entries(e => failure = e)];
        Entry[] matches = [.. entries.Where(entry => pattern.IsMatch(entry.Name))];
        return matches.Length switch
        {
            1 => matches[0],
            0 => throw failure ?? RunbookErrors.NotFound(name, entries.Select(entry => entry.Name)),
            _ => throw RunbookErrors.Ambiguous(name, matches.Select(match => match.Name)),
        };
    }

    /// <summary>All there are, by name. A guide that cannot be read has no scenarios, which the callback is told.</summary>
    private IEnumerable<Entry> Entries(Action<Exception> onError)
    {
        List<Entry> own = [.. _own.SelectMany(Documents)];
        List<Entry> builtIn = [.. _builtIn.SelectMany(Documents)];
        IEnumerable<Entry> scenarios = Scenarios([.. own.Concat(builtIn).Select(entry => entry.Path)], onError);
        IEnumerable<Entry> all = _guideIsOwn ? [.. own, .. scenarios, .. builtIn] : [.. own, .. builtIn, .. scenarios];
        return all.DistinctBy(entry => entry.Name, StringComparer.Ordinal).OrderBy(entry => entry.Name, StringComparer.Ordinal);
    }

    private static IEnumerable<Entry> Documents(string folder)
    {
        EnumerationOptions options = new() { RecurseSubdirectories = true, MaxRecursionDepth = 8, IgnoreInaccessible = true };
        return !Directory.Exists(folder)
            ? []
            : from path in Directory.EnumerateFiles(folder, "*.md", options).Order(StringComparer.Ordinal)
              let stem = Path.GetFileNameWithoutExtension(path)
              where !NotRunbooks.Contains(stem)
              select new Entry(RunbookReader.NameOf(stem), path, IsScenario: false);
    }

    private List<Entry> Scenarios(HashSet<string> documents, Action<Exception> onError)
    {
        if (_guide is not { } guide)
        {
            return [];
        }

        try
        {
            return
            [
                .. ScenarioRunbook.Of(ProcedureSource.Compile(guide))
                    .Where(named => !documents.Contains(Target(guide, named.Scenario)))
                    .Select(named => new Entry(named.Name, guide, IsScenario: true)),
            ];
        }
        catch (IncidentOpsException failure)
        {
            onError(failure);
            return [];
        }
    }

    /// <summary>The file that a scenario points to; empty where it points to none.</summary>
    private static string Target(string guide, Scenario scenario)
    {
        string link = Uri.UnescapeDataString((scenario.Link ?? "").Split('#', '?')[0]);
        return link.Length == 0 || link.Contains(':', StringComparison.Ordinal) || link.Contains('\0', StringComparison.Ordinal)
            ? ""
            : Path.GetFullPath(link, Path.GetDirectoryName(Path.GetFullPath(guide))!);
    }

    private static Regex Wildcard(string name)
    {
        // A title or a file's name means the same runbook as the name it became.
        bool wild = name.AsSpan().IndexOfAny('*', '?') >= 0;
        string wanted = wild ? name.ToLowerInvariant() : RunbookReader.NameOf(name.EndsWith(".md", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name);
        string pattern = Regex.Escape(wanted).Replace("\\*", ".*", StringComparison.Ordinal).Replace("\\?", ".", StringComparison.Ordinal);
        return new Regex($"^{pattern}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1));
    }

    private readonly record struct Entry(string Name, string Path, bool IsScenario);
}
