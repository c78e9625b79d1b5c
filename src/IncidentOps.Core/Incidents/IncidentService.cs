using System.Runtime.CompilerServices;
using IncidentOps.Core.Incidents.Deadlines;
using IncidentOps.Core.Incidents.Events;
using IncidentOps.Core.Incidents.Tasks;
using IncidentOps.Core.Storage;
using IncidentOps.Incidents;

namespace IncidentOps.Core.Incidents;

/// <summary>
/// The lifecycle's commands over a store: reads the state, lets <see cref="IncidentDecisions"/> decide, appends the
/// events; when somebody else was faster, decides again on the fresh state.
/// </summary>
/// <param name="store">Where the events are.</param>
/// <param name="policy">What the procedure says; asked for only by commands that need it.</param>
/// <param name="actor">Who does it.</param>
/// <param name="time">The clock.</param>
internal sealed class IncidentService(IEventStore store, Func<IncidentPolicy> policy, string actor, TimeProvider time)
{
    private const int MostAttempts = 200;

    private readonly IncidentReader _reader = new(store);

    public DateTimeOffset Now => Instant.Truncate(time.GetUtcNow());

    /// <summary>The incident, and false where an open twin was found and noted instead.</summary>
    public async Task<(Incident Incident, bool Created)> DeclareAsync(
        IncidentDeclaration declaration,
        CancellationToken cancellationToken)
    {
        for (int attempt = 0; attempt < MostAttempts; attempt++)
        {
            DateTimeOffset now = Now;
            IReadOnlyList<NewEvent> events = IncidentDecisions.Declare(declaration, policy(), now);
            (EventAppend first, IncidentState state) = IncidentProjection.Start(events, actor, now);
            (IncidentRow row, bool created) = await store.CreateAsync(first, declaration.AllowTwin, cancellationToken);
            if (created)
            {
                return (new IncidentRecord(row.Number, state).ToIncident(now), true);
            }

            // The twin may end before the note reaches it: then this is an incident of its own after all.
            IncidentRecord twin = await _reader.ReadAsync(row, cancellationToken);
            if (await TryAppendAsync(twin, Decide(twin, now).ReportAgain(declaration, policy()), now, cancellationToken) is { } noted)
            {
                return (noted, false);
            }
        }

        throw IncidentErrors.Conflict(declaration.Title);
    }

    public Task<Incident> AcknowledgeAsync(
        long number, string? responder, DateTimeOffset? at, string? message, CancellationToken cancellationToken) =>
        ChangeAsync(number, decisions => decisions.Acknowledge(responder ?? actor, at, message), cancellationToken);

    public Task<Incident> UpdateAsync(
        long number, IncidentStatus? status, string? message, DateTimeOffset? eta, DateTimeOffset? at, CancellationToken cancellationToken) =>
        ChangeAsync(number, decisions => decisions.Update(status, message, eta, at), cancellationToken);

    public Task<Incident> SetSeverityAsync(
        long number, string severity, string reason, DateTimeOffset? at, CancellationToken cancellationToken) =>
        ChangeAsync(number, decisions => decisions.SetSeverity(severity, reason, at), cancellationToken);

    public Task<Incident> ResolveAsync(
        long number,
        string? rootCause,
        string? resolution,
        IReadOnlyList<string> nextSteps,
        DateTimeOffset? at,
        CancellationToken cancellationToken) =>
        ChangeAsync(number, decisions => decisions.Resolve(rootCause, resolution, nextSteps, at), cancellationToken);

    public async Task<Incident> CloseAsync(
        long number, bool force, string? reason, DateTimeOffset? at, CancellationToken cancellationToken)
    {
        IReadOnlyList<IncidentTask> tasks = await ReadTasksAsync(number, null, cancellationToken);
        int open = tasks.Count(TaskBoard.BlocksClosing);
        return await ChangeAsync(number, decisions => decisions.Close(force, reason, at, open), cancellationToken);
    }

    public Task<Incident> ReopenAsync(long number, string? reason, DateTimeOffset? at, CancellationToken cancellationToken) =>
        ChangeAsync(number, decisions => decisions.Reopen(reason, at), cancellationToken);

    public Task<Incident> ChangeDetailsAsync(long number, DetailsChanged changed, CancellationToken cancellationToken) =>
        ChangeAsync(number, decisions => decisions.ChangeDetails(changed), cancellationToken);

