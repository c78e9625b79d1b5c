using System.Globalization;
using IncidentOps.Core.Errors;
using IncidentOps.Health;

namespace IncidentOps.Core.Health.Machine;

/// <summary>Reads what a machine has and how much of it is used.</summary>
internal sealed class SystemResourceReader(TimeProvider time)
{
    // A network file system whose server is gone never answers.
    private static readonly TimeSpan DiskTimeout = TimeSpan.FromSeconds(3);

    public async Task<SystemResource> ReadAsync(IMachine machine, SystemResourceRequest request, CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<string, string> before = await machine.ReadAsync(["stat"], cancellationToken);
        Dictionary<int, RunningProcess> earlier = Index(await machine.ReadProcessesAsync(cancellationToken));
        Task<IReadOnlyList<DiskUsage>> disks = ReadDisksAsync(machine, request.Paths, cancellationToken);
        await Task.Delay(request.Sample, time, cancellationToken);
        IReadOnlyDictionary<string, string> after = await machine.ReadAsync(["stat", "meminfo", "loadavg", "uptime"], cancellationToken);
        IReadOnlyList<RunningProcess> processes = await machine.ReadProcessesAsync(cancellationToken);
        if (CpuTimes.Parse(before.GetValueOrDefault("stat")) is not { } started
            || CpuTimes.Parse(after.GetValueOrDefault("stat")) is not { } ended
            || MemoryState.Parse(after.GetValueOrDefault("meminfo")) is not { } memory)
        {
            throw ProcMissing(machine);
        }

        (double busy, double waiting) = ended.Since(started);
        LoadAverage? load = LoadAverage.Parse(after.GetValueOrDefault("loadavg"));
        return new SystemResource
        {
            HostName = machine.Name,
            ReadAt = time.GetUtcNow(),
            Uptime = Uptime(after.GetValueOrDefault("uptime")),
            Processors = ended.Processors,
            CpuBusyPercent = Math.Round(busy, 1),
            DiskWaitPercent = Math.Round(waiting, 1),
            Load1 = load?.One ?? 0,
            Load5 = load?.Five ?? 0,
            Load15 = load?.Fifteen ?? 0,
            MemoryTotalBytes = memory.Total,
            MemoryAvailableBytes = memory.Available,
            MemoryUsedPercent = Math.Round(memory.UsedPercent, 1),
            SwapTotalBytes = memory.SwapTotal,
            SwapUsedPercent = Math.Round(memory.SwapUsedPercent, 1),
            Disks = [.. (await disks).OrderByDescending(static disk => Math.Max(disk.UsedPercent ?? 0, disk.InodesUsedPercent ?? 0))],
            Processes = Heaviest(processes.Select(process => Usage(process, earlier, started, ended, memory)), request.Top),
        };
    }

    private static Dictionary<int, RunningProcess> Index(IReadOnlyList<RunningProcess> processes) =>
        processes.DistinctBy(static process => process.Id).ToDictionary(static process => process.Id);

    /// <summary>Those that take most of the processors and, where they are not among these, most of the memory.</summary>
    private static IReadOnlyList<ProcessUsage> Heaviest(IEnumerable<ProcessUsage> processes, int top)
    {
        ProcessUsage[] all = [.. processes];
        return
        [
            .. all.Where(static process => process.CpuPercent > 0).OrderByDescending(static process => process.CpuPercent).ThenByDescending(static process => process.MemoryBytes).Take(top)
                .Union(all.OrderByDescending(static process => process.MemoryBytes).Take(top)),
        ];
    }

    private static ProcessUsage Usage(
        RunningProcess process,
        Dictionary<int, RunningProcess> earlier,
        CpuTimes started,
        CpuTimes ended,
        MemoryState memory)
    {
        // An id may have come to another process meanwhile; a new process has done in the sample all that it ever did.
        long before = earlier.TryGetValue(process.Id, out RunningProcess? known) && known.StartTicks == process.StartTicks ? known.ProcessorTicks : 0;
        double ticks = (double)ended.AllSince(started) / ended.Processors;
        return new ProcessUsage
        {
            Id = process.Id,
            Name = process.Name,
            CommandLine = HealthText.OneLine(process.CommandLine, 1000),
            CpuPercent = ticks <= 0 ? 0 : Math.Round(100 * Math.Max(0, process.ProcessorTicks - before) / ticks, 1),
            MemoryBytes = process.MemoryBytes,
            MemoryPercent = memory.Total == 0 ? 0 : Math.Round(100.0 * process.MemoryBytes / memory.Total, 1),
            StartedAt = ended.BootTime > 0 && process.StartTicks > 0
                ? DateTimeOffset.FromUnixTimeSeconds(ended.BootTime).AddSeconds(process.StartTicks / (double)RunningProcess.TicksPerSecond)
                : null,
        };
    }

    private static TimeSpan? Uptime(string? uptime) =>
        double.TryParse(uptime?.Split(' ')[0], NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds) ? TimeSpan.FromSeconds(seconds) : null;

    private async Task<IReadOnlyList<DiskUsage>> ReadDisksAsync(IMachine machine, IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<string, string> read = await machine.ReadAsync(["mounts"], cancellationToken);
        IReadOnlyList<Mount> mounts = MountTable.Parse(read.GetValueOrDefault("mounts"));
        IEnumerable<(string Path, Mount? Mount, bool Asked)> wanted = paths.Count == 0
            ? mounts.Select(static mount => (mount.Path, (Mount?)mount, false))
            : paths.Select(path => (path, MountTable.Holding(mounts, path), true));
        DiskUsage?[] disks = await Task.WhenAll(wanted.Select(disk => ReadDiskAsync(machine, disk.Path, disk.Mount, disk.Asked, cancellationToken)));
        return [.. disks.OfType<DiskUsage>()];
    }

    private async Task<DiskUsage?> ReadDiskAsync(IMachine machine, string path, Mount? mount, bool asked, CancellationToken cancellationToken)
    {
        var usage = new DiskUsage { Path = path, Device = mount?.Device, FileSystem = mount?.FileSystem };
        try
        {
            DiskState? state = await machine.ReadDiskAsync(path, cancellationToken).WaitAsync(DiskTimeout, time, cancellationToken);
            return state is not null
                ? usage with
                {
                    TotalBytes = state.TotalBytes,
                    AvailableBytes = state.AvailableBytes,
                    UsedPercent = Math.Round(state.UsedPercent, 1),
                    InodesUsedPercent = state.InodesUsedPercent is { } inodes ? Math.Round(inodes, 1) : null,
                }
                : asked ? throw PathMissing(machine, path) : null;
        }
        catch (TimeoutException)
        {
            return usage;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return asked ? usage : null;
        }
    }

    private static IncidentOpsException ProcMissing(IMachine machine) => new(
        "ProcNotFound",
        ErrorKind.ResourceUnavailable,
        $"{machine.Name} has no /proc, which the figures of a machine are read from. Only Linux has it.",
        machine.Name);

    private static IncidentOpsException PathMissing(IMachine machine, string path) => new(
        "DiskPathNotFound",
        ErrorKind.NotFound,
        $"There is no path '{path}' on {machine.Name}. Give one that exists, or leave -Path out for all file systems.",
        path);
}
