namespace IncidentOps.Health;

/// <summary>The room on a file system.</summary>
public sealed record DiskUsage
{
    /// <summary>Where it is mounted, or the path that was asked for.</summary>
    public required string Path { get; init; }

    /// <summary>What it is on, "/dev/sda1"; null where that is not known.</summary>
    public string? Device { get; init; }

    /// <summary>Its kind, "ext4"; null where that is not known.</summary>
    public string? FileSystem { get; init; }

    /// <summary>Its size; null where it does not answer.</summary>
    public long? TotalBytes { get; init; }

    /// <summary>What can still be written; null where it does not answer.</summary>
    public long? AvailableBytes { get; init; }

    /// <summary>How full it is, in percent; null where it does not answer.</summary>
    public double? UsedPercent { get; init; }

    /// <summary>How many of its inodes are used, in percent; null where it does not count them.</summary>
    public double? InodesUsedPercent { get; init; }

    /// <summary>The path.</summary>
    /// <returns>"/var".</returns>
    public override string ToString() => Path;
}
