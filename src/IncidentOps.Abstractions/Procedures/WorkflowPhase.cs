namespace IncidentOps.Procedures;

/// <summary>A phase of a guide's workflow.</summary>
public sealed record WorkflowPhase
{
    /// <summary>Its place in the workflow, from 1.</summary>
    public required int Order { get; init; }

    /// <summary>Its name, "Triage".</summary>
    public required string Name { get; init; }

    /// <summary>The time window that its heading gives, "5-15 minutes"; null where there is none.</summary>
    public string? Window { get; init; }

    /// <summary>What it is to reach, where the guide says so.</summary>
    public string? Goal { get; init; }

    /// <summary>Who leads it, where the guide says so.</summary>
    public string? Owner { get; init; }

    /// <summary>What is done in it.</summary>
    public IReadOnlyList<PhaseActivity> Activities { get; init => field = PlainList.Of(value); } = [];

    /// <summary>The commands that the guide gives for it.</summary>
    public IReadOnlyList<string> Commands { get; init => field = PlainList.Of(value); } = [];

    /// <summary>Where it stands in the guide, from 1.</summary>
    public int Line { get; init; }
}
