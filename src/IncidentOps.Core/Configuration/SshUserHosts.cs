using System.Text.RegularExpressions;

namespace IncidentOps.Core.Configuration;

/// <summary>
/// The machines that the user's ssh configuration names, with the files that it includes: to offer them, so that what
/// cannot be read is left out, and what has no end is cut.
/// </summary>
internal sealed partial class SshUserHosts
{
    private const string ConfigurationFile = "~/.ssh/config";
    private const int MostFiles = 100;
    private const int MostHosts = 2000;
    private const int LargestFile = 1024 * 1024;

    // As deep as ssh itself goes.
    private const int Deepest = 16;

    private readonly ISystemEnvironment _environment;
    private readonly string _folder;
    private readonly CancellationToken _stop;
    private readonly List<string> _hosts = [];
    private readonly HashSet<string> _known = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _files = new(StringComparer.Ordinal);

    private SshUserHosts(ISystemEnvironment environment, CancellationToken stop)
    {
        _environment = environment;
        _stop = stop;
        _folder = Path.GetDirectoryName(ConfigurationPaths.Resolve(ConfigurationFile, folder: null, environment))!;
    }

    /// <summary>In the order of the files; no patterns, and nothing that is no machine's name.</summary>
    public static IReadOnlyList<string> Read(ISystemEnvironment environment, CancellationToken stop)
    {
        SshUserHosts reader = new(environment, stop);
        reader.Read(Path.Join(reader._folder, "config"), depth: 0);
        return reader._hosts;
    }

    private void Read(string path, int depth)
    {
        if (depth > Deepest || _files.Count >= MostFiles || !_files.Add(path) || LinesOf(path) is not { } lines)
        {
            return;
        }

        foreach (string line in lines)
        {
            _stop.ThrowIfCancellationRequested();
            Match match = Line().Match(line);
            string[] words = [.. Word().Matches(match.Groups["words"].Value).Select(static word => word.Value.Trim('"'))];
            if (match.Groups["host"].Success)
            {
                foreach (string word in words.Where(word => _hosts.Count < MostHosts && SshHost.TryParse(word, out _) && _known.Add(word)))
                {
                    _hosts.Add(word);
                }
            }
            else if (match.Success)
            {
                foreach (string included in words.SelectMany(Included))
                {
                    Read(included, depth + 1);
                }
            }
        }
    }

    /// <summary>The lines of a file; null for one that is none, such as a pipe, which would never end.</summary>
    private static string[]? LinesOf(string path)
    {
        try
        {
            FileInfo file = new(path);
            return file is { Exists: true, Length: > 0 and <= LargestFile } ? File.ReadAllLines(path) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The files that an Include names, whose last parts may be patterns.</summary>
    private IEnumerable<string> Included(string pattern)
    {
        string path = ConfigurationPaths.Resolve(pattern, _folder, _environment);
        string root = Path.GetPathRoot(path)!;
        IEnumerable<string> found = [root];
        string[] parts = path[root.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries);
        for (int at = 0; at < parts.Length; at++)
        {
            string part = parts[at];
            bool last = at == parts.Length - 1;
            found = part.AsSpan().IndexOfAny("*?") < 0 ? found.Select(folder => Path.Join(folder, part)) : found.SelectMany(folder => Matching(folder, part, last));
        }

        return found.Take(MostFiles);
    }

    private static IEnumerable<string> Matching(string folder, string pattern, bool last)
    {
        EnumerationOptions options = new() { IgnoreInaccessible = true, AttributesToSkip = FileAttributes.None, MatchType = MatchType.Simple };
        string[] found = !Directory.Exists(folder) ? []
            : [.. (last ? Directory.EnumerateFiles(folder, pattern, options) : Directory.EnumerateDirectories(folder, pattern, options)).Take(MostFiles)];
        Array.Sort(found, StringComparer.Ordinal);
        return found.Where(path => pattern[0] == '.' || Path.GetFileName(path)[0] != '.');
    }

    [GeneratedRegex(@"\A\s*((?<host>host)|include)(\s*=\s*|\s+)(?<words>[^#]*)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Line();

    [GeneratedRegex("\"[^\"]*\"|[^\\s\"]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Word();
}
