namespace IncidentOps.Incidents;

/// <summary>A task of the procedure's checklists, for one incident.</summary>
public sealed record IncidentTask
{
    /// <summary>The incident, "INC-42".</summary>
    public required string Incident { get; init; }

    /// <summary>Its place in the procedure, "2.5": checklist and task, from 1.</summary>
    public required string Id { get; init; }

    /// <summary>The checklist's name.</summary>
    public required string Checklist { get; init; }

    /// <summary>The workflow's phase that the checklist belongs to; null where the guide does not say.</summary>
    public string? Phase { get; init; }

    /// <summary>What is to be done.</summary>
    public required string Task { get; init; }

    /// <summary>How it stands.</summary>
    public required IncidentTaskState State { get; init; }

    /// <summary>When it was done; null where it was not.</summary>
    public DateTimeOffset? DoneAt { get; init; }

    /// <summary>Who did it; null where nobody has.</summary>
    public string? DoneBy { get; init; }

    /// <summary>The sequence of the event that shows it; null where none does.</summary>
    public long? Sequence { get; init; }

    /// <summary>What shows it, or why it is not asked for.</summary>
    public string? Reason { get; init; }

    /// <summary>The task.</summary>
    /// <returns>What is to be done.</returns>
    public override string ToString() => Task;
}
