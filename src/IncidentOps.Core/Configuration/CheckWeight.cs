namespace IncidentOps.Core.Configuration;

/// <summary>How far a failing check reaches into the status of its service.</summary>
internal enum CheckWeight
{
    /// <summary>The service is as the check is.</summary>
    Full,

    /// <summary>The service is Degraded at most.</summary>
    Partial,

    /// <summary>The check informs only.</summary>
    None,
}
