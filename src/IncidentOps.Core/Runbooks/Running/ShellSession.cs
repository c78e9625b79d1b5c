using System.Text;
using IncidentOps.Core.Errors;
using IncidentOps.Core.Execution;
using IncidentOps.Core.Incidents.Events;
using IncidentOps.Core.Runbooks.Scripts;
using IncidentOps.Core.Runbooks.Shell;

namespace IncidentOps.Core.Runbooks.Running;

/// <summary>
/// The shells of this machine. Steps in bash run in one that stays; those in another shell start one each. Both go on with
/// the variables and the working directory that the step before has left.
/// </summary>
/// <param name="processes">Runs commands on this machine.</param>
/// <param name="environment">What the first step starts with.</param>
/// <param name="workingDirectory">Where it starts.</param>
/// <param name="secrets">The variables that hold secrets: they are given to every step and never written down.</param>
/// <param name="time">The clock.</param>
internal sealed class ShellSession(
    IProcessRunner processes, IReadOnlyDictionary<string, string> environment, string? workingDirectory, IReadOnlySet<string> secrets, TimeProvider time) : IHostShell
{
    /// <summary>The shell of which one stays.</summary>
    public const string Resident = "bash";

    private const int LargestState = 1024 * 1024;
    private const string StateName = "state";

    // The watchdog ends the group, and takes the state away, when this process dies and so stops holding standard input open.
    private const string Posix = """
        exec 9<&0 </dev/null
        ( ( IFS= read -r _ <&9 || { rm -rf "${1%/*}"; kill -9 -"$$"; } ) >/dev/null 2>&1 & )
        exec 9<&-
        __io_file=$1
        __io_command=$2
        shift 2
        set -a
        trap 'unset __io_secrets $__io_secrets; { printf "%s\0" "$PWD"; env -0; } >"$__io_file" 2>/dev/null' EXIT
        eval "$__io_command"
        """;

    // Functions from outside stand for programs, and may do anything.
    private readonly bool _hasFunctions = environment.Keys.Any(static name => name == "BASH_ENV" || name.StartsWith("BASH_FUNC_", StringComparison.Ordinal));
    private readonly Stack<ResidentShell> _idle = new();
    private readonly object _gate = new();
    private MemoryFolder? _folder;
    private ShellState _state = new(environment, workingDirectory);
    private int _unkept;
    private bool _isClosed;

    public string? Variable(string name) => _state.Variable(name);

    /// <summary>Where the next step starts; null for the current folder.</summary>
    public string? Folder => _state.Folder;

    /// <summary>What a step in PowerShell has left is there for the next ones.</summary>
    /// <param name="left">What it has left.</param>
    /// <param name="redactor">What knows a secret when it sees one.</param>
    /// <returns>The same as it may be written down; null where nothing has changed.</returns>
    public RunbookStepState? Take(ScriptOutcome left, SecretRedactor redactor)
    {
        ShellState before = _state;
        _state = before.AfterScript(left.Environment, left.Folder, secrets);
        return _state.ChangesSince(before, secrets, redactor);
    }

    /// <summary>Whether steps in a shell run anywhere.</summary>
    public static bool Knows(string shell) => shell is Resident or "sh";

    public static bool CanRun(string shell) => Knows(shell) && !OperatingSystem.IsWindows();

    public async Task<ShellResult> RunAsync(ShellCommand command, CancellationToken cancellationToken)
    {
        ShellState before = _state;
        ProcessResult result = await (command.Shell == Resident ? RunBashAsync(command, cancellationToken) : RunPosixAsync(command, cancellationToken)).ConfigureAwait(false);
        return new ShellResult(result, command.Keep && !ReferenceEquals(before, _state) ? _state.ChangesSince(before, secrets, command.Redactor) : null);
    }

    public string? WhyNotStarted(string shell, ProcessResult result) => null;

    public ValueTask CloseAsync(bool atOnce)
    {
        lock (_gate)
        {
            // One that still runs a command is ended when it is given back.
            _isClosed = true;
            foreach (ResidentShell shell in _idle)
            {
                shell.Dispose();
            }
        }

        _folder?.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Has a shell for the steps in bash ready before the first of them begins.</summary>
    public void Prepare()
    {
        try
        {
            GiveBack(Take());
        }
        catch (IncidentOpsException)
        {
            // The step will say so.
        }
    }

    private async Task<ProcessResult> RunBashAsync(ShellCommand command, CancellationToken cancellationToken)
    {
        ResidentShell shell = Take();
        try
        {
            (ProcessResult result, string? variables) = await shell.RunAsync(
                new ResidentCommand
                {
                    Setup = _state.SetupFor(shell.Environment, secrets),
                    Text = command.Text,
                    TellVariables = command.Keep && (_hasFunctions || !ShellEffects.LeavesNothing(command.Text)),
                    Timeout = command.Timeout,
                    OnLine = command.OnLine,
                    Redactor = command.Redactor,
                },
                cancellationToken).ConfigureAwait(false);
            if (variables is { Length: > 0 })
            {
                _state = _state.AfterBash(variables, secrets, Directory.Exists);
            }

            return result;
        }
        finally
        {
            GiveBack(shell);
        }
    }

    private ResidentShell Take()
    {
        lock (_gate)
        {
            if (_idle.TryPop(out ResidentShell? shell))
            {
                return shell;
            }
        }

        return ResidentShell.Start(_state.Environment, _state.Folder, secrets, time);
    }

    private void GiveBack(ResidentShell shell)
    {
        lock (_gate)
        {
            if (!shell.HasEnded && !_isClosed)
            {
                _idle.Push(shell);
                return;
            }
        }

        shell.Dispose();
    }

    private async Task<ProcessResult> RunPosixAsync(ShellCommand command, CancellationToken cancellationToken)
    {
        string state;
        lock (_gate)
        {
            _folder ??= MemoryFolder.Create();
            state = _folder.File(command.Keep ? StateName : $"{StateName}.{++_unkept}");
        }

        File.Delete(state);
        ProcessResult result = await processes.RunAsync(
            new ProcessRequest
            {
                FileName = command.Shell,
                Arguments = ["-c", Posix, command.Shell, state, command.Text],
                Environment = new Dictionary<string, string>(_state.Environment, StringComparer.Ordinal) { ["__io_secrets"] = string.Join(' ', secrets) },
                WorkingDirectory = _state.Folder,
                Lifeline = true,
                Timeout = command.Timeout,
                OnLine = command.OnLine,
                Redactor = command.Redactor,
            },
            cancellationToken).ConfigureAwait(false);
        FileInfo left = new(state);
        if (command.Keep && left.Exists && left.Length is > 0 and <= LargestState)
        {
            string[] fields = Encoding.UTF8.GetString(await File.ReadAllBytesAsync(state, CancellationToken.None).ConfigureAwait(false)).Split('\0');
            _state = _state.AfterPosix(fields[0], fields.Skip(1), secrets, Directory.Exists);
            File.Delete(state);
        }

        return result;
    }
}
