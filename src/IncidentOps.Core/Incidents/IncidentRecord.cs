using IncidentOps.Incidents;

namespace IncidentOps.Core.Incidents;

/// <summary>An incident as the store holds it: its number here and its state.</summary>
/// <param name="Number">The number.</param>
/// <param name="State">The state.</param>
/// <param name="Refolded">True where the read table's line could not be used and has to be written anew.</param>
internal sealed record IncidentRecord(long Number, IncidentState State, bool Refolded = false)
{
    public string Id => IncidentId.Format(Number);

    /// <summary>What users hold in their hands.</summary>
    public Incident ToIncident(DateTimeOffset asOf) => new()
    {
        Id = Id,
        Number = Number,
        Key = State.Key,
        Title = State.Title,
        Severity = State.Severity,
        Status = State.Status,
        Phase = IncidentLifecycle.PhaseOf(State.Status),
        IsActive = State.IsActive,
        Services = State.Services,
        Components = State.Components,
        Symptom = State.Symptom,
        Impact = State.Impact,
        Affected = State.Affected,
        Source = State.Source,
        Roles = new Dictionary<string, string>(State.Roles, StringComparer.OrdinalIgnoreCase),
        Commander = State.Roles.GetValueOrDefault(IncidentLifecycle.CommanderRole),
        Eta = State.Eta,
        DetectedAt = State.DetectedAt,
        AcknowledgeBy = State.AcknowledgeBy,
        AcknowledgedAt = State.AcknowledgedAt,
        InvestigatingAt = State.InvestigatingAt,
        IdentifiedAt = State.IdentifiedAt,
        FixedAt = State.FixedAt,
        ResolvedAt = State.ResolvedAt,
        ClosedAt = State.ClosedAt,
        Duration = Duration(asOf),
        RootCause = State.RootCause,
        Resolution = State.Resolution,
        NextSteps = State.NextSteps,
        MergedInto = State.MergedInto,
        IsDrill = State.IsDrill,
        Sequence = State.Sequence,
        UpdatedAt = State.UpdatedAt,
        AsOf = asOf,
    };

    private TimeSpan Duration(DateTimeOffset asOf)
    {
        TimeSpan duration = (State.EndedAt ?? asOf) - State.DetectedAt;
        return duration > TimeSpan.Zero ? duration : TimeSpan.Zero;
    }
}
