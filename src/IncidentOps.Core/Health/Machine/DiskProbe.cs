using System.Globalization;
using IncidentOps.Core.Configuration;
using IncidentOps.Health;

namespace IncidentOps.Core.Health.Machine;

/// <summary>How full the file system of a path is, in bytes and in files.</summary>
internal sealed class DiskProbe : IHealthProbe
{
    public string Kind => "disk";

    public async Task<ProbeOutcome> ProbeAsync(CheckDefinition check, ProbeAttempt attempt, CancellationToken cancellationToken)
    {
        string path = check.Required<string>("path");
        attempt.Silence = $"the file system of {path} does not answer";
        try
        {
            return await attempt.Machine(check).ReadDiskAsync(path, cancellationToken) is { } disk
                ? Judge(path, disk, Limits.Of(check, 85, 95))
                : ProbeOutcome.Unknown(HealthText.OneLine($"there is no path {path}"));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return ProbeOutcome.Unknown(HealthText.OneLine($"the file system of {path} cannot be read: {failure.Message}"));
        }
    }

    internal static ProbeOutcome Judge(string path, DiskState disk, Limits limits)
    {
        (HealthStatus status, string addition) = limits.Judge(disk.UsedPercent);
        (HealthStatus fileStatus, string fileAddition) = limits.Judge(disk.InodesUsedPercent ?? 0);
        string reason = fileStatus > status
            ? string.Create(CultureInfo.InvariantCulture, $"{path} {disk.InodesUsedPercent:0}% of inodes used{fileAddition}")
            : string.Create(CultureInfo.InvariantCulture, $"{path} {disk.UsedPercent:0}% used{addition}, {Bytes.Format(disk.AvailableBytes)} of {Bytes.Format(disk.TotalBytes)} free");
        return new ProbeOutcome(fileStatus > status ? fileStatus : status, HealthText.OneLine(reason))
        {
            IsFinal = true,
            Data = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase)
            {
                ["UsedPercent"] = Math.Round(disk.UsedPercent, 1),
                ["InodesUsedPercent"] = disk.InodesUsedPercent is { } inodes ? Math.Round(inodes, 1) : null,
                ["TotalBytes"] = disk.TotalBytes,
                ["AvailableBytes"] = disk.AvailableBytes,
            },
        };
    }
}