    public Task<Incident> AssignRoleAsync(long number, string role, string? responder, CancellationToken cancellationToken) =>
        ChangeAsync(number, decisions => decisions.AssignRole(role, responder), cancellationToken);

    /// <summary>Adds something that does not move the incident: a note, evidence, a runbook's step.</summary>
    public Task<Incident> RecordAsync(long number, IncidentEventBody body, DateTimeOffset? at, CancellationToken cancellationToken) =>
        ChangeAsync(number, decisions => decisions.Record(body, at), cancellationToken);

    /// <summary>
    /// Adds several such things at once. False, with nothing added, where the log does not end with the event that it is
    /// said to.
    /// </summary>
    public async Task<bool> TryRecordAsync(long number, IReadOnlyList<IncidentEventBody> bodies, long? after, CancellationToken cancellationToken)
    {
        bool follows = true;
        await ChangeAsync(
            number,
            decisions =>
            {
                follows = after is null || after == decisions.Sequence;
                return follows ? bodies.SelectMany(body => decisions.Record(body, at: null)) : [];
            },
            cancellationToken);
        return follows;
    }

    /// <summary>Ends one incident in another, both in one transaction.</summary>
    public async Task<Incident> MergeAsync(long number, long into, string? reason, CancellationToken cancellationToken)
    {
        for (int attempt = 0; attempt < MostAttempts; attempt++)
        {
            IncidentRecord source = await _reader.GetAsync(number, cancellationToken);
            IncidentRecord target = await _reader.GetAsync(into, cancellationToken);
            DateTimeOffset now = Now;
            List<NewEvent> ending = [.. Decide(source, now).MergeInto(target.State.Key, target.Id, reason)];
            if (ending.Count == 0)
            {
                return source.ToIncident(now);
            }

            (EventAppend ended, IncidentState state) = IncidentProjection.Continue(source, ending, actor, now);
            (EventAppend absorbed, _) = IncidentProjection.Continue(
                target, Decide(target, now).Absorb(source.Id, source.State), actor, now);
            if (await store.TryAppendAsync([ended, absorbed], cancellationToken))
            {
                return new IncidentRecord(number, state).ToIncident(now);
            }
        }

        throw IncidentErrors.Conflict(IncidentId.Format(number));
    }

    public async Task<Incident> GetAsync(long number, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        IncidentRecord record = await _reader.GetAsync(number, cancellationToken);
        return (await _reader.AtAsync(record, asOf, cancellationToken) ?? throw IncidentErrors.NotFoundYet(record.Id, asOf)).ToIncident(asOf ?? Now);
    }

    /// <summary>The number behind an id, a number or a key as people type them.</summary>
    public async Task<long> ResolveNumberAsync(string reference, CancellationToken cancellationToken)
    {
        if (IncidentId.TryParse(reference, out long number))
        {
            return number;
        }

        if (Guid.TryParse(reference, out Guid key))
        {
            return await store.FindNumberAsync(key, cancellationToken) ?? throw IncidentErrors.NotFound(reference, store.Location);
        }

        throw IncidentErrors.IdInvalid(reference);
    }

    /// <summary>The one that is open; throws where none is, or several are.</summary>
    public async Task<long> OnlyOpenAsync(CancellationToken cancellationToken)
    {
        const int shown = 5;
        List<long> open = [];
        await foreach (IncidentRow row in store.QueryAsync(new IncidentRowQuery { Active = true, Limit = shown + 1 }, cancellationToken))
        {
            open.Add(row.Number);
        }

        return open.Count switch
        {
            0 => throw IncidentErrors.NoneChosen(),
            1 => open[0],
            _ => throw IncidentErrors.SeveralOpen([.. open.Take(shown).Select(IncidentId.Format).Concat(open.Count > shown ? ["…"] : [])]),
        };
    }

    /// <summary>Newest detection first.</summary>
    public async IAsyncEnumerable<Incident> QueryAsync(
        IncidentQuery query,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (query.First == 0)
        {
            yield break;
        }

        var matcher = new IncidentMatcher(
            query.Severities.Count == 0 ? query : query with { Severities = [.. query.Severities.Select(policy().SeverityName)] });
        int count = 0;

        await foreach (IncidentRow row in store.QueryAsync(matcher.RowQuery, cancellationToken))
        {
            if (await _reader.AtAsync(await _reader.ReadAsync(row, cancellationToken), query.AsOf, cancellationToken) is not { } record
                || record.ToIncident(query.AsOf ?? Now) is not { } incident
                || !matcher.Matches(incident))
            {
                continue;
            }

            yield return incident;
            if (++count == query.First)
            {
                yield break;
            }
        }
    }

