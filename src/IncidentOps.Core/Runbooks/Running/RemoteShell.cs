using System.Security.Cryptography;
using System.Text.RegularExpressions;
using IncidentOps.Core.Errors;
using IncidentOps.Core.Execution;
using IncidentOps.Core.Incidents.Events;
using IncidentOps.Core.Runbooks.Shell;

namespace IncidentOps.Core.Runbooks.Running;

/// <summary>
/// The shells of another machine. What a step leaves stays there, in a folder in memory that only the user can open, and
/// the next step's shell reads it. A command that makes the folder before the first step and then does nothing but wait for
/// the end of the connection takes it away, however that end comes. Of this machine nothing goes there but the values of the runbook. What a step has changed
/// is asked for after it, for another process to go on with.
/// </summary>
internal sealed partial class RemoteShell : IHostShell, IDisposable
{
    private const int NoFolder = 125;
    private const int NoShell = 127;
    private const int ConnectionLost = 255;
    private const string NoFolderText = "incidentops: no folder of the run's own";
    private const string NoShellText = "incidentops: no such shell";
    private const string NoStartText = "incidentops: no such folder";
    private const string Unknown = " ";

    private static readonly TimeSpan CloseTimeout = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan TellTimeout = TimeSpan.FromSeconds(10);

    private readonly string _host;
    private readonly IProcessRunner _processes;
    private readonly Dictionary<string, string> _values;
    private readonly IReadOnlySet<string> _secrets;
    private readonly string? _start;
    private readonly string _gone;
    private readonly HashSet<string> _set = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _end = new();

    private readonly object _gate = new();
    private string _folder = "";
    private Task? _keeper;
    private Task _kept = Task.CompletedTask;
    private bool _hasRun;
    private bool _setsAnything;
    private ShellState? _state;

    /// <param name="host">The machine, as users see it.</param>
    /// <param name="processes">Runs commands there.</param>
    /// <param name="values">The values of the runbook.</param>
    /// <param name="secrets">Those of them that are secrets: they are given to every step and never kept there.</param>
    /// <param name="left">What the steps of a run that goes on had left there; null for one that begins.</param>
    /// <param name="given">The values by the runbook's names, for what was left and cannot be told.</param>
    public RemoteShell(
        string host, IProcessRunner processes, IReadOnlyDictionary<string, string> values, IReadOnlySet<string> secrets, RunState? left, IReadOnlyDictionary<string, string> given)
    {
        _host = host;
        _processes = processes;
        _values = new Dictionary<string, string>(values, StringComparer.Ordinal);
        _secrets = secrets;
        left?.Restore(_values, given);
        _start = left?.Folder;
        _gone = string.Join(' ', left?.Variables.Keys.Where(name => !_values.ContainsKey(name)) ?? []);
    }

    // What a step has set there stays there. What it may have set, nobody here can call plain.
    public string? Variable(string name) =>
        _set.Contains(name) ? Unknown
        : _values.TryGetValue(name, out string? value) ? (_setsAnything ? Unknown : value)
        : _hasRun && !ParameterNames.IsWellKnown(name) ? Unknown
        : null;

    public async Task<ShellResult> RunAsync(ShellCommand command, CancellationToken cancellationToken)
    {
        await KeptAsync(command.Timeout, cancellationToken).ConfigureAwait(false);
        bool isBash = command.Shell == "bash";
        ProcessResult result = await _processes.RunAsync(
            Request(isBash ? RemoteScripts.Bash : RemoteScripts.Posix, command.Shell, command.Text, command.Keep) with
            {
                Timeout = command.Timeout,
                OnLine = command.OnLine,
                Redactor = command.Redactor,
            },
            cancellationToken).ConfigureAwait(false);
        if (!command.Keep)
        {
            return new ShellResult(result);
        }

        SeeVariables(command.Text);
        return new ShellResult(
            result,
            result.Outcome == ProcessOutcome.Exited && result.ExitCode != ConnectionLost && !ShellEffects.LeavesNothing(command.Text)
                ? await AskWhatIsLeftAsync(isBash, command.Redactor, cancellationToken).ConfigureAwait(false)
                : null);
    }

    public string? WhyNotStarted(string shell, ProcessResult result) => (result.ExitCode, result.ErrorOutput) switch
    {
        (NoShell, NoShellText) => $"there is no {shell} on {_host}; install it there{(shell == "bash" ? ", or write the step in sh" : "")}",
        (NoFolder, NoStartText) => $"the folder '{_start}', where an earlier step had gone to, is not on {_host} any more",
        (NoFolder, NoFolderText) => $"neither /dev/shm nor /tmp of {_host} takes a folder, which the variables of the steps need",
        (ConnectionLost, _) => $"exit code {ConnectionLost}, which is ssh's too where the connection to {_host} was lost",
        _ => null,
    };

