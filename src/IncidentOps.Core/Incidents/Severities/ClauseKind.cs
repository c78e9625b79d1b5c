namespace IncidentOps.Core.Incidents.Severities;

/// <summary>Where in a guide's severity level a clause stands.</summary>
internal enum ClauseKind
{
    /// <summary>In what makes an incident one of this level.</summary>
    Definition,

    /// <summary>Among the examples.</summary>
    Example,
}
