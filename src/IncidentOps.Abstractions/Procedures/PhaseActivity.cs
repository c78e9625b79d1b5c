namespace IncidentOps.Procedures;

/// <summary>One thing to do, or to look out for, in a phase of the workflow.</summary>
public sealed record PhaseActivity
{
    /// <summary>The group it stands under, "Initial Assessment"; null where there is none.</summary>
    public string? Group { get; init; }

    /// <summary>What to do.</summary>
    public required string Text { get; init; }

    /// <summary>Where it stands in the guide, from 1.</summary>
    public int Line { get; init; }

    /// <summary>The text.</summary>
    /// <returns>What to do.</returns>
    public override string ToString() => Text;
}
