using System.Runtime.InteropServices;
using System.Text;

namespace IncidentOps.Core.Health.Machine;

/// <summary>The room on the file system that a path is on: bytes, and the inodes that files need as well.</summary>
internal sealed record DiskState(long TotalBytes, long AvailableBytes, double UsedPercent, double? InodesUsedPercent)
{
    /// <summary>Reads it; null where there is no such path.</summary>
    public static DiskState? Read(string path)
    {
        if (!Path.Exists(path))
        {
            return null;
        }

        var drive = new DriveInfo(path);
        long used = drive.TotalSize - drive.TotalFreeSpace;
        return new DiskState(
            drive.TotalSize,
            drive.AvailableFreeSpace,
            Share(used, used + drive.AvailableFreeSpace),
            ReadInodes(path));
    }

    // As df counts: what is kept for the superuser is neither used nor free.
    private static double Share(double used, double all) => all <= 0 ? 0 : 100 * used / all;

    private static double? ReadInodes(string path)
    {
        // The layout below is the one of 64-bit Linux, with either C library.
        if (!OperatingSystem.IsLinux() || !Environment.Is64BitProcess || NativeMethods.StatVfs(Encoding.UTF8.GetBytes(path + '\0'), out FileSystemStatus status) != 0 || status.Files == 0)
        {
            return null;
        }

        ulong used = status.Files - status.FilesFree;
        return Share(used, used + status.FilesAvailable);
    }

    [StructLayout(LayoutKind.Sequential, Size = 512)]
    private readonly struct FileSystemStatus
    {
        public readonly ulong BlockSize;
        public readonly ulong FragmentSize;
        public readonly ulong Blocks;
        public readonly ulong BlocksFree;
        public readonly ulong BlocksAvailable;
        public readonly ulong Files;
        public readonly ulong FilesFree;
        public readonly ulong FilesAvailable;
    }

    private static class NativeMethods
    {
        [DllImport("libc", EntryPoint = "statvfs")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int StatVfs(byte[] path, out FileSystemStatus status);
    }
}
