using IncidentOps.Core.Incidents.Events;
using IncidentOps.Core.Storage;
using IncidentOps.Incidents;

namespace IncidentOps.Core.Incidents;

/// <summary>Events to state: a pure function, the same for the read table, for -AsOf and for a rebuild.</summary>
internal static class IncidentFold
{
    /// <summary>The state after all of the events; null where there are none.</summary>
    public static IncidentState? Fold(IEnumerable<StoredEvent> events)
    {
        IncidentState? state = null;
        foreach (StoredEvent stored in events)
        {
            state = Apply(state, stored);
        }

        return state;
    }

    public static IncidentState Apply(IncidentState? state, StoredEvent stored)
    {
        IncidentState before = state ?? new IncidentState { Key = stored.Stream };
        IncidentState after = Apply(before, EventCatalog.Read(stored.Type, stored.Version, stored.Body), stored.OccurredAt);
        return after with { Sequence = stored.Sequence, Hash = stored.Hash, UpdatedAt = stored.RecordedAt };
    }

    private static IncidentState Apply(IncidentState state, IncidentEventBody body, DateTimeOffset at) => body switch
    {
        IncidentDeclared declared => state with
        {
            Title = declared.Title,
            Severity = declared.Severity,
            SeveritySince = at,
            Status = IncidentStatus.Detected,
            StatusSince = at,
            DetectedAt = at,
            LastUpdateAt = at,
            AcknowledgeBy = declared.AcknowledgeBy,
            EscalateBy = declared.EscalateBy,
            Services = declared.Services,
            Components = declared.Components,
            Symptom = declared.Symptom,
            Fingerprints = [Fingerprint.Of(declared.Symptom ?? declared.Title, declared.IsDrill)],
            Impact = declared.Impact,
            Affected = declared.Affected,
            Source = declared.Source,
            IsDrill = declared.IsDrill,
        },
        StatusChanged changed => Enter(state, changed.To, at) with { Eta = changed.Eta ?? state.Eta },
        UpdatePosted posted => state with { Eta = posted.Eta ?? state.Eta, LastUpdateAt = Later(state.LastUpdateAt, at) },
        SeverityChanged changed => state with
        {
            Severity = changed.To,
            SeveritySince = at,
            AcknowledgeBy = changed.AcknowledgeBy,
            EscalateBy = changed.EscalateBy,
            LastUpdateAt = Later(state.LastUpdateAt, at),
        },
        DetailsChanged changed => Change(state, changed),
        RoleAssigned assigned => state with { Roles = Assign(state.Roles, assigned) },
        IncidentResolved resolved => Enter(state, IncidentStatus.Resolved, at) with
        {
            RootCause = resolved.RootCause ?? state.RootCause,
            Resolution = resolved.Resolution ?? state.Resolution,
            NextSteps = resolved.NextSteps.Count > 0 ? resolved.NextSteps : state.NextSteps,
        },
        IncidentClosed => Enter(state, IncidentStatus.Closed, at),
        IncidentReopened => Enter(state, IncidentStatus.Investigating, at) with { MergedInto = null },
        IncidentMerged merged => Enter(state, IncidentStatus.Merged, at) with { MergedInto = merged.Into },
        IncidentAbsorbed absorbed => state with
        {
            Services = Union(state.Services, absorbed.Services),
            Components = Union(state.Components, absorbed.Components),
            Fingerprints = Union(state.Fingerprints, absorbed.Fingerprints),
        },
        PostMortemExported => state with { PostMortemAt = state.PostMortemAt ?? at },
        _ => state,
    };

    /// <summary>First entries count for clocks, the last for the duration; whoever moves it on has taken it.</summary>
    private static IncidentState Enter(IncidentState state, IncidentStatus status, DateTimeOffset at)
    {
        bool taken = status is not (IncidentStatus.Detected or IncidentStatus.Dismissed or IncidentStatus.Merged);
        bool active = IncidentLifecycle.IsActive(status);
        return state with
        {
            Status = status,
            StatusSince = at,
            LastUpdateAt = Later(state.LastUpdateAt, at),
            PostMortemAt = active ? null : state.PostMortemAt,
            AcknowledgedAt = state.AcknowledgedAt ?? (taken ? at : null),
            InvestigatingAt = state.InvestigatingAt ?? (status == IncidentStatus.Investigating ? at : null),
            IdentifiedAt = state.IdentifiedAt ?? (status == IncidentStatus.Identified ? at : null),
            FixedAt = state.FixedAt ?? (status == IncidentStatus.Monitoring ? at : null),
            LastFixedAt = status == IncidentStatus.Monitoring ? at : active ? null : state.LastFixedAt,
            ResolvedAt = active ? null : status == IncidentStatus.Resolved ? at : state.ResolvedAt,
            ClosedAt = active ? null : status == IncidentStatus.Closed ? at : state.ClosedAt,
            EndedAt = active ? null : state.EndedAt ?? at,
        };
    }

    private static IncidentState Change(IncidentState state, DetailsChanged changed) => state with
    {
        Title = changed.Title ?? state.Title,
        Services = changed.Services ?? state.Services,
        Components = changed.Components ?? state.Components,
        Symptom = Replace(changed.Symptom, state.Symptom),
        Fingerprints = string.IsNullOrEmpty(changed.Symptom)
            ? state.Fingerprints
            : Union(state.Fingerprints, [Fingerprint.Of(changed.Symptom, state.IsDrill)]),
        Impact = Replace(changed.Impact, state.Impact),
        Affected = Replace(changed.Affected, state.Affected),
        Source = Replace(changed.Source, state.Source),
        RootCause = Replace(changed.RootCause, state.RootCause),
        Resolution = Replace(changed.Resolution, state.Resolution),
        NextSteps = changed.NextSteps ?? state.NextSteps,
    };

    /// <summary>What is recorded last may have happened earlier.</summary>
    private static DateTimeOffset Later(DateTimeOffset left, DateTimeOffset right) => left >= right ? left : right;

    private static string? Replace(string? changed, string? present) => changed is null ? present : changed.Length == 0 ? null : changed;

    private static Dictionary<string, string> Assign(IReadOnlyDictionary<string, string> roles, RoleAssigned assigned)
    {
        var changed = new Dictionary<string, string>(roles, StringComparer.OrdinalIgnoreCase);
        changed.Remove(assigned.Role);
        if (assigned.Responder is { } responder)
        {
            changed.Add(assigned.Role, responder);
        }

        return changed;
    }

    private static IReadOnlyList<string> Union(IReadOnlyList<string> present, IReadOnlyList<string> more) =>
        [.. present.Union(more, StringComparer.OrdinalIgnoreCase)];
}
