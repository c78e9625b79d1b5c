using IncidentOps.Procedures;

namespace IncidentOps.Runbooks;

/// <summary>A Markdown runbook, compiled.</summary>
public sealed record Runbook
{
    /// <summary>The name commands know it by, "application-down".</summary>
    public required string Name { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>The file it was compiled from.</summary>
    public string? Path { get; init; }

    /// <summary>Where it begins in the file, from 1: a guide holds a runbook for each of its scenarios.</summary>
    public int Line { get; init; } = 1;

    /// <summary>True where it is a scenario of a guide and no document of its own.</summary>
    public bool IsScenario { get; init; }

    /// <summary>The SHA-256 of the file's bytes, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The severity it is meant for; null where it does not say.</summary>
    public string? Severity { get; init; }

    /// <summary>The services it is meant for.</summary>
    public IReadOnlyList<string> Services { get; init => field = PlainList.Of(value); } = [];

    /// <summary>The symptoms it answers.</summary>
    public IReadOnlyList<string> Symptoms { get; init => field = PlainList.Of(value); } = [];

    /// <summary>What it says of when it applies: its introduction and the sections about that, a paragraph each.</summary>
    public IReadOnlyList<string> Purpose { get; init => field = PlainList.Of(value); } = [];

    /// <summary>Why it is suggested for what was asked about; null where it was not searched for.</summary>
    public string? Reason { get; init; }

    /// <summary>The values it needs.</summary>
    public IReadOnlyList<RunbookParameter> Parameters { get; init => field = PlainList.Of(value); } = [];

    /// <summary>Its steps in order.</summary>
    public IReadOnlyList<RunbookStep> Steps { get; init => field = PlainList.Of(value); } = [];

    /// <summary>What was not understood, and what is worth mending.</summary>
    public IReadOnlyList<Finding> Findings { get; init => field = PlainList.Of(value); } = [];

    /// <summary>The name.</summary>
    /// <returns>"application-down".</returns>
    public override string ToString() => Name;
}
