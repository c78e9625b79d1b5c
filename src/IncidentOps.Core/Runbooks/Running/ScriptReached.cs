using IncidentOps.Core.Execution;
using IncidentOps.Core.Runbooks.Scripts;
using IncidentOps.Runbooks;

namespace IncidentOps.Core.Runbooks.Running;

/// <summary>A step in PowerShell: who runs the runbook runs it, in the caller's session. Without an answer it fails.</summary>
/// <param name="Step">The step.</param>
/// <param name="Timeout">How long it may take.</param>
/// <param name="Text">What runs.</param>
/// <param name="Values">What reaches it.</param>
/// <param name="Folder">Where it runs; null for where the session is.</param>
/// <param name="Results">What the steps so far have come to.</param>
internal sealed record ScriptReached(RunbookStep Step, TimeSpan Timeout, string Text, ScriptValues Values, string? Folder, IReadOnlyList<RunbookStepResult> Results) : RunbookEvent
{
    /// <summary>The shell of such steps.</summary>
    public const string Shell = "pwsh";

    private const string Unanswered = "nothing here runs PowerShell";

    /// <summary>How it ended; null where nobody has answered.</summary>
    public ScriptOutcome? Outcome { get; private set; }

    public void Finish(ScriptOutcome outcome) => Outcome = outcome;

    /// <summary>The same as that of a command: redacted and bounded.</summary>
    /// <param name="redactor">What takes the secrets out.</param>
    /// <param name="duration">How long it took.</param>
    /// <param name="stopped">Whether the operator has stopped the run: then it was not begun where there is no answer.</param>
    public ProcessResult ToResult(SecretRedactor redactor, TimeSpan duration, bool stopped)
    {
        ScriptOutcome answer = Outcome ?? new ScriptOutcome { Outcome = stopped ? ProcessOutcome.Cancelled : ProcessOutcome.Exited, Error = Unanswered };
        return new ProcessResult
        {
            Outcome = answer.Outcome,
            ExitCode = answer.Outcome != ProcessOutcome.Exited ? null : answer.Error is null ? 0 : 1,
            Output = Bounded(redactor.Redact(answer.Output)),
            ErrorOutput = Bounded(redactor.Redact(answer.Errors)),
            Duration = duration,
        };
    }

    /// <summary>A result with the objects, that says what made it fail in place of a number.</summary>
    public RunbookStepResult Explain(RunbookStepResult result, SecretRedactor redactor) => result with
    {
        Objects = [.. (Outcome?.Objects ?? []).Select(item => item is string text ? redactor.Redact(text) : item)],
        Reason = result.Status == RunbookStepStatus.Failed && (Outcome is null ? Unanswered : Outcome.Error) is { } error ? redactor.Redact(error) : result.Reason,
    };

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
