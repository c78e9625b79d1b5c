using IncidentOps.Health;

namespace IncidentOps.Core.Health;

/// <summary>What one look found.</summary>
internal sealed record ProbeOutcome(HealthStatus Status, string Reason)
{
    private static readonly Dictionary<string, object?> NoData = [];

    /// <summary>How long the answer took; null where there was none.</summary>
    public TimeSpan? Latency { get; init; }

    public IReadOnlyDictionary<string, object?> Data { get; init; } = NoData;

    /// <summary>The parts that the answer reports by itself.</summary>
    public IReadOnlyList<ProbePart> Parts { get; init; } = [];

    /// <summary>True where another look would find the same.</summary>
    public bool IsFinal { get; init; }

    /// <summary>It could not be told, and another look would not help.</summary>
    public static ProbeOutcome Unknown(string reason) => new(HealthStatus.Unknown, reason) { IsFinal = true };
}

/// <summary>A part of what was looked at, as the answer reports it: the database behind an endpoint.</summary>
internal sealed record ProbePart(string Name, HealthStatus Status, string Reason, IReadOnlyDictionary<string, object?> Data);
