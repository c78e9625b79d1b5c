namespace IncidentOps.PostMortems;

/// <summary>Something to be done so that it does not happen again.</summary>
public sealed record ActionItem
{
    /// <summary>What is to be done.</summary>
    public required string Text { get; init; }

    /// <summary>Who does it; null while nobody has taken it.</summary>
    public string? Owner { get; init; }

    /// <summary>The day by which it is to be done; null where none is agreed.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>True once it is done.</summary>
    public bool IsDone { get; init; }

    /// <summary>The text.</summary>
    /// <returns>What is to be done.</returns>
    public override string ToString() => Text;
}
