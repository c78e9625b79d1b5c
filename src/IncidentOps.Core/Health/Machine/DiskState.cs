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
        return Of(1, drive.TotalSize, drive.TotalFreeSpace, drive.AvailableFreeSpace) with { InodesUsedPercent = ReadInodes(path) };
    }

    /// <summary>From what the system counts: blocks of a size, and inodes where there are any.</summary>
    public static DiskState Of(long blockSize, long blocks, long free, long available, long files = 0, long filesFree = 0, long filesAvailable = 0) => new(
        blocks * blockSize,
        available * blockSize,
        Share(blocks - free, blocks - free + available),
        files > 0 ? Share(files - filesFree, files - filesFree + filesAvailable) : null);

    // As df counts: what is kept for the superuser is neither used nor free.
    private static double Share(double used, double all) => all <= 0 ? 0 : 100 * used / all;

    private static double? ReadInodes(string path)
    {
        // The layout below is the one of 64-bit Linux, with either C library.
        if (!OperatingSystem.IsLinux() || !Environment.Is64BitProcess || NativeMethods.StatVfs(Encoding.UTF8.GetBytes(path + '\0'), out FileSystemStatus status) != 0 || status.Files == 0)
        {
            return null;
        }

        return Of(1, 0, 0, 0, (long)status.Files, (long)status.FilesFree, (long)status.FilesAvailable).InodesUsedPercent;
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
