using System.Diagnostics;
using System.Runtime.InteropServices;

namespace IncidentOps.Core.Execution;

/// <summary>
/// The processes that a command and its descendants form. On Unix a command is started as the leader of its own
/// session, so that one signal reaches all of them, also those whose parent is gone.
/// </summary>
internal static class ProcessGroup
{
    private const int Terminate = 15;
    private const int Kill = 9;

    private static readonly string? SetSid = OperatingSystem.IsWindows()
        ? null
        : Array.Find(["/usr/bin/setsid", "/bin/setsid", "/usr/local/bin/setsid"], File.Exists);

    /// <summary>Makes the start information start a group of its own.</summary>
    public static void Lead(ProcessStartInfo start, string fileName, IReadOnlyList<string> arguments)
    {
        start.FileName = SetSid ?? fileName;
        if (SetSid is not null)
        {
            start.ArgumentList.Add(fileName);
        }

        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }
    }

    /// <summary>Asks the whole group to end, and ends it for good when it does not within the grace given.</summary>
    public static async Task EndAsync(Process process, TimeSpan grace, TimeProvider time)
    {
        if (SetSid is null)
        {
            KillTree(process);
            return;
        }

        int group = process.Id;
        _ = Signal(-group, Terminate);
        using (CancellationTokenSource graceOver = new(grace, time))
        {
            try
            {
                await process.WaitForExitAsync(graceOver.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                // It had its chance.
            }
        }

        _ = Signal(-group, Kill);
    }

    private static void KillTree(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It was quicker.
        }
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Signal(int pid, int signal);
}
