using System.Globalization;
using IncidentOps.Core.Errors;
using IncidentOps.Core.Execution;
using IncidentOps.Runbooks;

namespace IncidentOps.Core.Runbooks;

/// <summary>What can go wrong with runbooks.</summary>
internal static class RunbookErrors
{
    public static IncidentOpsException NotFound(string name, IEnumerable<string> known) => new(
        "RunbookNotFound",
        ErrorKind.NotFound,
        known.Any()
            ? $"There is no runbook '{name}'. Known ones: {string.Join(", ", known.Take(10))}. Run Get-Runbook for the list, or give -Path."
            : $"There is no runbook '{name}', and no folder holds any. Give -Path, or name a folder of runbooks in incidentops.yaml.",
        name);

    public static IncidentOpsException Ambiguous(string name, IEnumerable<string> matches) => new(
        "RunbookAmbiguous",
        ErrorKind.Ambiguous,
        $"'{name}' fits several runbooks: {string.Join(", ", matches)}. Give one name.",
        name);

    public static IncidentOpsException FileNotFound(string path) => new(
        "RunbookFileNotFound",
        ErrorKind.NotFound,
        $"The runbook '{path}' does not exist. Check the path.",
        path);

    public static IncidentOpsException FileUnreadable(string path, Exception inner) => new(
        "RunbookFileUnreadable",
        ErrorKind.PermissionDenied,
        $"The runbook '{path}' cannot be read: {inner.Message}",
        path,
        inner);

    public static IncidentOpsException FileTooLarge(string path, long bytes, long limit) => new(
        "RunbookFileTooLarge",
        ErrorKind.InvalidData,
        $"'{path}' has {bytes} bytes; a runbook has at most {limit}. Is it a runbook?",
        path);

    public static IncidentOpsException FileWritableByOthers(string path, string mode, string remedy) => new(
        "RunbookFileWritableByOthers",
        ErrorKind.PermissionDenied,
        $"The runbook '{path}' can be written by others than its owner (mode {mode}), so it is not run. Run: {remedy}",
        path);

    public static IncidentOpsException MissingParameters(Runbook runbook, IReadOnlyList<RunbookParameter> missing) => new(
        "RunbookParameterMissing",
        ErrorKind.InvalidArgument,
        $"The runbook '{runbook.Name}' needs {string.Join(", ", missing.Select(Describe))}. Give them with -Parameter @{{ {string.Join("; ", missing.Select(parameter => $"'{parameter.Name}' = '...'"))} }}.",
        runbook);

    private static string Describe(RunbookParameter parameter) =>
        parameter.Default is { } reference ? $"{parameter.Name}, which {reference} does not hold" : parameter.Name;

    public static IncidentOpsException UnknownParameter(Runbook runbook, string name) => new(
        "RunbookParameterUnknown",
        ErrorKind.InvalidArgument,
        runbook.Parameters.Count == 0
            ? $"The runbook '{runbook.Name}' has no parameters, so it cannot take '{name}'."
            : $"The runbook '{runbook.Name}' has no parameter '{name}'. It has: {string.Join(", ", runbook.Parameters.Select(parameter => parameter.Name))}.",
        name);

    // The value itself is not named: it may be a secret.
    public static IncidentOpsException InvalidParameter(Runbook runbook, RunbookParameter parameter, string why) => new(
        "RunbookParameterInvalid",
        ErrorKind.InvalidArgument,
        $"The value for '{parameter.Name}' of the runbook '{runbook.Name}' is refused: {why}.",
        parameter.Name);

    public static IncidentOpsException NoSteps(Runbook runbook) => new(
        "RunbookHasNoSteps",
        ErrorKind.InvalidData,
        $"The runbook '{runbook.Name}' has no steps to run. Steps are ordered list items and fenced blocks in a shell language.",
        runbook);

    public static IncidentOpsException PlanWithoutIncident(RunbookPlan plan) => new(
        "RunbookPlanWithoutIncident",
        ErrorKind.InvalidOperation,
        $"The plan of '{plan.Runbook}' belongs to no incident, and approvals are kept with incidents. Make it with Get-RunbookPlan {plan.Runbook} -Incident INC-1.",
        plan);

    public static IncidentOpsException PlanOutdated(RunbookPlan plan) => new(
        "RunbookPlanOutdated",
        ErrorKind.InvalidOperation,
        $"'{plan.Path}' has changed since this plan was made. Run Get-RunbookPlan again, and read what it says now.",
        plan);

    public static IncidentOpsException RoleHeldByAnother(RunbookPlan plan, string role, string holder, string actor) => new(
        "RunbookApprovalNotYours",
        ErrorKind.PermissionDenied,
        $"The role {role} is held by {holder}, and you are {actor}. Let {holder} approve it, or give the role away with Set-IncidentRole.",
        plan);

    public static IncidentOpsException StepNotFound(Runbook runbook, string reference) => new(
        "RunbookStepNotFound",
        ErrorKind.NotFound,
        $"The runbook '{runbook.Name}' has no step '{reference}'. It has the numbers 1 to {runbook.Steps.Count}"
        + (runbook.Steps.Any(step => step.Id is not null) ? $", and the ids {string.Join(", ", runbook.Steps.Select(step => step.Id).OfType<string>())}." : "."),
        reference);

    public static IncidentOpsException NothingChosen(Runbook runbook) => new(
        "RunbookNothingChosen",
        ErrorKind.InvalidArgument,
        $"No step of the runbook '{runbook.Name}' is left by -Step, -From and -Part. Its parts are {string.Join(", ", runbook.Steps.Select(step => step.Part).Distinct())}.",
        runbook);

