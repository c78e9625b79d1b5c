using IncidentOps.Core.Execution;
using IncidentOps.Core.Runbooks.Scripts;
using IncidentOps.Runbooks;

namespace IncidentOps.Core.Runbooks.Running;

/// <summary>A step in PowerShell: who runs the runbook runs it, in the caller's session. Without an answer it fails.</summary>
/// <param name="Step">The step.</param>
/// <param name="Timeout">How long it may take.</param>
/// <param name="Text">What runs.</param>
/// <param name="Values">What reaches it.</param>
/// <param name="Results">What the steps so far have come to.</param>
internal sealed record ScriptReached(RunbookStep Step, TimeSpan Timeout, string Text, ScriptValues Values, IReadOnlyList<RunbookStepResult> Results) : RunbookEvent
{
    /// <summary>The shell of such steps.</summary>
    public const string Shell = "pwsh";

    private ProcessOutcome? _outcome;
    private string _output = "";
    private string _errors = "";

    /// <summary>What made it fail; null where nothing did.</summary>
    public string? Error { get; private set; } = "nothing here runs PowerShell";

    /// <param name="outcome">What ended it.</param>
    /// <param name="output">What it wrote, as text.</param>
    /// <param name="errors">What went wrong on the way, as text.</param>
    /// <param name="error">What made it fail; null where nothing did.</param>
    public void Finish(ProcessOutcome outcome, string output, string errors, string? error) => (_outcome, _output, _errors, Error) = (outcome, output, errors, error);

    /// <summary>The same as that of a command: redacted and bounded.</summary>
    /// <param name="redactor">What takes the secrets out.</param>
    /// <param name="duration">How long it took.</param>
    /// <param name="stopped">Whether the operator has stopped the run: then it was not begun where there is no answer.</param>
    public ProcessResult ToResult(SecretRedactor redactor, TimeSpan duration, bool stopped)
    {
        ProcessOutcome outcome = _outcome ?? (stopped ? ProcessOutcome.Cancelled : ProcessOutcome.Exited);
        return new ProcessResult
        {
            Outcome = outcome,
            ExitCode = outcome != ProcessOutcome.Exited ? null : Error is null ? 0 : 1,
            Output = Bounded(redactor.Redact(_output)),
            ErrorOutput = Bounded(redactor.Redact(_errors)),
            Duration = duration,
        };
    }

    /// <summary>A result that says what made it fail in place of a number.</summary>
    public RunbookStepResult Explain(RunbookStepResult result, SecretRedactor redactor) =>
        result.Status == RunbookStepStatus.Failed && Error is { } error ? result with { Reason = redactor.Redact(error) } : result;

    private static string Bounded(string text)
    {
        OutputCapture capture = new();
        foreach (string line in text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'))
        {
            capture.Append(line + "\n");
        }

        return capture.ToString().TrimEnd('\n');
    }
}
