using IncidentOps.Core.Configuration;

namespace IncidentOps.Core.Health;

/// <summary>What a sweep looks at, and how.</summary>
internal sealed record HealthSweepRequest
{
    public const int DefaultThrottleLimit = 32;

    public required IReadOnlyList<ServiceDefinition> Services { get; init; }

    /// <summary>The configuration that the services' secrets belong to.</summary>
    public required SecretResolver Secrets { get; init; }

    /// <summary>How many checks run at a time.</summary>
    public int ThrottleLimit { get; init; } = DefaultThrottleLimit;

    /// <summary>How long the whole sweep may take; null where only each check's own time-out counts.</summary>
    public TimeSpan? Timeout { get; init; }
}
