using System.Globalization;
using System.Runtime.InteropServices;

namespace IncidentOps.Console;

/// <summary>
/// Passes a signal on to the programs that this process has started. The engine leaves a program that owns the screen
/// to the terminal; a signal sent to this process alone would leave it behind. Only Linux says who the children are.
/// </summary>
internal static partial class ChildProcesses
{
    public static void Signal(PosixSignal signal)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        int number = signal == PosixSignal.SIGINT ? 2 : 15;
        foreach (int child in All())
        {
            _ = Kill(child, number);
        }
    }

    private static List<int> All()
    {
        List<int> children = [];
        foreach (string task in Directory.EnumerateDirectories("/proc/self/task"))
        {
            try
            {
                string list = File.ReadAllText(Path.Combine(task, "children"));
                children.AddRange(list.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                    .Select(id => int.Parse(id, CultureInfo.InvariantCulture)));
            }
            catch (IOException)
            {
                // The thread has ended, or this kernel keeps no such list.
            }
        }

        return children;
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Kill(int process, int signal);
}
