using System.Text;

namespace IncidentOps.Core.Health.Machine;

/// <summary>A mounted file system.</summary>
internal sealed record Mount(string Device, string Path, string FileSystem);

/// <summary>The file systems of a machine that hold files, from /proc/mounts.</summary>
internal static class MountTable
{
    // Kept in memory or made up by the kernel: nobody runs out of them as of a disk. Snaps are read-only and always full.
    private static readonly HashSet<string> NoDisks = new(StringComparer.Ordinal)
    {
        "autofs", "binfmt_misc", "bpf", "cgroup", "cgroup2", "configfs", "debugfs", "devpts", "devtmpfs", "efivarfs", "fusectl", "hugetlbfs",
        "iso9660", "mqueue", "nsfs", "proc", "pstore", "ramfs", "rpc_pipefs", "securityfs", "selinuxfs", "squashfs", "sysfs", "tmpfs", "tracefs",
        "fuse.gvfsd-fuse", "fuse.lxcfs", "fuse.portal",
    };

    /// <summary>Each file system once, at the shortest of its paths.</summary>
    public static IReadOnlyList<Mount> Parse(string? mounts) =>
    [
        .. (mounts ?? "").Split('\n')
            .Select(static line => line.Split(' '))
            .Where(static fields => fields.Length >= 3 && !NoDisks.Contains(fields[2]))
            .Select(static fields => new Mount(Unescape(fields[0]), Unescape(fields[1]), fields[2]))

            // What is mounted on a path last hides what was there; containers are given single files as mounts.
            .Reverse().DistinctBy(static mount => mount.Path, StringComparer.Ordinal).Reverse()
            .Where(static mount => !mount.Path.StartsWith("/etc/", StringComparison.Ordinal))
            .GroupBy(static mount => mount.FileSystem == "overlay" ? mount.Path : mount.Device, StringComparer.Ordinal)
            .Select(static same => same.MinBy(static mount => mount.Path.Length)!),
    ];

    /// <summary>The file system that holds a path.</summary>
    public static Mount? Holding(IEnumerable<Mount> mounts, string path) => mounts
        .Where(mount => mount.Path == "/" || path == mount.Path || path.StartsWith(mount.Path + "/", StringComparison.Ordinal))
        .MaxBy(static mount => mount.Path.Length);

    // A space is \040.
    private static string Unescape(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (int index = 0; index < text.Length; index++)
        {
            if (text[index] == '\\' && index + 3 < text.Length && IsOctal(text.AsSpan(index + 1, 3)))
            {
                plain.Append((char)(((text[index + 1] - '0') * 64) + ((text[index + 2] - '0') * 8) + (text[index + 3] - '0')));
                index += 3;
            }
            else
            {
                plain.Append(text[index]);
            }
        }

        return plain.ToString();
    }

    private static bool IsOctal(ReadOnlySpan<char> digits) => !digits.ContainsAnyExceptInRange('0', '7');
}
