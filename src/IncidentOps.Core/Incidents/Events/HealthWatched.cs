using IncidentOps.Health;

namespace IncidentOps.Core.Incidents.Events;

/// <summary>A watch for the incident has ended.</summary>
/// <param name="Services">What was watched.</param>
/// <param name="StartedAt">When the first look began.</param>
/// <param name="Duration">From the first look to the last.</param>
/// <param name="Sweeps">How often it looked.</param>
/// <param name="Changes">How often a service changed.</param>
/// <param name="Status">How the worst service was at the end.</param>
/// <param name="IsStable">Whether every service was Healthy at every look.</param>
/// <param name="HealthyFor">How long all had been Healthy at the end.</param>
/// <param name="Findings">A line for each service.</param>
internal sealed record HealthWatched(
    IReadOnlyList<string> Services,
    DateTimeOffset StartedAt,
    TimeSpan Duration,
    int Sweeps,
    int Changes,
    HealthStatus Status,
    bool IsStable,
    TimeSpan HealthyFor,
    IReadOnlyList<string> Findings) : IncidentEventBody;
