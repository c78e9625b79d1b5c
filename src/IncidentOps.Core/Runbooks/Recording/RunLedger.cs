using System.Runtime.CompilerServices;
using IncidentOps.Core.Execution;
using IncidentOps.Core.Incidents;
using IncidentOps.Core.Incidents.Events;
using IncidentOps.Core.Storage;
using IncidentOps.Core.Text;
using IncidentOps.Incidents;
using IncidentOps.Runbooks;

namespace IncidentOps.Core.Runbooks.Recording;

/// <summary>The runs of a store: those for incidents, in their logs, and those outside of any, in logs of their own.</summary>
/// <param name="store">Where the events are.</param>
/// <param name="incidents">The incidents of the same store.</param>
/// <param name="actor">Who runs and resumes.</param>
/// <param name="time">The clock.</param>
/// <param name="isRunning">Whether a process runs; null where that cannot be told.</param>
internal sealed class RunLedger(
    IEventStore store, IncidentService incidents, string actor, TimeProvider time, Func<ProcessIdentity, bool?> isRunning)
{
    /// <summary>Newest first.</summary>
    public async IAsyncEnumerable<RunbookRun> QueryAsync(RunQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (query.First == 0)
        {
            yield break;
        }

        List<Wildcard> names = [.. query.Runbooks.Select(name => new Wildcard(name))];
        int count = 0;
        await foreach ((RecordedRun recorded, long? number) in ReadAsync(
            (started, number) => (names.Count == 0 || names.Exists(name => name.Matches(started.Runbook)))
                && (query.Incidents.Count == 0 || (number is { } incident && query.Incidents.Contains(incident))),
            query.Since,
            query.Until,
            cancellationToken))
        {
            RunbookRun run = ToRun(recorded, number);
            if (query.Statuses.Count > 0 && !query.Statuses.Contains(run.Status))
            {
                continue;
            }

            yield return run;
            if (++count == query.First)
            {
                yield break;
            }
        }
    }

    /// <summary>The run with an id.</summary>
    public async Task<RunbookRun> GetAsync(string id, CancellationToken cancellationToken)
    {
        (RecordedRun run, long? number) = await FindAsync(id, cancellationToken).ConfigureAwait(false);
        return ToRun(run, number);
    }

    /// <summary>The run with an id, as it is recorded, and the number of its incident.</summary>
    public async Task<(RecordedRun Run, long? Number)> FindAsync(string id, CancellationToken cancellationToken)
    {
        await foreach ((RecordedRun Run, long? Number) found in ReadAsync(
            (started, _) => string.Equals(started.RunId, id.Trim(), StringComparison.OrdinalIgnoreCase), since: null, until: null, cancellationToken).ConfigureAwait(false))
        {
            return found;
        }

        throw RunbookErrors.RunNotFound(id);
    }

    /// <summary>The run as users see it.</summary>
    public RunbookRun ToRun(RecordedRun run, long? number) =>
        run.ToRun(
            number is { } incident ? IncidentId.Format(incident) : null,
            time.GetUtcNow(),
            process => process == ProcessIdentity.Current ? RunsHere.Contains(run.Started.RunId) : isRunning(process));

    /// <summary>Where a run that begins is recorded.</summary>
    public IRunLog LogOf(string id, long? number) =>
        number is { } incident ? new IncidentRunLog(incidents, incident) : new OwnRunLog(store, Guid.Parse(id), actor, time);

    /// <summary>
    /// Makes this process the one that goes on with a run; what follows is in the same commit. Throws where it has changed
    /// since it was read: somebody else goes on with it.
    /// </summary>
    public async Task<IRunLog> TakeOverAsync(RecordedRun run, long? number, IReadOnlyList<IncidentEventBody> bodies, CancellationToken cancellationToken)
    {
        // An incident's log goes on for other reasons too, while this run stays as it was.
        while (true)
        {
            IReadOnlyList<StoredEvent> events = (await store.ReadStreamAsync(run.Stream, cancellationToken).ConfigureAwait(false)).Events;
            if (RecordedRun.Fold(events).FirstOrDefault(now => now.Started.RunId == run.Started.RunId)?.Revision != run.Revision)
            {
                throw RunbookErrors.RunTakenOver(run.Started.RunId);
            }

            OwnRunLog own = OwnRunLog.After(events[^1], store, actor, time);
            if (number is { } incident
                ? await incidents.TryRecordAsync(incident, bodies, events[^1].Sequence, cancellationToken).ConfigureAwait(false)
                : await own.TryAppendAsync(bodies, cancellationToken).ConfigureAwait(false))
            {
                return number is null ? own : LogOf(run.Started.RunId, number);
            }
        }
    }

    /// <summary>Walks the logs of the runs outside of any incident.</summary>
    public async IAsyncEnumerable<IncidentLogCheck> VerifyAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (Guid stream in store.ReadOtherStreamsAsync(cancellationToken))
        {
            // One that is gone by now is nobody's.
            if ((await store.ReadStreamAsync(stream, cancellationToken)).Events is [_, ..] events)
            {
                yield return IncidentLogVerifier.VerifyRun(stream.ToString(), events);
            }
        }
    }

    private async IAsyncEnumerable<(RecordedRun Run, long? Number)> ReadAsync(
        Func<RunbookStarted, long?, bool> wanted,
        DateTimeOffset? since,
        DateTimeOffset? until,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Dictionary<Guid, long?> numbers = [];
        Dictionary<Guid, IReadOnlyList<RecordedRun>> streams = [];
        await foreach (StoredEvent stored in store.ReadRunStartsAsync(since, until, cancellationToken))
        {
            if (!numbers.TryGetValue(stored.Stream, out long? number))
            {
                numbers[stored.Stream] = number = await store.FindNumberAsync(stored.Stream, cancellationToken);
            }

            if (EventCatalog.Read(stored.Type, stored.Version, stored.Body) is not RunbookStarted started || !wanted(started, number))
            {
                continue;
            }

            if (!streams.TryGetValue(stored.Stream, out IReadOnlyList<RecordedRun>? runs))
            {
                streams[stored.Stream] = runs = RecordedRun.Fold((await store.ReadStreamAsync(stored.Stream, cancellationToken)).Events);
            }

            if (runs.FirstOrDefault(run => run.Started.RunId == started.RunId) is { } found)
            {
                yield return (found, number);
            }
        }
    }
}
