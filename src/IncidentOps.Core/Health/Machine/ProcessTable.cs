using System.Diagnostics;
using System.Globalization;

namespace IncidentOps.Core.Health.Machine;

/// <summary>A process that runs.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">The name of its program.</param>
/// <param name="CommandLine">What it was started with; empty where that may not be read.</param>
/// <param name="IsDead">True for one that has ended and waits to be noticed.</param>
/// <param name="MemoryBytes">The memory that it keeps in use.</param>
/// <param name="ProcessorTicks">The time it has spent on processors, in hundredths of a second.</param>
/// <param name="StartTicks">When it was started, in hundredths of a second after the machine was.</param>
internal sealed record RunningProcess(int Id, string Name, string CommandLine, bool IsDead, long MemoryBytes, long ProcessorTicks, long StartTicks = 0)
{
    public const int TicksPerSecond = 100;
}

/// <summary>The processes of this machine.</summary>
internal static class ProcessTable
{
    private static readonly long PageSize = Environment.SystemPageSize;

    public static IEnumerable<RunningProcess> Read(ProcFiles proc) => proc.Exist
        ? proc.ProcessIds().Select(id => Parse(id, proc.Read($"{id}/stat"), proc.Read($"{id}/cmdline"))).OfType<RunningProcess>()
        : ReadElsewhere();

    /// <summary>Understands /proc/ID/stat and /proc/ID/cmdline; null where the process has ended meanwhile.</summary>
    internal static RunningProcess? Parse(int id, string? stat, string? commandLine, long? pageSize = null)
    {
        // "42 (a name) of its own) S 1 …": the name may hold anything, so its end is the last bracket.
        int open = stat?.IndexOf('(', StringComparison.Ordinal) ?? -1;
        int close = stat?.LastIndexOf(')') ?? -1;
        if (open < 0 || close < open)
        {
            return null;
        }

        string[] fields = stat![(close + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string[] arguments = (commandLine ?? "").TrimEnd('\0').Split('\0');
        string name = stat[(open + 1)..close];

        // The kernel keeps fifteen letters of a name; the command line has the rest.
        string program = Path.GetFileName(arguments[0].Split(' ')[0]);
        return new RunningProcess(
            id,
            name.Length == 15 && program.StartsWith(name, StringComparison.Ordinal) ? program : name,
            string.Join(' ', arguments),
            fields.FirstOrDefault() is "Z" or "X",
            Field(fields, 21) * (pageSize ?? PageSize),
            Field(fields, 11) + Field(fields, 12),
            Field(fields, 19));
    }

    private static long Field(string[] fields, int index) =>
        long.TryParse(fields.ElementAtOrDefault(index), NumberStyles.None, CultureInfo.InvariantCulture, out long value) ? value : 0;

    private static IEnumerable<RunningProcess> ReadElsewhere()
    {
        foreach (Process process in Process.GetProcesses())
        {
            using (process)
            {
                yield return new RunningProcess(process.Id, process.ProcessName, "", IsDead: false, process.WorkingSet64, 0);
            }
        }
    }
}
