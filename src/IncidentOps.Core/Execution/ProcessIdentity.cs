using System.Diagnostics;
using System.Globalization;

namespace IncidentOps.Core.Execution;

/// <summary>Which process it was, so that another one can tell later whether it still runs: numbers are given again.</summary>
/// <param name="Machine">The machine's name.</param>
/// <param name="Id">The process's number.</param>
/// <param name="Boot">The machine's start that it belongs to; null where that is not known.</param>
/// <param name="Space">The space in which the number counts, a container's for example; null where that is not known.</param>
/// <param name="Start">When it began, in the system's own terms; null where that is not known.</param>
internal sealed record ProcessIdentity(string Machine, int Id, string? Boot, string? Space, string? Start)
{
    private static readonly Lazy<ProcessIdentity> Own = new(() =>
        new ProcessIdentity(Environment.MachineName, Environment.ProcessId, ReadBoot(), ReadSpace(), StartOf(Environment.ProcessId)));

    /// <summary>This process.</summary>
    public static ProcessIdentity Current => Own.Value;

    /// <summary>Whether it runs; null where that cannot be told from here.</summary>
    public bool? IsRunning() => IsRunning(Current, StartOf);

    /// <param name="here">The process that asks.</param>
    /// <param name="startOf">When a process of this machine began; null where there is none.</param>
    public bool? IsRunning(ProcessIdentity here, Func<int, string?> startOf) =>
        !string.Equals(Machine, here.Machine, StringComparison.OrdinalIgnoreCase) ? null
        : Boot != here.Boot ? false
        : Space != here.Space || Start is null ? null
        : startOf(Id) == Start;

    /// <summary>When a process began; null where there is none, or one that has ended and is only waited for.</summary>
    private static string? StartOf(int id)
    {
        try
        {
            if (!OperatingSystem.IsLinux())
            {
                using Process process = Process.GetProcessById(id);
                return process.StartTime.ToUniversalTime().ToString("s", CultureInfo.InvariantCulture);
            }

            // The program's name stands in brackets and may hold anything; the state comes right after it, the start 19 fields later.
            string status = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/stat"));
            string[] fields = status[(status.LastIndexOf(')') + 2)..].Split(' ');
            return fields[0] is "Z" or "X" ? null : fields[19];
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or IOException or UnauthorizedAccessException or System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static string? ReadBoot()
    {
        const string path = "/proc/sys/kernel/random/boot_id";
        return File.Exists(path) ? File.ReadAllText(path).Trim() : null;
    }

    private static string? ReadSpace() => OperatingSystem.IsLinux() ? new FileInfo("/proc/self/ns/pid").LinkTarget : null;
}
