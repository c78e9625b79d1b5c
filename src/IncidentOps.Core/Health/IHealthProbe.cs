using IncidentOps.Core.Configuration;

namespace IncidentOps.Core.Health;

/// <summary>Looks once at what a check of one kind is about.</summary>
internal interface IHealthProbe
{
    /// <summary>The kind of check it knows, "http".</summary>
    string Kind { get; }

    /// <summary>
    /// One look. A failure of what is looked at is an outcome and no exception; how long it may take and whether it is
    /// tried again is not its business.
    /// </summary>
    Task<ProbeOutcome> ProbeAsync(CheckDefinition check, ProbeAttempt attempt, CancellationToken cancellationToken);
}
