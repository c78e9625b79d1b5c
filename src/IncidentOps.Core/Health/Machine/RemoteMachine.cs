using System.Globalization;
using System.Text.RegularExpressions;
using IncidentOps.Core.Execution;

namespace IncidentOps.Core.Health.Machine;

/// <summary>Another machine, read by small commands that every Unix has, in forms made for programs.</summary>
internal sealed partial class RemoteMachine(string name, IProcessRunner runner) : IMachine
{
    private const int NoSuchPath = 3;

    /// <summary>Between two parts of an output; no text has it.</summary>
    private const char Separator = '\u001e';

    private const string ReadFiles =
        """
        for f; do [ -r "/proc/$f" ] && printf '\036%s\n' "$f" && cat "/proc/$f"; done; :
        """;

    // head writes the file's name above each file's beginning, and reads them all as one process.
    private const string ReadProcesses =
        """
        printf '\036%s\n' "$(getconf PAGESIZE 2>/dev/null || echo 4096)"
        cd /proc 2>/dev/null || exit 0
        cat [0-9]*/stat 2>/dev/null
        printf '\036\n'
        head -c 4000 [0-9]*/cmdline /dev/null 2>/dev/null
        :
        """;

    private const string ReadDisk =
        """
        [ -e "$1" ] || exit 3
        exec stat -f -c '%S %b %f %a %c %d' -- "$1"
        """;

    public string Name => name;

    public async Task<IReadOnlyDictionary<string, string>> ReadAsync(IReadOnlyList<string> files, CancellationToken cancellationToken)
    {
        (List<string> lines, _) = await RunAsync(ReadFiles, files, cancellationToken);
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        string? file = null;
        foreach (string line in lines)
        {
            if (line.StartsWith(Separator))
            {
                file = line[1..];
                texts[file] = "";
            }
            else if (file is not null)
            {
                texts[file] += line + "\n";
            }
        }

        return texts;
    }

    public async Task<IReadOnlyList<RunningProcess>> ReadProcessesAsync(CancellationToken cancellationToken)
    {
        (List<string> lines, _) = await RunAsync(ReadProcesses, [], cancellationToken);
        int middle = lines.FindIndex(1, static line => line.StartsWith(Separator));
        if (lines.Count == 0 || middle < 0 || !long.TryParse(lines[0].AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out long pageSize))
        {
            return [];
        }

        Dictionary<int, string> commandLines = CommandLines(lines.Skip(middle + 1));
        return
        [
            .. lines.Take(middle).Skip(1)
                .Select(stat => (Stat: stat, Id: Id(stat)))
                .Where(static process => process.Id > 0)
                .Select(process => ProcessTable.Parse(process.Id, process.Stat, commandLines.GetValueOrDefault(process.Id), pageSize))
                .OfType<RunningProcess>(),
        ];
    }

    public async Task<DiskState?> ReadDiskAsync(string path, CancellationToken cancellationToken)
    {
        (List<string> lines, int exitCode) = await RunAsync(ReadDisk, [path], cancellationToken);
        if (exitCode == NoSuchPath)
        {
            return null;
        }

        long[] figures = [.. (lines.FirstOrDefault() ?? "").Split(' ')
            .Select(static word => long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out long figure) ? figure : -1)];
        return exitCode == 0 && figures.Length == 6 && figures[..4].All(static figure => figure >= 0)
            ? DiskState.Of(figures[0], figures[1], figures[2], figures[3], figures[4], figures[5], figures[5])
            : throw new IOException($"stat ended with exit code {exitCode}");
    }

    private static int Id(string stat) =>
        int.TryParse(stat.AsSpan(0, Math.Max(0, stat.IndexOf(' ', StringComparison.Ordinal))), NumberStyles.None, CultureInfo.InvariantCulture, out int id) ? id : 0;

    private static Dictionary<int, string> CommandLines(IEnumerable<string> lines)
    {
        var found = new Dictionary<int, string>();
        int id = 0;
        foreach (string line in lines)
        {
            if (FileHeader().Match(line) is { Success: true } header)
            {
                _ = int.TryParse(header.Groups["id"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out id);
            }
            else if (line.Length > 0)
            {
                found[id] = found.TryGetValue(id, out string? before) ? $"{before}\n{line}" : line;
            }
        }

        return found;
    }

    private async Task<(List<string> Lines, int ExitCode)> RunAsync(string script, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        // The output as a whole is kept in bounds; the lines are not.
        List<string> lines = [];
        ProcessResult result = await runner.RunAsync(
            new ProcessRequest
            {
                FileName = "/bin/sh",
                Arguments = ["-c", script, "sh", .. arguments],
                Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["LC_ALL"] = "C" },
                OnLine = line =>
                {
                    if (!line.IsError)
                    {
                        lines.Add(line.Text);
                    }
                },
            },
            cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return (lines, result.ExitCode ?? -1);
    }

    [GeneratedRegex(@"\A==> (?<id>[0-9]+)/cmdline <==\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FileHeader();
}
