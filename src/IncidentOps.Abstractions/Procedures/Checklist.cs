namespace IncidentOps.Procedures;

/// <summary>A checklist of a guide.</summary>
public sealed record Checklist
{
    /// <summary>Its name, "Initial Response".</summary>
    public required string Name { get; init; }

    /// <summary>The phase it belongs to; null where it stands for the whole incident.</summary>
    public string? Phase { get; init; }

    /// <summary>Its tasks in order.</summary>
    public IReadOnlyList<ChecklistTask> Tasks { get; init => field = PlainList.Of(value); } = [];

    /// <summary>True where it is for training and drills: no incident has its tasks.</summary>
    public bool IsExercise { get; init; }

    /// <summary>Where it stands in the guide, from 1.</summary>
    public int Line { get; init; }
}
