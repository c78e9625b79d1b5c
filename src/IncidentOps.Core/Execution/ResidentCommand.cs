namespace IncidentOps.Core.Execution;

/// <summary>A command for a shell that stays.</summary>
internal sealed record ResidentCommand
{
    /// <summary>What to set up before it, in the shell's own words. Nothing of it is shown, nor can it fail the command.</summary>
    public string Setup { get; init; } = "";

    public required string Text { get; init; }

    /// <summary>Whether to hand back the variables that it leaves.</summary>
    public bool TellVariables { get; init; }

    /// <summary>How long it may take; null for no end.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Called for every line while it runs, redacted, one call at a time.</summary>
    public Action<ProcessOutputLine>? OnLine { get; init; }

    public SecretRedactor Redactor { get; init; } = SecretRedactor.Default;
}
