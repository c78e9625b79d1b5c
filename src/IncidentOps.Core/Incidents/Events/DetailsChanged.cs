namespace IncidentOps.Core.Incidents.Events;

/// <summary>New values for what describes the incident; null leaves a value as it was, an empty one clears it.</summary>
internal sealed record DetailsChanged : IncidentEventBody
{
    public string? Title { get; init; }

    public IReadOnlyList<string>? Services { get; init; }

    public IReadOnlyList<string>? Components { get; init; }

    public string? Symptom { get; init; }

    public string? Impact { get; init; }

    public string? Affected { get; init; }

    public string? Source { get; init; }

    public string? RootCause { get; init; }

    public string? Resolution { get; init; }

    public IReadOnlyList<string>? NextSteps { get; init; }
}
