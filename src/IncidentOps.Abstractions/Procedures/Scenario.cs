namespace IncidentOps.Procedures;

/// <summary>A scenario that a guide prepares for; its steps are a runbook.</summary>
public sealed record Scenario
{
    /// <summary>Its name, "Application Down".</summary>
    public required string Name { get; init; }

    /// <summary>How it shows.</summary>
    public IReadOnlyList<string> Symptoms { get; init => field = PlainList.Of(value); } = [];

    /// <summary>What the guide says of it besides: likely causes, impact, who is concerned.</summary>
    public IReadOnlyList<string> Remarks { get; init => field = PlainList.Of(value); } = [];

    /// <summary>The severity it is taken for; null where the guide does not say.</summary>
    public string? Severity { get; init; }

    /// <summary>The document that the guide points to for it; null where there is none.</summary>
    public string? Link { get; init; }

    /// <summary>What to do, in order.</summary>
    public IReadOnlyList<ScenarioStep> Steps { get; init => field = PlainList.Of(value); } = [];

    /// <summary>Where it stands in the guide, from 1.</summary>
    public int Line { get; init; }
}
