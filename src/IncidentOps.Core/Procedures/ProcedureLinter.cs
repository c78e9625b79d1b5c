using IncidentOps.Core.Procedures.Linting;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Procedures;

/// <summary>Holds a guide, and what it points at, to the <see cref="GuideRules"/>.</summary>
internal static class ProcedureLinter
{
    /// <summary>Lints a guide file; links are followed from its folder.</summary>
    public static IReadOnlyList<Finding> LintFile(string path) =>
        Lint(GuideEncoding.Decode(ProcedureSource.Read(path)), path);

    /// <summary>The findings in the order of the text, without those that comments in the guide suppress.</summary>
    public static IReadOnlyList<Finding> Lint(string text, string? path)
    {
        Procedure procedure = ProcedureCompiler.Compile(text, path, out GuideDocument document);
        LintReport report = new(path, GuideRules.All);
        CheckSeverities(procedure, report);
        CheckEscalation(procedure, report);
        CheckScenarios(procedure, report);
        CheckTools(procedure, report);
        CheckTasks(procedure, report);
        new PlaceholderCheck(document, report).Run();
        new LinkCheck(document, report, GuideRules.DeadLink).Run();
        Suppression suppression = Suppression.Read(document.Text);
        return [.. procedure.Findings.Concat(report.Findings).Where(finding => !suppression.Covers(finding)).OrderBy(finding => finding.Line).ThenBy(finding => finding.RuleId, StringComparer.Ordinal)];
    }

    private static void CheckSeverities(Procedure procedure, LintReport report)
    {
        if (procedure.Severities.Count == 0)
        {
            report.Add(GuideRules.NoSeverities, 1, "The guide defines no severity levels.", "Add a section 'Severity Levels' with a heading or a table row for each, such as 'P1 - High', and its response time.");
        }

        foreach (SeverityLevel level in procedure.Severities.Where(level => level.ResponseTime is null))
        {
            report.Add(GuideRules.MissingResponseTime, level.Line, $"{level.Name} has no response time.", "Say how soon somebody has to respond, such as '15 minutes' or 'next business day'.");
        }
    }

    private static void CheckEscalation(Procedure procedure, LintReport report)
    {
        foreach (EscalationLevel level in procedure.EscalationLevels.Where(level => !level.Name.Any(char.IsLetter) || Readers.Unfilled.IsOnly(level.Name)))
        {
            report.Add(GuideRules.EscalationToNobody, level.Line, $"Level {level.Order} of the escalation path names nobody.", "Name the role or the person to call.");
        }
    }

    private static void CheckScenarios(Procedure procedure, LintReport report)
    {
        foreach (Scenario scenario in procedure.Scenarios.Where(scenario => scenario is { Steps.Count: 0, Link: null }))
        {
            report.Add(GuideRules.ScenarioWithoutSteps, scenario.Line, $"The scenario '{scenario.Name}' has no steps.", "List what to do, numbered, or link to its runbook.");
        }
    }

    private static void CheckTools(Procedure procedure, LintReport report)
    {
        foreach (Tool tool in procedure.Tools.Where(tool => tool.Value is null))
        {
            report.Add(GuideRules.ToolWithoutAddress, tool.Line, $"The guide does not say where '{tool.Name}' is.", "Give its address, its command or its channel.");
        }
    }

    private static void CheckTasks(Procedure procedure, LintReport report)
    {
        if (procedure.Phases.Count == 0)
        {
            return;
        }

        foreach (Checklist checklist in procedure.Checklists.Where(checklist => checklist is { Phase: null, IsExercise: false }))
        {
            report.Add(GuideRules.TaskWithoutPhase, checklist.Line, $"No phase owns the {checklist.Tasks.Count} tasks of '{checklist.Name}'.", "Give the checklist the name of a phase, or put it below the phase's heading.");
        }
    }
}
