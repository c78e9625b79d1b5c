using System.Text.Json;
using IncidentOps.Core.Configuration;
using IncidentOps.Core.Execution;
using IncidentOps.Core.Health.Network;
using IncidentOps.Health;

namespace IncidentOps.Core.Health.Http;

/// <summary>Judges the answer of an endpoint by what its check expects and by what the answer says of itself.</summary>
internal static class HttpVerdict
{
    public static ProbeOutcome Judge(CheckDefinition check, HttpAnswer answer, DateTimeOffset now)
    {
        ComponentReport? report = check.Setting("component-report", true) && answer.BodyIsComplete
            ? ComponentReportReader.Read(answer.Body, answer.MediaType)
            : null;
        List<(HealthStatus Status, string Text)> findings =
        [
            .. JudgeStatus(check, answer),
            .. JudgeReport(report),
            .. JudgeBody(check, answer),
            .. JudgeCertificate(check, answer, now),
        ];
        HealthStatus status = findings.Count == 0 ? HealthStatus.Healthy : findings.Max(static finding => finding.Status);
        return new ProbeOutcome(status, Explain(answer, findings, status))
        {
            Latency = answer.Latency,
            Data = Describe(answer),
            Parts = report?.Parts ?? [],
        };
    }

    private static IEnumerable<(HealthStatus Status, string Text)> JudgeStatus(CheckDefinition check, HttpAnswer answer)
    {
        HttpStatusSet expected = check.Setting("expect-status", HttpStatusSet.Success);
        if (!expected.Contains(answer.Status))
        {
            // The status itself begins every reason; what was expected is worth a word only where it is not success.
            yield return (HealthStatus.Unhealthy, ReferenceEquals(expected, HttpStatusSet.Success)
                ? answer.Location is { } location && answer.Status is >= 300 and < 400 ? $"a redirect to {location}" : ""
                : $"not {expected}");
        }
    }

    private static IEnumerable<(HealthStatus Status, string Text)> JudgeReport(ComponentReport? report)
    {
        if (report?.Status is { } status and not HealthStatus.Healthy)
        {
            ProbePart? worst = report.Parts.MaxBy(static part => part.Status);
            yield return (status, worst is not null && worst.Status != HealthStatus.Healthy
                ? worst.Reason
                : $"it reports itself {Word(status)}{(report.Message is null ? "" : $": {report.Message}")}");
        }
    }

    private static IEnumerable<(HealthStatus Status, string Text)> JudgeBody(CheckDefinition check, HttpAnswer answer)
    {
        if (check.Setting<TextPattern?>("expect-body", null) is { } expected && !expected.IsFoundIn(answer.Body))
        {
            yield return (HealthStatus.Unhealthy, $"the body does not hold '{expected}'");
        }

        if (check.Setting<TextPattern?>("reject-body", null) is { } rejected && rejected.IsFoundIn(answer.Body))
        {
            yield return (HealthStatus.Unhealthy, $"the body holds '{rejected}'");
        }

        IReadOnlyList<JsonExpectation> expectations = check.Setting<IReadOnlyList<JsonExpectation>>("expect-json", []);
        bool claimsJson = answer.MediaType is { } type && (type == "application/json" || type.EndsWith("+json", StringComparison.Ordinal));
        if (expectations.Count == 0 && (!claimsJson || answer.Body.Length == 0 || !answer.BodyIsComplete))
        {
            yield break;
        }

        using JsonDocument? document = Parse(answer.Body);
        if (document is null)
        {
            yield return (expectations.Count > 0 ? HealthStatus.Unhealthy : HealthStatus.Degraded, "the body is not valid JSON");
            yield break;
        }

        foreach (JsonExpectation expectation in expectations)
        {
            if (expectation.Mismatch(document.RootElement) is { } mismatch)
            {
                yield return (HealthStatus.Unhealthy, mismatch);
            }
        }
    }

    private static IEnumerable<(HealthStatus Status, string Text)> JudgeCertificate(CheckDefinition check, HttpAnswer answer, DateTimeOffset now)
    {
        if (answer.Certificate?.JudgeExpiry(check.Setting("certificate-days", ServerCertificate.DefaultDays), now) is { } finding)
        {
            yield return finding;
        }
    }

    private static string Explain(HttpAnswer answer, List<(HealthStatus Status, string Text)> findings, HealthStatus status)
    {
        string[] worst = [.. findings.Where(finding => finding.Status == status && finding.Text.Length > 0).Select(static finding => finding.Text)];
        return HealthText.OneLine(worst.Length > 0
            ? $"{answer.StatusText}: {string.Join("; ", worst)}"
            : $"{answer.StatusText} in {HealthText.Took(answer.Latency)}");
    }

    private static Dictionary<string, object?> Describe(HttpAnswer answer)
    {
        var data = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase)
        {
            ["Url"] = SecretRedactor.Default.Redact(answer.Address.ToString()),
            ["StatusCode"] = answer.Status,
        };
        if (answer.Redirects > 0)
        {
            data["Redirects"] = answer.Redirects;
        }

        if (answer.MediaType is not null)
        {
            data["MediaType"] = HealthText.OneLine(answer.MediaType);
        }

        foreach ((string name, object? value) in answer.Certificate?.ToData() ?? [])
        {
            data[name] = value;
        }

        return data;
    }

    private static string Word(HealthStatus status) => status.ToString().ToLowerInvariant();

    private static JsonDocument? Parse(string body)
    {
        try
        {
            return JsonDocument.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