    public async ValueTask CloseAsync(bool atOnce)
    {
        if (_keeper is null)
        {
            return;
        }

        if (!atOnce)
        {
            await RemoveAsync().ConfigureAwait(false);
        }

        await _end.CancelAsync().ConfigureAwait(false);
        await _keeper.ConfigureAwait(false);
        Dispose();
    }

    public void Dispose() => _end.Dispose();

    private void SeeVariables(string command)
    {
        _hasRun = true;
        _setsAnything |= SetsUnseen().IsMatch(command);
        if (ShellParser.Parse(command).Script is { } script)
        {
            _set.UnionWith(ShellVariables.Of(script).Set);
        }
        else
        {
            _setsAnything = true;
        }
    }

    private ProcessRequest Request(string script, string shell, string text, bool keep) => new()
    {
        FileName = "/bin/sh",
        Arguments =
        [
            "-c", RemoteScripts.Launch, "sh", script, shell, text, keep ? "keep" : "",
            string.Join(' ', _secrets), string.Join(' ', _values.Keys.Where(name => !_secrets.Contains(name))),
        ],
        Environment = new Dictionary<string, string>(_values, StringComparer.Ordinal)
        {
            [RemoteScripts.FolderVariable] = _folder,
            [RemoteScripts.StartVariable] = _start ?? "",
            [RemoteScripts.GoneVariable] = _gone,
        },
    };

    /// <summary>What a step has changed, as far as it may be written down; null where nothing is known.</summary>
    private async Task<RunbookStepState?> AskWhatIsLeftAsync(bool isBash, SecretRedactor redactor, CancellationToken cancellationToken)
    {
        try
        {
            ProcessResult told = await _processes.RunAsync(
                Request(isBash ? RemoteScripts.TellBash : RemoteScripts.TellPosix, isBash ? "bash" : "sh", text: "", keep: false) with
                {
                    Timeout = TellTimeout,
                    Redactor = SecretRedactor.None,
                },
                cancellationToken).ConfigureAwait(false);
            if (told.ExitCode != 0 || told.Output.Split("\0\0", 2) is not [var first, var last])
            {
                return null;
            }

            ShellState before = _state ?? FromPosix(new ShellState(new Dictionary<string, string>(StringComparer.Ordinal), _start), first);
            _state = isBash ? before.AfterBash(last + "\n", _secrets, IsFolder) : FromPosix(before, last);
            return _state.ChangesSince(before, _secrets, redactor);
        }
        catch (Exception e) when (e is IncidentOpsException or OperationCanceledException)
        {
            // The step itself has come to its end. The machine cannot be reached any more, or the operator was quicker.
            return null;
        }

        ShellState FromPosix(ShellState before, string entries) =>
            entries.Split('\0') is [var folder, .. var environment] ? before.AfterPosix(folder, environment, _secrets, IsFolder) : before;

        // Those that are there are known there alone.
        static bool IsFolder(string? path) => path is ['/', ..];
    }

    /// <summary>
    /// Has the folder made by what is to take it away again, and waits for it. A keeper that ended with its connection is
    /// followed by another, with a folder of its own. Where there is no folder in time, the step itself says so.
    /// </summary>
    private async Task KeptAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        Task kept;
        lock (_gate)
        {
            if (_keeper is null or { IsCompleted: true })
            {
                // Nobody there can know the name before the folder is there: it goes through the connection, as all else.
                _folder = "incidentops-" + RandomNumberGenerator.GetHexString(32, lowercase: true);
                TaskCompletionSource made = new(TaskCreationOptions.RunContinuationsAsynchronously);
                _kept = made.Task;
                _keeper = KeepAsync(made);
            }

            kept = _kept;
        }

        try
        {
            await kept.WaitAsync(timeout, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            // The step ends the same way.
        }
    }

    private async Task KeepAsync(TaskCompletionSource made)
    {
        try
        {
            await _processes.RunAsync(FolderRequest(RemoteScripts.Keep) with { Lifeline = true, OnLine = _ => made.TrySetResult() }, _end.Token).ConfigureAwait(false);
            made.TrySetResult();
        }
        catch (OperationCanceledException)
        {
            made.TrySetResult();
        }
        catch (IncidentOpsException e)
        {
            made.TrySetException(e);
        }
    }

    private async Task RemoveAsync()
    {
        try
        {
            await _processes.RunAsync(FolderRequest(RemoteScripts.Remove) with { Timeout = CloseTimeout }, CancellationToken.None).ConfigureAwait(false);
        }
        catch (IncidentOpsException)
        {
            // The machine cannot be reached, which the steps themselves say.
        }
    }

    private ProcessRequest FolderRequest(string script) => new()
    {
        FileName = "/bin/sh",
        Arguments = ["-c", script],
        Environment = new Dictionary<string, string>(StringComparer.Ordinal) { [RemoteScripts.FolderVariable] = _folder },
    };

    // Words that may set variables which are not to be seen in the text.
    [GeneratedRegex(@"(?<![\w./-])(\.|source|eval|read|mapfile|readarray|getopts|printf|declare|typeset)\s", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SetsUnseen();
}
