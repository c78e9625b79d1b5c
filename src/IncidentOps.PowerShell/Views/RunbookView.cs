using System.ComponentModel;
using System.Globalization;
using System.Management.Automation;
using IncidentOps.Runbooks;

namespace IncidentOps.PowerShell.Views;

/// <summary>What the views of runbooks and their runs say besides plain properties.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RunbookView
{
    private const int CommandLines = 6;
    private const int ReasonLines = 2;

    /// <summary>The title, how much in the document is worth mending, and why it is suggested.</summary>
    /// <param name="runbook">The runbook.</param>
    /// <returns>The title in one line; the reason below.</returns>
    public static string Title(PSObject? runbook)
    {
        string title = ViewText.Line(runbook, nameof(Runbook.Title));
        string findings = ViewText.ToCount(ViewValue.Of(runbook, nameof(Runbook.Findings)));
        title += findings switch
        {
            "" => "",
            "1" => Palette.Dim(" [1 finding]"),
            _ => Palette.Dim($" [{findings} findings]"),
        };
        return ViewText.Below(title, ViewValue.Of(runbook, nameof(Runbook.Reason)), ReasonLines);
    }

    /// <summary>The most that any of its steps may do.</summary>
    /// <param name="runbook">The runbook.</param>
    /// <returns>A risk; empty where no step has a command.</returns>
    public static string Risk(PSObject? runbook) => Palette.State(ViewValue.Objects(runbook, nameof(Runbook.Steps))
        .Where(step => !IsManual(step))
        .Select(step => ViewText.Line(step, nameof(RunbookStep.Risk)))
        .MaxBy(risk => Enum.TryParse(risk, out Risk known) ? (int)known : -1) ?? "");

    /// <summary>A runbook's steps, one a line.</summary>
    /// <param name="runbook">The runbook.</param>
    /// <returns>"2. Restart the service (Change)".</returns>
    public static string StepLines(PSObject? runbook) => string.Join('\n', ViewValue.Objects(runbook, nameof(Runbook.Steps)).Select(step =>
        $"{Heading(step)} ({StepRisk(step)})"));

    /// <summary>What running a step may do; "manual" where the operator does it.</summary>
    /// <param name="step">The step.</param>
    /// <returns>A risk, or "manual".</returns>
    public static string StepRisk(PSObject? step) =>
        IsManual(step) ? Palette.Dim("manual") : Palette.State(ViewText.Line(step, nameof(RunbookStep.Risk)));

    /// <summary>What a step does: its title, and its command below.</summary>
    /// <param name="step">The step.</param>
    /// <returns>The first lines of both.</returns>
    public static string Step(PSObject? step)
    {
        string title = ViewText.Line(step, nameof(RunbookStep.Title));
        if (ViewValue.IsTrue(step, nameof(RunbookStep.Interactive)))
        {
            title += Palette.Paint(" (interactive)", "Yellow");
        }

        return ViewText.Below(title, ViewValue.Of(step, nameof(RunbookStep.Command)), CommandLines);
    }

    /// <summary>The beginning of a hash: enough to tell plans apart.</summary>
    /// <param name="hash">The hash.</param>
    /// <returns>"1f3870be274f".</returns>
    public static string ShortHash(PSObject? hash) => ViewText.Line(hash) is { Length: > 12 } text ? text[..12] : ViewText.Line(hash);

    /// <summary>Whether a plan may run.</summary>
    /// <param name="plan">The plan.</param>
    /// <returns>"yes" or "not yet".</returns>
    public static string Approved(PSObject? plan) =>
        ViewValue.Items(ViewValue.Of(plan, nameof(RunbookPlan.Missing))).Count == 0
            ? Palette.Paint("yes", "Green")
            : Palette.Paint("not yet", "Yellow");

    /// <summary>A plan's steps, one a line.</summary>
    /// <param name="plan">The plan.</param>
    /// <returns>"2. Restart the service (Change): needs the approval of Commander".</returns>
    public static string PlanLines(PSObject? plan) => string.Join('\n', ViewValue.Objects(plan, nameof(RunbookPlan.Steps)).Select(step =>
        $"{Heading(step)} ({StepRisk(step)}){Wants(step)}"));

    /// <summary>What a planned step does: its title, its command, and what is in its way.</summary>
    /// <param name="step">The step.</param>
    /// <returns>The first lines of all three.</returns>
    public static string PlanStep(PSObject? step) =>
        ViewText.Below(ViewText.Line(step, nameof(RunbookPlanStep.Title)) + Wants(step), ViewValue.Of(step, nameof(RunbookPlanStep.Command)), CommandLines);

    /// <summary>A plan's values, one a line.</summary>
    /// <param name="plan">The plan.</param>
    /// <returns>"unit = fastapi".</returns>
    public static string Values(PSObject? plan) => ViewValue.Plain(ViewValue.Of(plan, nameof(RunbookPlan.Values))) is IReadOnlyDictionary<string, string> values
        ? string.Join('\n', values.Select(value => $"{ViewText.ToLine(value.Key)} = {ViewText.ToLine(value.Value)}"))
        : "";

    /// <summary>A parameter's default; a secret's is not shown.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <returns>The default in one line.</returns>
    public static string Default(PSObject? parameter)
    {
        string value = ViewText.Line(parameter, nameof(RunbookParameter.Default));
        return value.Length > 0 && ViewValue.IsTrue(parameter, nameof(RunbookParameter.Secret)) ? "(secret)" : value;
    }

    /// <summary>What a parameter's values may be.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <returns>The choices, or the pattern.</returns>
    public static string Allowed(PSObject? parameter)
    {
        string choices = ViewText.Line(parameter, nameof(RunbookParameter.Choices));
        return choices.Length > 0 ? choices : ViewText.Line(parameter, nameof(RunbookParameter.Pattern));
    }

    /// <summary>How many of a run's steps are done.</summary>
    /// <param name="run">The run.</param>
    /// <returns>"4/6".</returns>
    public static string Progress(PSObject? run)
    {
        IReadOnlyList<PSObject> steps = ViewValue.Objects(run, nameof(RunbookRun.Steps));
        int done = steps.Count(step => ViewText.Line(step, nameof(RunbookStepResult.Status)) == nameof(RunbookStepStatus.Succeeded));
        return steps.Count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{done}/{steps.Count}");
    }

    /// <summary>Which runbook ran, and what went wrong first or keeps it from going on.</summary>
    /// <param name="run">The run.</param>
    /// <returns>"application-down: 3. Restart the service: exit code 1".</returns>
    public static string Summary(PSObject? run)
    {
        string name = ViewText.Line(run, nameof(RunbookRun.Runbook));
        PSObject? failed = ViewValue.Objects(run, nameof(RunbookRun.Steps))
            .FirstOrDefault(step => ViewText.Line(step, nameof(RunbookStepResult.Status)) is nameof(RunbookStepStatus.Failed) or nameof(RunbookStepStatus.TimedOut));
        bool goesOn = ViewText.Line(run, nameof(RunbookRun.Status)) is nameof(RunbookRunStatus.Interrupted) or nameof(RunbookRunStatus.Waiting);
        return goesOn ? $"{name}: {ViewText.Line(run, nameof(RunbookRun.Reason))}" : failed is null ? name : $"{name}: {ResultHeading(failed)}: {ViewText.Line(failed, nameof(RunbookStepResult.Reason))}";
    }

    /// <summary>A run's steps and how they ended, one a line.</summary>
    /// <param name="run">The run.</param>
    /// <returns>"Succeeded 2. Restart the service".</returns>
    public static string ResultLines(PSObject? run) => string.Join('\n', ViewValue.Objects(run, nameof(RunbookRun.Steps)).Select(result =>
        $"{Palette.State(ViewText.Line(result, nameof(RunbookStepResult.Status)))} {ResultHeading(result)}"));

    /// <summary>The number of the step that a result is of.</summary>
    /// <param name="result">A step's result.</param>
    /// <returns>The number.</returns>
    public static string ResultNumber(PSObject? result) => ViewText.Line(StepOf(result), nameof(RunbookStep.Number));

    /// <summary>The step that a result is of, and below it why it did not succeed.</summary>
    /// <param name="result">A step's result.</param>
    /// <returns>The title, and the reason where there is one.</returns>
    public static string Result(PSObject? result) =>
        ViewText.Below(ViewText.Line(StepOf(result), nameof(RunbookStep.Title)), ViewValue.Of(result, nameof(RunbookStepResult.Reason)), CommandLines);

    private static string Wants(PSObject? step)
    {
        string missing = ViewText.Line(step, nameof(RunbookPlanStep.Missing));
        string obstacle = ViewText.Line(step, nameof(RunbookPlanStep.Obstacle));
        return (missing.Length > 0 ? Palette.Paint($": needs {missing}", "Yellow") : "") + (obstacle.Length > 0 ? Palette.Paint($": {obstacle}", "Red") : "");
    }

    private static string ResultHeading(PSObject? result) => Heading(StepOf(result));

    private static string Heading(PSObject? step) => $"{ViewText.Line(step, nameof(RunbookStep.Number))}. {ViewText.Line(step, nameof(RunbookStep.Title))}";

    private static PSObject? StepOf(PSObject? result) => ViewValue.Object(result, nameof(RunbookStepResult.Step));

    private static bool IsManual(PSObject? step) => ViewText.Line(step, nameof(RunbookStep.Kind)) == nameof(RunbookStepKind.Manual);
}
