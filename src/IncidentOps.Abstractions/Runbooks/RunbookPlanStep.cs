namespace IncidentOps.Runbooks;

/// <summary>One step of a plan.</summary>
public sealed record RunbookPlanStep
{
    /// <summary>Its place in the runbook, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Its own id; null where the document gives none.</summary>
    public string? Id { get; init; }

    /// <summary>What it does, in one line.</summary>
    public required string Title { get; init; }

    /// <summary>The part of the runbook it belongs to.</summary>
    public RunbookPart Part { get; init; }

    /// <summary>Who does it.</summary>
    public required RunbookStepKind Kind { get; init; }

    /// <summary>The machines it runs on.</summary>
    public required IReadOnlyList<string> HostNames { get; init => field = PlainList.Of(value); }

    /// <summary>The machines it runs on, in one text.</summary>
    public string HostName => string.Join(", ", HostNames);

    /// <summary>The shell that runs it; null for a manual step.</summary>
    public string? Shell { get; init; }

    /// <summary>
    /// The command with its plain values filled in; others stay as $NAME, their values are in the plan's. Null for a
    /// manual step.
    /// </summary>
    public string? Command { get; init; }

    /// <summary>What running it with these values may do.</summary>
    public Risk Risk { get; init; }

    /// <summary>The words that decided the risk.</summary>
    public string? RiskReason { get; init; }

    /// <summary>How long it may take; null for a manual step.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>What would be asked before or while it runs; null where nothing is.</summary>
    public string? Asks { get; init; }

    /// <summary>The expression that decides whether it runs; null for always.</summary>
    public string? When { get; init; }

    /// <summary>The expression that has to become true after it; null for none.</summary>
    public string? Verify { get; init; }

    /// <summary>The id of the step that takes it back; null for none.</summary>
    public string? Undo { get; init; }

    /// <summary>The approval that it still needs, in words; null for none.</summary>
    public string? Missing { get; init; }

    /// <summary>Why it cannot run as it stands; null where it can.</summary>
    public string? Obstacle { get; init; }

    /// <summary>Where it stands in the document, from 1.</summary>
    public int Line { get; init; }

    /// <summary>The number and the title.</summary>
    /// <returns>"3 Restart the service".</returns>
    public override string ToString() => $"{Number} {Title}";
}