    /// <summary>In the order in which things happened.</summary>
    public async Task<IReadOnlyList<TimelineEntry>> ReadTimelineAsync(
        long number, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        IncidentRecord record = await _reader.GetAsync(number, cancellationToken);
        List<StoredEvent> events = await _reader.ReadEventsAsync(record.State.Key, asOf, cancellationToken);
        return [.. events.Select(stored => IncidentTimeline.Read(record.Id, stored)).OrderBy(entry => entry.At).ThenBy(entry => entry.Sequence)];
    }

    /// <summary>What the incident needs by when, in the order in which it comes up.</summary>
    public async Task<IReadOnlyList<IncidentDeadline>> ReadDeadlinesAsync(
        long number, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        IncidentRecord record = await _reader.GetAsync(number, cancellationToken);
        record = await _reader.AtAsync(record, asOf, cancellationToken) ?? throw IncidentErrors.NotFoundYet(record.Id, asOf);
        return [.. new DeadlineClock(record, policy(), asOf ?? Now).All()];
    }

    /// <summary>The procedure's checklists, with what is done.</summary>
    public async Task<IReadOnlyList<IncidentTask>> ReadTasksAsync(long number, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        IncidentRecord record = await _reader.GetAsync(number, cancellationToken);
        List<StoredEvent> events = await _reader.ReadEventsAsync(record.State.Key, asOf, cancellationToken);
        return IncidentFold.Fold(events) is { } state
            ? TaskBoard.Read(new IncidentRecord(number, state), events, policy().Procedure, asOf ?? Now)
            : throw IncidentErrors.NotFoundYet(record.Id, asOf);
    }

    /// <summary>Every number that the store ever gave, or those asked for.</summary>
    public async IAsyncEnumerable<(long Number, IncidentLogCheck Check)> VerifyAsync(
        IReadOnlySet<long>? numbers,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach ((long number, Guid? key) in store.ReadNumbersAsync(cancellationToken))
        {
            if (numbers is null || numbers.Contains(number))
            {
                StoredStream stream = key is { } known ? await store.ReadStreamAsync(known, cancellationToken) : new StoredStream([], null);
                yield return (number, IncidentLogVerifier.Verify(IncidentId.Format(number), stream));
            }
        }
    }

    /// <summary>Makes the read table anew from the events.</summary>
    public Task<int> RebuildAsync(CancellationToken cancellationToken) =>
        store.RebuildAsync(IncidentProjection.Project, cancellationToken);

    private async Task<Incident> ChangeAsync(
        long number,
        Func<IncidentDecisions, IEnumerable<NewEvent>> decide,
        CancellationToken cancellationToken)
    {
        for (int attempt = 0; attempt < MostAttempts; attempt++)
        {
            IncidentRecord record = await _reader.GetAsync(number, cancellationToken);
            DateTimeOffset now = Now;
            List<NewEvent> events = [.. decide(Decide(record, now))];
            if (events.Count == 0)
            {
                return record.ToIncident(now);
            }

            if (await TryAppendAsync(record, events, now, cancellationToken) is { } changed)
            {
                return changed;
            }
        }

        throw IncidentErrors.Conflict(IncidentId.Format(number));
    }

    private IncidentDecisions Decide(IncidentRecord record, DateTimeOffset now) => new(record.Id, record.State, new Lazy<IncidentPolicy>(policy), now);

    /// <summary>The incident as it is afterwards; null where somebody else was faster.</summary>
    private async Task<Incident?> TryAppendAsync(
        IncidentRecord record, IEnumerable<NewEvent> events, DateTimeOffset now, CancellationToken cancellationToken)
    {
        (EventAppend append, IncidentState state) = IncidentProjection.Continue(record, events, actor, now);
        return await store.TryAppendAsync([append], cancellationToken)
            ? new IncidentRecord(record.Number, state).ToIncident(now)
            : null;
    }
}
