using IncidentOps.Core.Health.Http;
using IncidentOps.Health;

namespace IncidentOps.Core.Tests.Health;

public sealed class HttpRehearsalTests
{
    [Fact]
    public async Task A_rehearsal_comes_to_its_end()
    {
        ServiceHealth health = await HttpRehearsal.LookAsync();

        Assert.Equal(HealthStatus.Healthy, health.Status);
        Assert.StartsWith("HTTP 200 OK in ", health.Reason, StringComparison.Ordinal);
        Assert.Equal("application/json", Assert.Single(health.Checks).Data["MediaType"]);
    }
}
