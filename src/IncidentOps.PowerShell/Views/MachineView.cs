using System.ComponentModel;
using System.Globalization;
using System.Management.Automation;
using IncidentOps.Core.Health.Machine;
using IncidentOps.Health;

namespace IncidentOps.PowerShell.Views;

/// <summary>What the views of machines say besides plain properties.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class MachineView
{
    /// <summary>A share of a whole.</summary>
    /// <param name="value">The percentage.</param>
    /// <returns>"85%"; empty where there is none.</returns>
    public static string Percent(PSObject? value) => Number(value) is { } percent
        ? string.Create(CultureInfo.InvariantCulture, $"{percent:0}%")
        : "";

    /// <summary>An amount of memory or disk.</summary>
    /// <param name="value">The number of bytes.</param>
    /// <returns>"3.8 GB"; empty where there is none.</returns>
    public static string Size(PSObject? value) => Number(value) is { } bytes ? Bytes.Format(bytes) : "";

    /// <summary>The load of one, five and fifteen minutes.</summary>
    /// <param name="machine">The machine.</param>
    /// <returns>"0.5 0.4 0.3".</returns>
    public static string Load(PSObject? machine) => string.Join(' ', new[] { nameof(SystemResource.Load1), nameof(SystemResource.Load5), nameof(SystemResource.Load15) }
        .Select(name => Number(ViewValue.Of(machine, name))?.ToString("0.##", CultureInfo.InvariantCulture))
        .Where(load => load is not null));

    /// <summary>How much of the memory is used.</summary>
    /// <param name="machine">The machine.</param>
    /// <returns>"50% of 7.6 GB used, 3.8 GB available".</returns>
    public static string Memory(PSObject? machine) =>
        $"{Percent(machine, nameof(SystemResource.MemoryUsedPercent))} of {Size(machine, nameof(SystemResource.MemoryTotalBytes))} used, " +
        $"{Size(machine, nameof(SystemResource.MemoryAvailableBytes))} available";

    /// <summary>The fullest file system.</summary>
    /// <param name="machine">The machine.</param>
    /// <returns>"91% /var".</returns>
    public static string FullestDisk(PSObject? machine) =>
        ViewValue.Objects(machine, nameof(SystemResource.Disks)) is [var disk, ..] ? Disk(disk) : "";

    /// <summary>The file systems, one a line.</summary>
    /// <param name="machine">The machine.</param>
    /// <returns>"91% /var, 2% of inodes, 4.1 GB of 50 GB free".</returns>
    public static string DiskLines(PSObject? machine) => string.Join('\n', ViewValue.Objects(machine, nameof(SystemResource.Disks)).Select(disk =>
        $"{Disk(disk)}{(Percent(disk, nameof(DiskUsage.InodesUsedPercent)) is { Length: > 0 } inodes ? $", {inodes} of inodes" : "")}, " +
        $"{Size(disk, nameof(DiskUsage.AvailableBytes))} of {Size(disk, nameof(DiskUsage.TotalBytes))} free"));

    /// <summary>The process that uses most.</summary>
    /// <param name="machine">The machine.</param>
    /// <returns>"postgres (612) 93% cpu, 1.2 GB".</returns>
    public static string HeaviestProcess(PSObject? machine) =>
        ViewValue.Objects(machine, nameof(SystemResource.Processes)) is [var process, ..] ? Process(process) : "";

    /// <summary>The heaviest processes, one a line.</summary>
    /// <param name="machine">The machine.</param>
    /// <returns>"postgres (612) 93% cpu, 1.2 GB".</returns>
    public static string ProcessLines(PSObject? machine) =>
        string.Join('\n', ViewValue.Objects(machine, nameof(SystemResource.Processes)).Select(Process));

    private static string Disk(PSObject disk) =>
        $"{(Percent(disk, nameof(DiskUsage.UsedPercent)) is { Length: > 0 } used ? used : "no answer")} {ViewText.Line(disk, nameof(DiskUsage.Path))}";

    private static string Process(PSObject process) =>
        $"{ViewText.Line(process, nameof(ProcessUsage.Name))} ({ViewText.Line(process, nameof(ProcessUsage.Id))}) " +
        $"{Percent(process, nameof(ProcessUsage.CpuPercent))} cpu, {Size(process, nameof(ProcessUsage.MemoryBytes))}";

    private static string Percent(PSObject? source, string property) => Percent(ViewValue.Object(source, property));

    private static string Size(PSObject? source, string property) => Size(ViewValue.Object(source, property));

    private static double? Number(object? value) =>
        ViewValue.Plain(value) is IConvertible and not string and var number ? Convert.ToDouble(number, CultureInfo.InvariantCulture) : null;
}
