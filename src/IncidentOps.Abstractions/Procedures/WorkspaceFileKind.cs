namespace IncidentOps.Procedures;

/// <summary>What a <see cref="WorkspaceFile"/> is.</summary>
public enum WorkspaceFileKind
{
    /// <summary>The configuration, incidentops.yaml.</summary>
    Configuration,

    /// <summary>The configuration's JSON Schema, for editors.</summary>
    Schema,

    /// <summary>The organisation's guide.</summary>
    Guide,

    /// <summary>A runbook, or the page that lists them.</summary>
    Runbook,
}
