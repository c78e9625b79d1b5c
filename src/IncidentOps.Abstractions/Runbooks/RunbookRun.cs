namespace IncidentOps.Runbooks;

/// <summary>What happened when a runbook ran.</summary>
public sealed record RunbookRun
{
    /// <summary>The run's identity, a UUID of version 7.</summary>
    public required string Id { get; init; }

    /// <summary>The runbook's name.</summary>
    public required string Runbook { get; init; }

    /// <summary>The SHA-256 of the document that ran.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The incident it ran for, "INC-42"; null outside one.</summary>
    public string? Incident { get; init; }

    /// <summary>The hash of the plan that ran, as Get-RunbookPlan gives it.</summary>
    public string? Plan { get; init; }

    /// <summary>Which of its steps were chosen, in words; null for all.</summary>
    public string? Selection { get; init; }

    /// <summary>How it stands.</summary>
    public required RunbookRunStatus Status { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>How long it took.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>Its steps, on each machine that they are for.</summary>
    public IReadOnlyList<RunbookStepResult> Steps { get; init => field = PlainList.Of(value); } = [];

    /// <summary>Why it did not succeed, or which machines failed and were left out; null where all went well.</summary>
    public string? Reason { get; init; }
}
