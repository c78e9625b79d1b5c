using System.Globalization;
using IncidentOps.Core.Incidents.Events;
using IncidentOps.Core.Procedures;
using IncidentOps.Core.Storage;
using IncidentOps.Incidents;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Incidents.Tasks;

/// <summary>The procedure's checklists for one incident: what people ticked, and what its events show. Pure.</summary>
internal static class TaskBoard
{
    public static IReadOnlyList<IncidentTask> Read(IncidentRecord record, IEnumerable<StoredEvent> events, Procedure procedure, DateTimeOffset now)
    {
        List<TaskEvent> log = [.. TaskEvent.ReadAll(events)];
        var scale = new SeverityScale(procedure.Severities);
        List<IncidentTask> tasks = [];
        Checklist[] checklists = [.. procedure.Checklists.Where(checklist => !checklist.IsExercise)];
        for (int list = 0; list < checklists.Length; list++)
        {
            Checklist checklist = checklists[list];
            for (int index = 0; index < checklist.Tasks.Count; index++)
            {
                ChecklistTask task = checklist.Tasks[index];
                tasks.Add(Judge(
                    new IncidentTask
                    {
                        Incident = record.Id,
                        Id = string.Create(CultureInfo.InvariantCulture, $"{list + 1}.{index + 1}"),
                        Checklist = checklist.Name,
                        Phase = checklist.Phase,
                        Task = task.Text,
                        State = IncidentTaskState.Open,
                    },
                    task,
                    record.State,
                    log,
                    scale,
                    procedure.MonitoringWindow,
                    now));
            }
        }

        return tasks;
    }

    /// <summary>True for what has to be done before an incident is closed; the follow-up goes on afterwards.</summary>
    public static bool BlocksClosing(IncidentTask task) =>
        task.State == IncidentTaskState.Open
        && !string.Equals(task.Phase?.Replace("-", "", StringComparison.Ordinal), nameof(IncidentPhase.PostIncident), StringComparison.OrdinalIgnoreCase);

    private static IncidentTask Judge(
        IncidentTask open,
        ChecklistTask task,
        IncidentState state,
        List<TaskEvent> log,
        SeverityScale scale,
        MonitoringWindow? window,
        DateTimeOffset now)
    {
        if (log.FindLast(IsTicked) is { } ticked)
        {
            var said = (TaskCompleted)ticked.Body;
            return Done(open, ticked, said.Message ?? (said.NotApplicable ? "Said not to apply." : "Ticked by hand.")) with
            {
                State = said.NotApplicable ? IncidentTaskState.NotApplicable : IncidentTaskState.Done,
            };
        }

        if (!Applies(task, state.Severity, scale))
        {
            return open with
            {
                State = IncidentTaskState.NotApplicable,
                Reason = $"Only for {string.Join(", ", task.Severities)}; this is {state.Severity}.",
            };
        }

        if (TaskRules.IsWatching(task.Text) && (state.LastFixedAt ?? state.ResolvedAt) is { } mended)
        {
            return new FixWatch(mended, window, log).Judge(open, now);
        }

        return TaskRules.For(task.Text) is { } rule && log.Find(shown => rule.Shows(shown)) is { } proof
            ? Done(open, proof, IncidentTimeline.Read(open.Incident, proof.Stored).Text)
            : open;

        bool IsTicked(TaskEvent shown) =>
            shown.Body is TaskCompleted said
            && string.Equals(said.Task, open.Task, StringComparison.OrdinalIgnoreCase)
            && string.Equals(said.Checklist, open.Checklist, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A task that an event shows done.</summary>
    public static IncidentTask Done(IncidentTask open, TaskEvent proof, string reason) => open with
    {
        State = IncidentTaskState.Done,
        DoneAt = proof.Stored.OccurredAt,
        DoneBy = proof.Stored.Actor,
        Sequence = proof.Stored.Sequence,
        Reason = reason,
    };

    private static bool Applies(ChecklistTask task, string severity, SeverityScale scale) =>
        task.Severities.Count == 0
        || task.Severities.Any(name => string.Equals(scale.Find(name)?.Name ?? name, severity, StringComparison.OrdinalIgnoreCase));
}
