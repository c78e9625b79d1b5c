using IncidentOps.Core.Execution;

namespace IncidentOps.Core.Runbooks.Scripts;

/// <summary>How a step in PowerShell ended, and what it left.</summary>
internal sealed record ScriptOutcome
{
    public required ProcessOutcome Outcome { get; init; }

    /// <summary>What it wrote, as text.</summary>
    public string Output { get; init; } = "";

    /// <summary>The objects that it wrote.</summary>
    public IReadOnlyList<object> Objects { get; init; } = [];

    /// <summary>What went wrong on the way, as text.</summary>
    public string Errors { get; init; } = "";

    /// <summary>What made it fail; null where nothing did.</summary>
    public string? Error { get; init; }

    /// <summary>The variables of the environment that it has set, and with null those that it took away.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>The folder that it went to; null where it stayed.</summary>
    public string? Folder { get; init; }
}
