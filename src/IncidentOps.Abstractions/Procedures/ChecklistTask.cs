namespace IncidentOps.Procedures;

/// <summary>A task of a checklist.</summary>
public sealed record ChecklistTask
{
    /// <summary>What is to be done.</summary>
    public required string Text { get; init; }

    /// <summary>The severities it applies to; empty for all.</summary>
    public IReadOnlyList<string> Severities { get; init => field = PlainList.Of(value); } = [];

    /// <summary>Where it stands in the guide, from 1.</summary>
    public int Line { get; init; }

    /// <summary>The text.</summary>
    /// <returns>What is to be done.</returns>
    public override string ToString() => Text;
}
