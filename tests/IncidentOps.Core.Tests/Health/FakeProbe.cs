using IncidentOps.Core.Configuration;
using IncidentOps.Core.Health;

namespace IncidentOps.Core.Tests.Health;

/// <summary>A probe that does what a test tells it to.</summary>
internal sealed class FakeProbe(Func<CheckDefinition, ProbeAttempt, CancellationToken, Task<ProbeOutcome>> probe) : IHealthProbe
{
    public string Kind => "fake";

    public static CheckDefinition Check(string name = "fake", int retries = 0, double timeout = 10, CheckWeight weight = CheckWeight.Full) =>
        new() { Kind = "fake", Name = name, Retries = retries, Timeout = TimeSpan.FromSeconds(timeout), Weight = weight };

    public static ServiceDefinition Service(string name, params CheckDefinition[] checks) => new() { Name = name, Checks = checks };

    public Task<ProbeOutcome> ProbeAsync(CheckDefinition check, ProbeAttempt attempt, CancellationToken cancellationToken) =>
        probe(check, attempt, cancellationToken);
}
