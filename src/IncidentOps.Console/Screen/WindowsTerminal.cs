using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace IncidentOps.Console.Screen;

/// <summary>Windows understands escape sequences only after being asked to; elsewhere there is nothing to do.</summary>
internal static partial class WindowsTerminal
{
    private const int StandardOutput = -11;
    private const int StandardError = -12;
    private const uint VirtualTerminalProcessing = 0x0004;

    public static bool TryEnableEscapes(bool output, bool error) =>
        !OperatingSystem.IsWindows()
        || ((!output || TryEnable(StandardOutput)) && (!error || TryEnable(StandardError)));

    [SupportedOSPlatform("windows")]
    private static bool TryEnable(int stream)
    {
        nint handle = GetStdHandle(stream);
        return GetConsoleMode(handle, out uint mode) && SetConsoleMode(handle, mode | VirtualTerminalProcessing);
    }

    [LibraryImport("kernel32.dll", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial nint GetStdHandle(int stream);

    [LibraryImport("kernel32.dll", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool GetConsoleMode(nint handle, out uint mode);

    [LibraryImport("kernel32.dll", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool SetConsoleMode(nint handle, uint mode);
}
