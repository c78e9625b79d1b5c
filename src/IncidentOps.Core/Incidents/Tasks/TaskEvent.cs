using IncidentOps.Core.Incidents.Events;
using IncidentOps.Core.Storage;
using IncidentOps.Runbooks;

namespace IncidentOps.Core.Incidents.Tasks;

/// <summary>An event and what it says, read once for all tasks.</summary>
internal sealed record TaskEvent(StoredEvent Stored, IncidentEventBody Body)
{
    /// <summary>For a runbook's step that has succeeded, the event that began it; null for all else.</summary>
    public RunbookStepStarted? Step { get; private init; }

    /// <summary>True where a runbook's step had put something right or taken something back before.</summary>
    public bool FollowsChange { get; private init; }

    public static IReadOnlyList<TaskEvent> ReadAll(IEnumerable<StoredEvent> events)
    {
        List<TaskEvent> log = [];
        Dictionary<(string Run, int Number, string Host), RunbookStepStarted> begun = [];
        bool changed = false;
        foreach (StoredEvent stored in events)
        {
            IncidentEventBody body = EventCatalog.Read(stored.Type, stored.Version, stored.Body);
            RunbookStepStarted? step = null;
            if (body is RunbookStepStarted started)
            {
                begun[(started.RunId, started.Number, started.HostName)] = started;
            }
            else if (body is RunbookStepFinished { Status: RunbookStepStatus.Succeeded } finished)
            {
                step = begun.GetValueOrDefault((finished.RunId, finished.Number, finished.HostName));
            }

            TaskEvent read = new(stored, body) { Step = step, FollowsChange = changed };
            log.Add(read);
            changed |= StepProofs.HasChanged(read);
        }

        return log;
    }
}