    public static IncidentOpsException NeedsConfirmation(RunbookRun run, RunbookStep step) => new(
        "RunbookNeedsConfirmation",
        ErrorKind.InvalidOperation,
        $"Step {step.Number} of the runbook '{run.Runbook}' ({step.Title}) is {step.Risk} ({step.RiskReason}), and nobody can be asked here. Run it with -Confirm:$false, or with -ReadOnly to leave such steps out.",
        run);

    public static IncidentOpsException Failed(RunbookRun run) => new(
        "RunbookFailed",
        ErrorKind.InvalidOperation,
        $"The runbook '{run.Runbook}' failed at {run.Reason}. Its Steps hold what every step wrote.",
        run);

    public static IncidentOpsException RunNotFound(string id) => new(
        "RunbookRunNotFound",
        ErrorKind.NotFound,
        $"There is no run '{id}'. Get-RunbookRun lists the runs, newest first.",
        id);

    public static IncidentOpsException RunStillRunning(RunbookRun run, ProcessIdentity? runner, DateTimeOffset deadAt) => new(
        "RunbookRunStillRunning",
        ErrorKind.ResourceBusy,
        string.Create(
            CultureInfo.InvariantCulture,
            $"The run {run.Id} of '{run.Runbook}' is still running{(runner is null ? "" : $", in process {runner.Id} of {runner.Machine}")}. Wait for its end, or end that process. Where nobody can see the process, it counts as dead at {deadAt:yyyy-MM-dd HH:mm:ss} UTC."),
        run);

    public static IncidentOpsException RunIsOver(RunbookRun run) => new(
        "RunbookRunIsOver",
        ErrorKind.InvalidOperation,
        $"The run {run.Id} of '{run.Runbook}' has {run.Status.ToString().ToLowerInvariant()}, and there is nothing to go on with.",
        run);

    public static IncidentOpsException RunWasTakenBack(RunbookRun run) => new(
        "RunbookRunIsOver",
        ErrorKind.InvalidOperation,
        $"The run {run.Id} of '{run.Runbook}' has failed, and what it had done was taken back: {run.Reason}. Mend what made it fail, then begin anew with Invoke-Runbook.",
        run);

    public static IncidentOpsException StepHasFailed(RunbookRun run, RunbookStepResult failed) => new(
        "RunbookStepHasFailed",
        ErrorKind.InvalidOperation,
        $"Step {failed.Step.Number} of the runbook '{run.Runbook}' ({failed.Step.Title}) has failed: {failed.Reason}. Mend what made it fail, then run Resume-Runbook {run.Id} -Retry to run it again, or -Skip to go on after it.",
        run);

    public static IncidentOpsException RunRecordedByEarlierVersion(RunbookRun run) => new(
        "RunbookRunNotResumable",
        ErrorKind.InvalidOperation,
        $"The run {run.Id} of '{run.Runbook}' was recorded by an earlier version, without what going on with it takes. Begin anew with Invoke-Runbook -From and the step to begin with.",
        run);

    public static IncidentOpsException RunbookChanged(RunbookRun run, Runbook now, int number) => new(
        "RunbookChanged",
        ErrorKind.InvalidOperation,
        $"The runbook '{now.Name}' is not the one that the run {run.Id} began with: step {number} has changed. Put the document back as it was, or read it again and begin anew with Invoke-Runbook -From and the step to begin with.",
        run);

    public static IncidentOpsException RunTakenOver(string id) => new(
        "RunbookRunTakenOver",
        ErrorKind.ResourceBusy,
        $"Somebody else goes on with the run {id}. Nothing more was done here. Get-RunbookRun {id} shows how it stands.",
        id);

    public static IncidentOpsException RunValueChanged(Runbook runbook, string name) => new(
        "RunbookRunValueChanged",
        ErrorKind.InvalidArgument,
        $"The run began with another value for '{name}', and goes on with that one. Give only what was not recorded: secrets. For another value begin anew with Invoke-Runbook {runbook.Name}.",
        name);

    public static IncidentOpsException RunFolderGone(RunbookRun run, string folder) => new(
        "RunbookRunFolderGone",
        ErrorKind.NotFound,
        $"The run {run.Id} of '{run.Runbook}' began in the folder '{folder}', which is not there any more. Make it again, or begin anew with Invoke-Runbook -From and the step to begin with.",
        run);

    public static IncidentOpsException StepUncertain(RunbookRun run, RunbookStep step) => new(
        "RunbookStepUncertain",
        ErrorKind.InvalidOperation,
        $"Step {step.Number} of the runbook '{run.Runbook}' ({step.Title}) may have run already: it was started, and no end of it is recorded. Look whether it had its effect, then run Resume-Runbook {run.Id} -Skip to go on after it, or -Retry to run it again.",
        run);

    public static IncidentOpsException NobodyAwaited(RunbookRun run) => new(
        "RunbookRunAwaitsNobody",
        ErrorKind.InvalidOperation,
        $"The run {run.Id} of '{run.Runbook}' is {run.Status} and waits for nobody, so that -Finding has no step to go with. Run Resume-Runbook without it.",
        run);

    public static IncidentOpsException NothingToResume() => new(
        "RunbookNothingToResume",
        ErrorKind.NotFound,
        "No run is interrupted or waits for a person. Get-RunbookRun lists the runs, newest first.");

    public static IncidentOpsException SeveralToResume(IEnumerable<RunbookRun> runs) => new(
        "RunbookSeveralToResume",
        ErrorKind.Ambiguous,
        $"Several runs can go on: {string.Join(", ", runs.Select(run => $"{run.Id} ({run.Runbook}, {run.Status})"))}. Give -Id.");

    public static IncidentOpsException WrongParameterValue(string name) => new(
        "RunbookParameterInvalid",
        ErrorKind.InvalidArgument,
        $"The value for '{name}' is not one text, number or secure string.",
        name);
}
