namespace IncidentOps.Core.Execution;

/// <summary>What to run and how.</summary>
internal sealed record ProcessRequest
{
    /// <summary>The program: a path, or a name to look up in PATH.</summary>
    public required string FileName { get; init; }

    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>The folder to start in; null for the current one.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>The whole environment; null to inherit this process's.</summary>
    public IReadOnlyDictionary<string, string>? Environment { get; init; }

    /// <summary>How long it may take; null for no end.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>What to write to standard input first; null for nothing.</summary>
    public string? Input { get; init; }

    /// <summary>
    /// Leaves standard input open as long as the command runs and ends it with one empty line where the command ends by
    /// itself, so that the command's own watchdog sees this process die or give up. Otherwise standard input ends with <see cref="Input"/>.
    /// </summary>
    public bool Lifeline { get; init; }

    /// <summary>Called for every line while it runs, redacted, one call at a time.</summary>
    public Action<ProcessOutputLine>? OnLine { get; init; }

    public SecretRedactor Redactor { get; init; } = SecretRedactor.Default;
}
