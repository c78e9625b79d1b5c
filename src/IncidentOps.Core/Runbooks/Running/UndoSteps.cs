using IncidentOps.Runbooks;

namespace IncidentOps.Core.Runbooks.Running;

/// <summary>Which step of a runbook takes back which: what undo=ID says.</summary>
internal sealed class UndoSteps
{
    private readonly Runbook _runbook;
    private readonly HashSet<int> _jumpedTo;

    public UndoSteps(Runbook runbook)
    {
        _runbook = runbook;
        _jumpedTo = [.. runbook.Steps.Select(StepJumps.TargetOf).OfType<string>().Select(ById).OfType<RunbookStep>().Select(step => step.Number)];
    }

    /// <summary>The step that takes another back; null where none does.</summary>
    public RunbookStep? Of(RunbookStep step) => step.Undo is { } id && ById(id) is { } undo && undo.Number != step.Number ? undo : null;

    /// <summary>The step that one only exists to take back; null where it is there for itself.</summary>
    public RunbookStep? Whose(RunbookStep undo) =>
        undo.Part == RunbookPart.Rollback || _jumpedTo.Contains(undo.Number) ? null : _runbook.Steps.FirstOrDefault(step => Of(step)?.Number == undo.Number);

    private RunbookStep? ById(string id) => _runbook.Steps.FirstOrDefault(step => string.Equals(step.Id, id, StringComparison.OrdinalIgnoreCase));
}
