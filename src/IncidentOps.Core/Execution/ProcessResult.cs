namespace IncidentOps.Core.Execution;

/// <summary>How a command ended, and what it wrote: bounded, redacted, valid UTF-8.</summary>
internal sealed record ProcessResult
{
    /// <summary>The operator was quicker than its start.</summary>
    public static ProcessResult NotStarted { get; } = new()
    {
        Outcome = ProcessOutcome.Cancelled,
        Output = "",
        ErrorOutput = "",
        Duration = TimeSpan.Zero,
    };

    public required ProcessOutcome Outcome { get; init; }

    /// <summary>The exit code; null where the command did not come to its own end.</summary>
    public int? ExitCode { get; init; }

    public required string Output { get; init; }

    public required string ErrorOutput { get; init; }

    public required TimeSpan Duration { get; init; }
}

/// <summary>What ended a command.</summary>
internal enum ProcessOutcome
{
    /// <summary>Itself.</summary>
    Exited,

    /// <summary>Its time was up.</summary>
    TimedOut,

    /// <summary>The operator.</summary>
    Cancelled,
}
