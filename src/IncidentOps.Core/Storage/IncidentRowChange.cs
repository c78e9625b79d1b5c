namespace IncidentOps.Core.Storage;

/// <summary>How much of a row has to be written.</summary>
internal enum IncidentRowChange
{
    /// <summary>All of it, for the first time.</summary>
    New,

    /// <summary>Only its state: nothing that queries look for has changed.</summary>
    State,

    /// <summary>All of it again.</summary>
    Everything,
}
