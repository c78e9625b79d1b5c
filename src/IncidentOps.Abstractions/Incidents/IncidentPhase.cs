namespace IncidentOps.Incidents;

/// <summary>The workflow's phase that an incident is in, derived from its <see cref="IncidentStatus"/>.</summary>
public enum IncidentPhase
{
    /// <summary>Nobody has taken it yet.</summary>
    Detection,

    /// <summary>Taken; severity and extent are being settled.</summary>
    Triage,

    /// <summary>Being investigated or mended.</summary>
    Response,

    /// <summary>Mended, being watched.</summary>
    Resolution,

    /// <summary>Over; follow-up and post-mortem.</summary>
    PostIncident,
}
