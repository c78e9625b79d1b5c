namespace IncidentOps.Health;

/// <summary>What a machine has and how much of it is used.</summary>
public sealed record SystemResource
{
    /// <summary>The machine's name.</summary>
    public required string HostName { get; init; }

    /// <summary>When it was read.</summary>
    public required DateTimeOffset ReadAt { get; init; }

    /// <summary>How long ago it was started; null where that is not known.</summary>
    public TimeSpan? Uptime { get; init; }

    /// <summary>How many processors it has.</summary>
    public int Processors { get; init; }

    /// <summary>How busy all of them were in the sample, in percent.</summary>
    public double CpuBusyPercent { get; init; }

    /// <summary>The share of the sample in which they waited for the disk, in percent.</summary>
    public double DiskWaitPercent { get; init; }

    /// <summary>How many processes ran or waited to run, on average of one minute.</summary>
    public double Load1 { get; init; }

    /// <summary>The same of five minutes.</summary>
    public double Load5 { get; init; }

    /// <summary>The same of fifteen minutes.</summary>
    public double Load15 { get; init; }

    /// <summary>The memory that it has.</summary>
    public long MemoryTotalBytes { get; init; }

    /// <summary>The memory that programs can still have.</summary>
    public long MemoryAvailableBytes { get; init; }

    /// <summary>How much of the memory is used, in percent.</summary>
    public double MemoryUsedPercent { get; init; }

    /// <summary>The room for memory on disk.</summary>
    public long SwapTotalBytes { get; init; }

    /// <summary>How much of that is used, in percent.</summary>
    public double SwapUsedPercent { get; init; }

    /// <summary>Its file systems, fullest first.</summary>
    public IReadOnlyList<DiskUsage> Disks { get; init => field = PlainList.Of(value); } = [];

    /// <summary>The processes that use most, those with most processor time first, then those with most memory.</summary>
    public IReadOnlyList<ProcessUsage> Processes { get; init => field = PlainList.Of(value); } = [];

    /// <summary>The machine's name.</summary>
    /// <returns>"web1".</returns>
    public override string ToString() => HostName;
}
