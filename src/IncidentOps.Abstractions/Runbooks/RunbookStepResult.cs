namespace IncidentOps.Runbooks;

/// <summary>What happened to one step of a run.</summary>
public sealed record RunbookStepResult
{
    /// <summary>The step.</summary>
    public required RunbookStep Step { get; init; }

    /// <summary>The machine it ran on, "localhost".</summary>
    public required string HostName { get; init; }

    /// <summary>How it ended.</summary>
    public required RunbookStepStatus Status { get; init; }

    /// <summary>The shell's exit code; null where none was reached.</summary>
    public int? ExitCode { get; init; }

    /// <summary>What it wrote to standard output: bounded, redacted, valid UTF-8.</summary>
    public string Output { get; init; } = "";

    /// <summary>The objects that a step in PowerShell gave; they are not recorded, so that a run that is read back has none.</summary>
    public IReadOnlyList<object> Objects { get; init => field = PlainList.Of(value); } = [];

    /// <summary>What it wrote to standard error: bounded, redacted, valid UTF-8.</summary>
    public string ErrorOutput { get; init; } = "";

    /// <summary>When it began; null where it did not.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>How long it took.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Which try this was, from 1.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>Why it did not succeed; null where it did.</summary>
    public string? Reason { get; init; }
}
