namespace IncidentOps.Runbooks;

/// <summary>One step of a runbook.</summary>
public sealed record RunbookStep
{
    /// <summary>Its place, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Its own id, "restart"; null where the document gives none.</summary>
    public string? Id { get; init; }

    /// <summary>What it does, in one line.</summary>
    public required string Title { get; init; }

    /// <summary>The part of the runbook it belongs to.</summary>
    public RunbookPart Part { get; init; }

    /// <summary>Who does it.</summary>
    public required RunbookStepKind Kind { get; init; }

    /// <summary>The shell that runs it, "bash"; null for a manual step.</summary>
    public string? Shell { get; init; }

    /// <summary>The command's text; null for a manual step.</summary>
    public string? Command { get; init; }

    /// <summary>What running it may do.</summary>
    public Risk Risk { get; init; }

    /// <summary>The words that decided the risk.</summary>
    public string? RiskReason { get; init; }

    /// <summary>The names of the values it needs.</summary>
    public IReadOnlyList<string> Parameters { get; init => field = PlainList.Of(value); } = [];

    /// <summary>How long it may take; null for the default.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>How often it is tried again when it fails.</summary>
    public int Retries { get; init; }

    /// <summary>What a failure leads to: "stop", "continue", "rollback" or "goto:ID"; null for stop.</summary>
    public string? OnFailure { get; init; }

    /// <summary>The PowerShell expression that decides whether it runs; null for always.</summary>
    public string? When { get; init; }

    /// <summary>The PowerShell expression that has to become true after it; null for none.</summary>
    public string? Verify { get; init; }

    /// <summary>The id of the step that takes it back; null for none.</summary>
    public string? Undo { get; init; }

    /// <summary>The group of steps that may run at the same time; null for none.</summary>
    public string? Parallel { get; init; }

    /// <summary>The role that has to approve it; null for none.</summary>
    public string? Approve { get; init; }

    /// <summary>The machines it runs on; null for this one.</summary>
    public string? HostPattern { get; init; }

    /// <summary>The database that a step in SQL runs in, "SERVICE/CHECK"; null where there is only one.</summary>
    public string? Database { get; init; }

    /// <summary>True where its program wants a person at a terminal; never started unattended.</summary>
    public bool Interactive { get; init; }

    /// <summary>Where it stands in the document, from 1.</summary>
    public int Line { get; init; }

    /// <summary>The number and the title.</summary>
    /// <returns>"3 Restart the service".</returns>
    public override string ToString() => $"{Number} {Title}";
}
