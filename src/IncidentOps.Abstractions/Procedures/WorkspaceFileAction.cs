namespace IncidentOps.Procedures;

/// <summary>What was done with a <see cref="WorkspaceFile"/>.</summary>
public enum WorkspaceFileAction
{
    /// <summary>It was written.</summary>
    Created,

    /// <summary>It was there already, and is as it was.</summary>
    Kept,
}
