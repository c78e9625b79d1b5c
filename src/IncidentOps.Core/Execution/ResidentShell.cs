using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace IncidentOps.Core.Execution;

/// <summary>
/// A bash that runs one command after another, so that not each pays for the start of a shell. Every command is a process
/// of its own that the shell splits off, the head of its own group, with its own output. Nothing of a command stands on a
/// command line: it goes through a folder that only this user can open.
/// </summary>
internal sealed class ResidentShell : IDisposable
{
    private const int LargestState = 1024 * 1024;

    // The group was ended; the shell has nothing to do but to say so.
    private static readonly TimeSpan LastWord = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(5);

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly TimeProvider _time;
    private readonly MemoryFolder _folder;
    private readonly Process _shell;
    private readonly FileStream _orders;
    private readonly NamedPipe _orderPipe;
    private bool _isDisposed;

    private ResidentShell(Process shell, MemoryFolder folder, NamedPipe orderPipe, IReadOnlyDictionary<string, string> environment, TimeProvider time)
    {
        _shell = shell;
        _folder = folder;
        _orderPipe = orderPipe;
        _orders = new FileStream(folder.File(ResidentScript.Orders), FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);
        _time = time;
        Environment = environment;
    }

    /// <summary>What every command finds in its environment before it is set up.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; }

    /// <summary>Whether it can take no more commands: one of them has ended it.</summary>
    public bool HasEnded { get; private set; }

    /// <param name="environment">The whole environment of the shell and, to begin with, of every command.</param>
    /// <param name="workingDirectory">Where every command begins; null for the current folder.</param>
    /// <param name="secrets">The variables that are never told.</param>
    /// <param name="time">The clock.</param>
    public static ResidentShell Start(IReadOnlyDictionary<string, string> environment, string? workingDirectory, IEnumerable<string> secrets, TimeProvider time)
    {
        MemoryFolder folder = MemoryFolder.Create();
        NamedPipe? orders = null;
        try
        {
            orders = new NamedPipe(folder.File(ResidentScript.Orders));
            Process shell = ProcessGroup.Start(new ProcessRequest
            {
                FileName = "bash",
                Arguments = ["-c", ResidentScript.Text, "bash", folder.Path, string.Join(' ', secrets)],
                Environment = environment,
                WorkingDirectory = workingDirectory,
            });
            return new ResidentShell(shell, folder, orders, environment, time);
        }
        catch
        {
            orders?.Dispose();
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Runs one command to its end, to its time-out or to cancellation. One at a time.</summary>
    /// <returns>How it ended; and, where it was asked for and the command came to its own end, the variables in bash's own words.</returns>
    public async Task<(ProcessResult Result, string? Variables)> RunAsync(ResidentCommand command, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return (ProcessResult.NotStarted, null);
        }

        long startedAt = _time.GetTimestamp();
        File.Delete(_folder.File(ResidentScript.Variables));
        File.WriteAllText(_folder.File(ResidentScript.Command), $"{command.Setup}\0{command.Text}\0", Utf8);
        using NamedPipe outPipe = new(_folder.File(ResidentScript.Output));
        using NamedPipe errorPipe = new(_folder.File(ResidentScript.ErrorOutput));
        CommandOutput output = new(outPipe.Reader, errorPipe.Reader, command.Redactor, command.OnLine, _time);
        Task<int?> ended = FollowAsync(command.TellVariables);
        ProcessOutcome outcome = await ProcessGroup.WaitAsync(ended, () => EndCommandAsync(ended), command.Timeout, _time, cancellationToken).ConfigureAwait(false);
        outPipe.LetEnd();
        errorPipe.LetEnd();
        int? exitCode = outcome == ProcessOutcome.Exited ? await ended.ConfigureAwait(false) ?? await LostAsync().ConfigureAwait(false) : null;
        await output.DrainAsync(wasStopped: outcome != ProcessOutcome.Exited).ConfigureAwait(false);
        ProcessResult result = new()
        {
            Outcome = outcome,
            ExitCode = exitCode,
            Output = output.Output,
            ErrorOutput = output.ErrorOutput,
            Duration = _time.GetElapsedTime(startedAt),
        };
        return (result, outcome == ProcessOutcome.Exited && command.TellVariables ? ReadVariables() : null);
    }

    /// <summary>Ends the shell. What commands have left running in the background runs on.</summary>
    public void Dispose()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        try
        {
            // The shell's watchdog is told that all is well.
            _shell.StandardInput.Write('\n');
            _shell.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has ended before.
        }

        EndShell();
        _shell.Dispose();
        _orders.Dispose();
        _orderPipe.Dispose();
        _folder.Dispose();
    }

    /// <summary>Has the command run; gives its exit code, or null where the shell itself has ended.</summary>
    private async Task<int?> FollowAsync(bool tellVariables)
    {
        _orders.Write(tellVariables ? "tell\n"u8 : "\n"u8);
        return int.TryParse(await _shell.StandardOutput.ReadLineAsync().ConfigureAwait(false), CultureInfo.InvariantCulture, out int code) ? code : null;
    }

    private async Task EndCommandAsync(Task<int?> ended)
    {
        int? group;
        long since = _time.GetTimestamp();
        while ((group = ReadGroup()) is null && !ended.IsCompleted && _time.GetElapsedTime(since) < LastWord)
        {
            // It is just being split off.
            await Task.Delay(Soon, _time).ConfigureAwait(false);
        }

        if (group is { } number)
        {
            await ProcessGroup.EndAsync(number, ended, _time).ConfigureAwait(false);
        }

        try
        {
            HasEnded |= await ended.WaitAsync(LastWord, _time).ConfigureAwait(false) is null;
        }
        catch (TimeoutException)
        {
            HasEnded = true;
            EndShell();
        }
    }

    /// <summary>The shell is gone, and nobody waits for the command any more: it goes the same way.</summary>
    private async Task<int> LostAsync()
    {
        HasEnded = true;
        await _shell.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        if (ReadGroup() is not { } group)
        {
            throw ExecutionErrors.ShellNotStarted(_shell.ExitCode, await _shell.StandardError.ReadToEndAsync().ConfigureAwait(false));
        }

        ProcessGroup.Kill(group);
        return _shell.ExitCode;
    }

    /// <summary>The process group of the command that runs; null where none does.</summary>
    private int? ReadGroup()
    {
        string path = _folder.File(ResidentScript.Group);
        string text = File.Exists(path) ? File.ReadAllText(path) : "";
        return text is [.. var number, '\n'] && int.TryParse(number, CultureInfo.InvariantCulture, out int group) ? group : null;
    }

    private void EndShell()
    {
        try
        {
            _shell.Kill();
        }
        catch (InvalidOperationException)
        {
            // It was quicker.
        }
    }

    private string? ReadVariables()
    {
        FileInfo file = new(_folder.File(ResidentScript.Variables));
        return file.Exists && file.Length <= LargestState ? File.ReadAllText(file.FullName, Utf8) : null;
    }
}
