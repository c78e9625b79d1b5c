using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace IncidentOps.Core.Execution;

/// <summary>
/// The processes that a command and its descendants form. On Unix a command is started as the leader of its own
/// session, so that one signal reaches all of them, also those whose parent is gone.
/// </summary>
internal static class ProcessGroup
{
    private const int Terminate = 15;
    private const int Killed = 9;

    // Long enough to flush and to take a lock file away, short enough for Ctrl+C.
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(200);

    private static readonly string? SetSid = OperatingSystem.IsWindows()
        ? null
        : Array.Find(["/usr/bin/setsid", "/bin/setsid", "/usr/local/bin/setsid"], File.Exists);

    /// <summary>Starts a command as the head of a group of its own, with all of its streams in our hands.</summary>
    public static Process Start(ProcessRequest request)
    {
        ProcessStartInfo start = new()
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            FileName = SetSid ?? request.FileName,
        };
        foreach (string argument in SetSid is null ? request.Arguments : request.Arguments.Prepend(request.FileName))
        {
            start.ArgumentList.Add(argument);
        }

        if (request.WorkingDirectory is { } folder)
        {
            if (!Directory.Exists(folder))
            {
                throw ExecutionErrors.WorkingDirectoryNotFound(folder);
            }

            start.WorkingDirectory = folder;
        }

        if (request.Environment is { } environment)
        {
            start.Environment.Clear();
            foreach ((string name, string value) in environment)
            {
                start.Environment[name] = value;
            }
        }

        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw ExecutionErrors.ProgramNotFound(request.FileName, e);
        }
    }

    /// <summary>Ends the group of a command that was started here.</summary>
    public static Task EndAsync(Process process, TimeProvider time)
    {
        if (SetSid is not null)
        {
            return EndAsync(process.Id, process.WaitForExitAsync(CancellationToken.None), time);
        }

        KillTree(process);
        return Task.CompletedTask;
    }

    /// <summary>Asks a whole group to end, and ends it for good when it does not within a short time.</summary>
    /// <param name="group">Its number.</param>
    /// <param name="ended">Is over when the group's head is.</param>
    /// <param name="time">The clock.</param>
    public static async Task EndAsync(int group, Task ended, TimeProvider time)
    {
        _ = Signal(-group, Terminate);
        using (CancellationTokenSource graceOver = new(Grace, time))
        {
            try
            {
                await ended.WaitAsync(graceOver.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                // It had its chance.
            }
        }

        Kill(group);
    }

    /// <summary>Waits for a command's end, for its time to be up or for the operator; ends it in the latter two cases.</summary>
    /// <param name="ended">Is over when the command is.</param>
    /// <param name="end">Ends it.</param>
    /// <param name="timeout">How long it may take; null for no end.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">The operator.</param>
    public static async Task<ProcessOutcome> WaitAsync(Task ended, Func<Task> end, TimeSpan? timeout, TimeProvider time, CancellationToken cancellationToken)
    {
        using CancellationTokenSource timeUp = new(timeout ?? Timeout.InfiniteTimeSpan, time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(timeUp.Token, cancellationToken);
        try
        {
            await ended.WaitAsync(either.Token).ConfigureAwait(false);
            return ProcessOutcome.Exited;
        }
        catch (OperationCanceledException)
        {
            await end().ConfigureAwait(false);
            return cancellationToken.IsCancellationRequested ? ProcessOutcome.Cancelled : ProcessOutcome.TimedOut;
        }
    }

    /// <summary>Ends a whole group for good.</summary>
    public static void Kill(int group) => _ = Signal(-group, Killed);

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
