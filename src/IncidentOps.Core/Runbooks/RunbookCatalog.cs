using System.Text;
using System.Text.RegularExpressions;
using IncidentOps.Core.Configuration;
using IncidentOps.Core.Procedures;
using IncidentOps.Runbooks;

namespace IncidentOps.Core.Runbooks;

/// <summary>Finds runbooks in folders; an earlier folder wins over a later one that has the same name.</summary>
internal sealed class RunbookCatalog(IReadOnlyList<string> folders)
{
    public const long LargestFile = 4 * 1024 * 1024;

    // Documents that explain the folder they stand in.
    private static readonly HashSet<string> NotRunbooks =
        new(StringComparer.OrdinalIgnoreCase) { "readme", "index", "_index", "contributing", "changelog", "license" };

    /// <summary>The organisation's own runbooks, then the built-in ones.</summary>
    public static RunbookCatalog Of(OrganisationConfiguration configuration) =>
        new([.. configuration.Runbooks, new ProcedureSource(configuration).RunbookFolder]);

    /// <summary>Every runbook whose name fits, by name. A document that cannot be read goes to the callback.</summary>
    public IEnumerable<Runbook> Find(string? name = null, Action<Exception>? onError = null)
    {
        Regex? pattern = name is null ? null : Wildcard(name);
        foreach ((string known, string path) in Files())
        {
            if (pattern is not null && !pattern.IsMatch(known))
            {
                continue;
            }

            Runbook? runbook = null;
            try
            {
                runbook = Load(path);
            }
            catch (Errors.IncidentOpsException e) when (onError is not null)
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
    public Runbook Get(string name) => Load(PathOf(name));

    /// <summary>Where the runbooks stand whose names fit.</summary>
    public IEnumerable<string> PathsOf(string name)
    {
        Regex pattern = Wildcard(name);
        return Files().Where(file => pattern.IsMatch(file.Name)).Select(file => file.Path);
    }

    /// <summary>Where the one runbook of that name stands.</summary>
    public string PathOf(string name)
    {
        Regex pattern = Wildcard(name);
        (string Name, string Path)[] files = [.. Files()];
        (string Name, string Path)[] matches = [.. files.Where(file => pattern.IsMatch(file.Name))];
        return matches.Length switch
        {
            1 => matches[0].Path,
            0 => throw RunbookErrors.NotFound(name, files.Select(file => file.Name)),
            _ => throw RunbookErrors.Ambiguous(name, matches.Select(match => match.Name)),
        };
    }

    /// <summary>The names, without reading any document: quick enough for completion.</summary>
    public IReadOnlyList<string> Names() => [.. Files().Select(file => file.Name)];

    /// <summary>Compiles the document at a path, to look at it.</summary>
    public static Runbook Load(string path) => Load(path, toRun: false);

    /// <summary>Compiles a document that is about to run: only its owner may be able to change it.</summary>
    public static Runbook LoadToRun(string path) => Load(path, toRun: true);

    private static Runbook Load(string path, bool toRun)
    {
        byte[] bytes = Read(path, toRun);
        return RunbookReader.Read(Encoding.UTF8.GetString(bytes), path, RunbookReader.HashOf(bytes));
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

    private IEnumerable<(string Name, string Path)> Files()
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        List<(string Name, string Path)> files = [];
        foreach (string folder in folders.Where(Directory.Exists))
        {
            EnumerationOptions options = new() { RecurseSubdirectories = true, MaxRecursionDepth = 8, IgnoreInaccessible = true };
            foreach (string path in Directory.EnumerateFiles(folder, "*.md", options).Order(StringComparer.Ordinal))
            {
                string stem = Path.GetFileNameWithoutExtension(path);
                string name = RunbookReader.NameOf(stem);
                if (!NotRunbooks.Contains(stem) && seen.Add(name))
                {
                    files.Add((name, path));
                }
            }
        }

        return files.OrderBy(file => file.Name, StringComparer.Ordinal);
    }

    private static Regex Wildcard(string name)
    {
        // A title or a file's name means the same runbook as the name it became.
        bool wild = name.AsSpan().IndexOfAny('*', '?') >= 0;
        string wanted = wild ? name.ToLowerInvariant() : RunbookReader.NameOf(name.EndsWith(".md", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name);
        string pattern = Regex.Escape(wanted).Replace("\\*", ".*", StringComparison.Ordinal).Replace("\\?", ".", StringComparison.Ordinal);
        return new Regex($"^{pattern}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1));
    }
}
