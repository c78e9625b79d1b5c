using IncidentOps.Incidents;

namespace IncidentOps.Core.Incidents;

/// <summary>Which status may follow which, and what a status means.</summary>
internal static class IncidentLifecycle
{
    /// <summary>The role whose holder is the incident's commander.</summary>
    public const string CommanderRole = "Commander";

    public static bool IsActive(IncidentStatus status) => status < IncidentStatus.Resolved;

    public static IncidentPhase PhaseOf(IncidentStatus status) => status switch
    {
        IncidentStatus.Detected => IncidentPhase.Detection,
        IncidentStatus.Acknowledged => IncidentPhase.Triage,
        IncidentStatus.Investigating or IncidentStatus.Identified => IncidentPhase.Response,
        IncidentStatus.Monitoring => IncidentPhase.Resolution,
        _ => IncidentPhase.PostIncident,
    };

    /// <summary>Forward along the chain, skipping allowed; an open incident can also be dismissed or merged.</summary>
    public static bool CanMove(IncidentStatus from, IncidentStatus to) => to switch
    {
        IncidentStatus.Dismissed or IncidentStatus.Merged => IsActive(from),
        _ => from < to && from <= IncidentStatus.Resolved,
    };

    /// <summary>Everything past Investigating can turn out not to be over.</summary>
    public static bool CanReopen(IncidentStatus from) => from > IncidentStatus.Investigating;
}
