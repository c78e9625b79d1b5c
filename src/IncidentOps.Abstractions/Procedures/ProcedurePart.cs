namespace IncidentOps.Procedures;

/// <summary>The parts of a guide that can be shown by themselves.</summary>
public enum ProcedurePart
{
    /// <summary>The severity levels.</summary>
    Severities,

    /// <summary>The workflow's phases.</summary>
    Phases,

    /// <summary>The checklists.</summary>
    Checklists,

    /// <summary>The scenarios.</summary>
    Scenarios,

    /// <summary>The escalation path's levels.</summary>
    Escalation,

    /// <summary>The message templates.</summary>
    Templates,

    /// <summary>The on-call rotation.</summary>
    Rotation,

    /// <summary>Tools and resources.</summary>
    Tools,

    /// <summary>The contacts.</summary>
    Contacts,

    /// <summary>What was not understood.</summary>
    Findings,
}
