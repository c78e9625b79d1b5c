using IncidentOps.Core.Configuration;

namespace IncidentOps.Core.Health.Http;

/// <summary>Asks an HTTP endpoint, follows its redirects and judges its answer.</summary>
internal sealed class HttpProbe : IHealthProbe
{
    public string Kind => "http";

    public Task<ProbeOutcome> ProbeAsync(CheckDefinition check, ProbeAttempt attempt, CancellationToken cancellationToken) =>
        HttpExchange.AskAsync(
            HttpQuestion.From(check, check.Required<Uri>("url")),
            attempt,
            answer => HttpVerdict.Judge(check, answer, attempt.Time.GetUtcNow()),
            cancellationToken);
}
