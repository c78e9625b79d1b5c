using IncidentOps.Core.Runbooks.Shell;
using IncidentOps.Runbooks;

namespace IncidentOps.Core.Runbooks.Running;

/// <summary>
/// Which steps run at the same time: neighbours of one parallel=GROUP that only look, ask nothing and need nothing of each
/// other. The others of a group run by themselves, in their place.
/// </summary>
internal sealed class ParallelSteps(Runbook runbook)
{
    private readonly HashSet<string> _used = new(
        runbook.Steps.Select(Variables).OfType<ShellVariables>().SelectMany(static variables => variables.Used), StringComparer.Ordinal);

    /// <summary>Why a step of a group runs by itself; null where it runs with its neighbours.</summary>
    public string? WhyAlone(RunbookStep step) =>
        step.Kind == RunbookStepKind.Manual || !ShellSession.Knows(step.Shell!) ? "it does not run in a shell"
        : step.Risk != Risk.Read ? $"it is {step.Risk} ({step.RiskReason})"
        : step.When is not null || step.Verify is not null ? "it has a condition or a verification, which look at other steps"
        : Variables(step) is not { } variables ? "it cannot be told what it sets"
        : variables.Set.FirstOrDefault(_used.Contains) is { } name ? $"it sets {name}, which steps use"
        : null;

    /// <summary>The steps that run together from one on; that one alone where there are no others.</summary>
    /// <param name="at">The index of the first.</param>
    /// <param name="isReading">Whether a step only looks with the values of the run.</param>
    public IReadOnlyList<RunbookStep> From(int at, Func<RunbookStep, bool> isReading)
    {
        RunbookStep first = runbook.Steps[at];
        RunbookStep[] group = first.Parallel is not { } name
            ? []
            : [.. runbook.Steps.Skip(at).TakeWhile(step => string.Equals(step.Parallel, name, StringComparison.OrdinalIgnoreCase) && WhyAlone(step) is null && isReading(step))];
        return group.Length > 1 ? group : [first];
    }

    private static ShellVariables? Variables(RunbookStep step) =>
        step is { Command: { } command, Shell: { } shell } && ShellSession.Knows(shell) && ShellParser.Parse(command).Script is { } script ? ShellVariables.Of(script) : null;
}
