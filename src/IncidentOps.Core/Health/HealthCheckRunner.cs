using IncidentOps.Core.Configuration;
using IncidentOps.Core.Errors;
using IncidentOps.Health;

namespace IncidentOps.Core.Health;

/// <summary>Runs one check: its time-out, its retries and what it makes of the latency.</summary>
internal sealed class HealthCheckRunner(HealthSession session, SecretResolver secrets)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);

    // A check that has waited nearly as long as it may has waited long enough to be believed.
    private const double EnoughOfTimeout = 0.9;

    /// <summary>
    /// Runs the check. The first result is the check's own; the others are the parts that the answer reports.
    /// </summary>
    /// <param name="service">The service it belongs to.</param>
    /// <param name="check">The check.</param>
    /// <param name="longest">The longest that the check may be waited for, whatever it says itself.</param>
    /// <param name="deadline">Ends with the sweep's deadline.</param>
    /// <param name="cancellationToken">Ends everything.</param>
    public async Task<IReadOnlyList<HealthCheckResult>> RunAsync(
        string service,
        CheckDefinition check,
        TimeSpan? longest,
        CancellationToken deadline,
        CancellationToken cancellationToken)
    {
        TimeSpan timeout = longest < check.Timeout ? longest.Value : check.Timeout;
        ProbeOutcome outcome = await LookAsync(check, timeout, deadline, cancellationToken);
        int attempts = 1;
        for (TimeSpan pause = FirstPause; MayChange(outcome) && attempts <= check.Retries && !deadline.IsCancellationRequested; pause *= 2, attempts++)
        {
            if (await PauseAsync(pause, deadline, cancellationToken))
            {
                outcome = await LookAsync(check, timeout, deadline, cancellationToken);
            }
        }

        return Results(service, check, JudgeLatency(check, outcome), attempts);
    }

    /// <summary>What stands for a check that the deadline left no time for.</summary>
    public static HealthCheckResult NotBegun(string service, CheckDefinition check) => new()
    {
        Service = service,
        Check = check.Name,
        Kind = check.Kind,
        Status = HealthStatus.Unknown,
        Reason = "not looked at: the time for the sweep was up",
    };

    private static bool MayChange(ProbeOutcome outcome) =>
        outcome is { IsFinal: false, Status: HealthStatus.Unhealthy or HealthStatus.Unknown };

    private async Task<bool> PauseAsync(TimeSpan pause, CancellationToken deadline, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(pause, session.Time, deadline);
            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private async Task<ProbeOutcome> LookAsync(CheckDefinition check, TimeSpan timeout, CancellationToken deadline, CancellationToken cancellationToken)
    {
        var attempt = new ProbeAttempt(session, secrets);
        using var limit = new CancellationTokenSource(timeout, session.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, deadline);
        long started = session.Time.GetTimestamp();
        try
        {
            // The wait ends with the token even where what is waited for does not.
            return await session.Probes[check.Kind].ProbeAsync(check, attempt, either.Token).WaitAsync(either.Token);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (Exception) when (either.IsCancellationRequested)
        {
            TimeSpan waited = session.Time.GetElapsedTime(started);
            return limit.IsCancellationRequested || waited >= timeout * EnoughOfTimeout
                ? new ProbeOutcome(attempt.SilenceStatus, $"{attempt.Silence} within {HealthText.Took(timeout)}") { IsFinal = true }
                : ProbeOutcome.Unknown($"{attempt.Silence} after {HealthText.Took(waited)}, when the time for the sweep was up");
        }
        catch (IncidentOpsException known)
        {
            return ProbeOutcome.Unknown(HealthText.OneLine(known.Message));
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // A probe that fails in a way nobody foresaw must not end the sweep; nor does it tell anything.
            return ProbeOutcome.Unknown(HealthText.OneLine($"the check failed: {failure.Message}"));
        }
    }

    private static ProbeOutcome JudgeLatency(CheckDefinition check, ProbeOutcome outcome)
    {
        if (outcome.Latency is not { } latency || outcome.Status == HealthStatus.Unhealthy)
        {
            return outcome;
        }

        (HealthStatus status, TimeSpan limit) = latency > check.UnhealthyAfter ? (HealthStatus.Unhealthy, check.UnhealthyAfter.Value)
            : latency > check.DegradedAfter ? (HealthStatus.Degraded, check.DegradedAfter.Value)
            : (HealthStatus.Healthy, default);
        return status > outcome.Status
            ? outcome with { Status = status, Reason = $"slow: {HealthText.Took(latency)}, more than {HealthText.Took(limit)}" }
            : outcome;
    }

    private static List<HealthCheckResult> Results(string service, CheckDefinition check, ProbeOutcome outcome, int attempts)
    {
        Dictionary<string, object?> data = new(outcome.Data, StringComparer.OrdinalIgnoreCase);
        if (check.Host is not null)
        {
            data["Host"] = check.Host.ToString();
        }

        if (attempts > 1)
        {
            data["Attempts"] = attempts;
        }

        var own = new HealthCheckResult
        {
            Service = service,
            Check = check.Name,
            Kind = check.Kind,
            Status = outcome.Status,
            Reason = check.Host is { } host ? HealthText.OneLine($"{host}: {outcome.Reason}") : outcome.Reason,
            Latency = outcome.Latency,
            Data = data,
        };
        return
        [
            own,
            .. outcome.Parts.Select(part => own with
            {
                Check = $"{check.Name}/{part.Name}",
                Status = part.Status,
                Reason = part.Reason,
                Data = part.Data,
            }),
        ];
    }
}
