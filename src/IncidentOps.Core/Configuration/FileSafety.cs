using IncidentOps.Core.Execution;
using Microsoft.Win32.SafeHandles;

namespace IncidentOps.Core.Configuration;

/// <summary>
/// Whether others than its owner can write a file that decides what runs. Asked of the opened file, so that what was
/// looked at is what is read. Windows keeps its own lists of rights; there the answer is always no.
/// </summary>
internal static class FileSafety
{
    private const UnixFileMode WritableByOthers = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    public static bool OthersCanWrite(SafeFileHandle file, out UnixFileMode mode)
    {
        mode = OperatingSystem.IsWindows() ? UnixFileMode.None : File.GetUnixFileMode(file);
        return (mode & WritableByOthers) != UnixFileMode.None;
    }

    /// <summary>The mode as chmod writes it, "664".</summary>
    public static string Octal(UnixFileMode mode) => Convert.ToString((int)mode & 0b111_111_111, 8).PadLeft(3, '0');

    /// <summary>The command that makes the file safe.</summary>
    public static string Remedy(string path) =>
        $"chmod go-w {PosixWord.Quote(path)}";
}
