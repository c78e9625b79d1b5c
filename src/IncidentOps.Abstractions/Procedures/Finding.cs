namespace IncidentOps.Procedures;

/// <summary>Something in a guide or runbook that was not understood or should be mended.</summary>
public sealed record Finding
{
    /// <summary>The rule's stable id, "guide/unfilled-placeholder".</summary>
    public required string RuleId { get; init; }

    /// <summary>How much it matters.</summary>
    public required FindingSeverity Severity { get; init; }

    /// <summary>The document.</summary>
    public string? Path { get; init; }

    /// <summary>The line, from 1.</summary>
    public int Line { get; init; }

    /// <summary>What is wrong.</summary>
    public required string Message { get; init; }

    /// <summary>What to do about it.</summary>
    public string? Remedy { get; init; }

    /// <summary>The place and the message.</summary>
    /// <returns>"guide.md:12: …".</returns>
    public override string ToString() => $"{Path}:{Line}: {Message}";
}
