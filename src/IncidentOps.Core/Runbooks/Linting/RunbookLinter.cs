using System.Text;
using IncidentOps.Core.Procedures.Linting;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Runbooks.Reading;
using IncidentOps.Core.Runbooks.Running;
using IncidentOps.Core.Runbooks.Shell;
using IncidentOps.Core.Runbooks.Sql;
using IncidentOps.Procedures;
using IncidentOps.Runbooks;

namespace IncidentOps.Core.Runbooks.Linting;

/// <summary>Holds a runbook, and what it points at, to the <see cref="RunbookRules"/>.</summary>
internal sealed class RunbookLinter
{
    private readonly Runbook _runbook;
    private readonly LintReport _report;
    private readonly HashSet<string> _described;
    private readonly ILookup<string, RunbookStep> _byId;
    private readonly ParallelSteps _parallel;

    private RunbookLinter(Runbook runbook, FrontMatter front, LintReport report)
    {
        _runbook = runbook;
        _report = report;
        _parallel = new ParallelSteps(runbook);
        _described = new HashSet<string>(front.Parameters.Select(parameter => parameter.Name), ParameterNames.Comparer);
        _byId = runbook.Steps.Where(step => step.Id is not null).ToLookup(step => step.Id!, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Lints a runbook as its file has it now.</summary>
    /// <param name="runbook">The runbook.</param>
    /// <param name="objection">What speaks against an expression of the document; null for nothing.</param>
    public static IReadOnlyList<Finding> Lint(Runbook runbook, Func<string, string?>? objection = null)
    {
        string path = runbook.Path!;

        // The rest of a guide is Test-IncidentProcedure's to lint.
        return runbook.IsScenario
            ? Finish(runbook, new FrontMatter(), new LintReport(path, RunbookRules.All), TextOf(path), objection)
            : LintFile(path, objection);
    }

    /// <summary>Lints a document; links are followed from its folder.</summary>
    public static IReadOnlyList<Finding> LintFile(string path, Func<string, string?>? objection = null) => Lint(TextOf(path), path, objection);

    /// <summary>The findings in the order of the text, without those that comments in it suppress.</summary>
    public static IReadOnlyList<Finding> Lint(string text, string? path, Func<string, string?>? objection = null)
    {
        Runbook runbook = RunbookReader.Read(text, path, sha256: null, out FrontMatter front);
        LintReport report = new(path, RunbookRules.All);
        new LinkCheck(GuideParser.Parse(GuideText.Prepare(text, path, [])), report, RunbookRules.DeadLink).Run();
        return Finish(runbook, front, report, text, objection);
    }

    private static string TextOf(string path) => Encoding.UTF8.GetString(RunbookCatalog.Read(path, toRun: false));

    private static IReadOnlyList<Finding> Finish(Runbook runbook, FrontMatter front, LintReport report, string text, Func<string, string?>? objection)
    {
        new RunbookLinter(runbook, front, report).Run(objection ?? (static _ => null));
        Suppression suppression = Suppression.Read(text);
        return [.. runbook.Findings.Concat(report.Findings).Where(finding => !suppression.Covers(finding)).OrderBy(finding => finding.Line).ThenBy(finding => finding.RuleId, StringComparer.Ordinal)];
    }

    private void Run(Func<string, string?> objection)
    {
        if (_runbook.Steps.Count == 0)
        {
            _report.Add(RunbookRules.NoSteps, _runbook.Line, "The runbook has no steps.", "Number what is to be done, or put the commands into fenced blocks in a shell language.");
        }

        CheckParameters();
        foreach (IGrouping<string, RunbookStep> same in _byId.Where(same => same.Count() > 1))
        {
            _report.Add(RunbookRules.DuplicateId, same.Last().Line, $"The id '{same.Key}' stands at several steps: {string.Join(", ", same.Select(step => step.Number))}.", "Give each step an id of its own.");
        }

        foreach (RunbookStep step in _runbook.Steps.Where(step => step.Kind == RunbookStepKind.Command))
        {
            CheckShell(step);
            CheckJumps(step);
            CheckEnd(step);
            CheckHosts(step);
            if (StepCondition.ObstacleOf(step, objection) is { } refused)
            {
                _report.Add(RunbookRules.Expression, step.Line, $"Step {step.Number} would fail: {refused}.", "Only look, with $Steps, $Health, $Incident, operators and properties: verify=\"$Health['api'].Status -eq 'Healthy'\".");
            }
        }
    }

    private void CheckParameters()
    {
        HashSet<string> used = new(_runbook.Steps.SelectMany(step => step.Parameters), ParameterNames.Comparer);
        foreach (RunbookParameter parameter in _runbook.Parameters.Where(parameter => !used.Contains(parameter.Name)))
        {
            _report.Add(RunbookRules.UnusedParameter, _runbook.Line, $"No command uses the parameter '{parameter.Name}'.", "Use it, or take it out of the front matter.");
        }

        // Only where an author describes parameters is one that is missing a slip; a plain document needs no front matter.
        if (_described.Count == 0)
        {
            return;
        }

        foreach (RunbookParameter parameter in _runbook.Parameters.Where(parameter => parameter.Default is null && !_described.Contains(parameter.Name)))
        {
            RunbookStep first = _runbook.Steps.First(step => step.Parameters.Contains(parameter.Name, ParameterNames.Comparer));
            _report.Add(RunbookRules.UndefinedParameter, first.Line, $"The front matter does not describe '{parameter.Name}', which step {first.Number} needs.", "Add it to 'parameters', or set it in an earlier step.");
        }
    }

    private void CheckShell(RunbookStep step)
    {
        if (step.Shell is not (ScriptReached.Shell or SqlStep.Shell) && !ShellSession.Knows(step.Shell!))
        {
            _report.Add(RunbookRules.UnknownShell, step.Line, $"Step {step.Number} is written in {step.Shell}, which is not run here.", "Write it in bash, sh, PowerShell or SQL, or let a person do it.");
        }

        if (step.Interactive)
        {
            _report.Add(RunbookRules.InteractiveCommand, step.Line, $"Step {step.Number} wants a person at a terminal ({step.RiskReason}); it is never started unattended.", "Use a form that prints and ends: top -b -n 1, psql -c '...', systemctl --no-pager.");
        }
    }

    private void CheckJumps(RunbookStep step)
    {
        if (StepJumps.TargetOf(step) is { } target && Other(step, target) is null)
        {
            _report.Add(RunbookRules.UnreachableGoto, step.Line, $"Step {step.Number} goes to '{target}' on failure, and no other step has that id.", "Give the step to go to that id: ```bash {#id}.");
        }

        if (step.Undo is { } undo && Other(step, undo) is null)
        {
            _report.Add(RunbookRules.UnknownUndo, step.Line, $"Step {step.Number} is undone by '{undo}', and no other step has that id.", "Give the step that takes it back that id: ```bash {#id}.");
        }
    }

    private void CheckEnd(RunbookStep step)
    {
        if (step is { Risk: Risk.Destructive, Undo: null, Part: not RunbookPart.Rollback } && !_runbook.Steps.Any(other => other.Part == RunbookPart.Rollback))
        {
            _report.Add(RunbookRules.DestructiveWithoutUndo, step.Line, $"Step {step.Number} is destructive ({step.RiskReason}), and nothing says how to go back.", "Name a step that takes it back with undo=ID, or add a section 'Rollback'.");
        }

        if (step.Timeout is null && ShellParser.Parse(step.Command!).Script is { } script && WaitingCommand.Find(script) is { } waiting)
        {
            _report.Add(RunbookRules.MissingTimeout, step.Line, $"Step {step.Number} waits ({waiting}) and does not say for how long.", "Add timeout=30s to the fence, or give the command an end of its own.");
        }
    }

    private void CheckHosts(RunbookStep step)
    {
        if (step.Parallel is { } group && _parallel.WhyAlone(step) is { } why)
        {
            _report.Add(RunbookRules.AloneInGroup, step.Line, $"Step {step.Number} of the group '{group}' runs by itself: {why}.", "Leave parallel= to neighbouring steps that only look.");
        }

        if (StepHosts.Objection(step) is { } objection)
        {
            _report.Add(RunbookRules.HostPattern, step.Line, $"Step {step.Number} would fail: {objection}.", "Name machines as ssh knows them, or a pattern of names: host=web-1,db-*.");
        }
    }

    private RunbookStep? Other(RunbookStep step, string id) => _byId[id].FirstOrDefault(other => other.Number != step.Number);
}
