using System.Globalization;
using System.Text.Json;
using IncidentOps.Core.Configuration;
using IncidentOps.Health;

namespace IncidentOps.Core.Health.Remote;

/// <summary>
/// Judges the answer of a Prometheus query by limits; without any, the query is a condition as in an alerting rule, and
/// whatever it finds is ill.
/// </summary>
internal sealed class PrometheusProbe : IHealthProbe
{
    private static readonly Uri DefaultServer = new("http://127.0.0.1:9090");

    private static readonly (string Key, HealthStatus Status, bool Above)[] LimitKeys =
    [
        ("unhealthy-above", HealthStatus.Unhealthy, true),
        ("unhealthy-below", HealthStatus.Unhealthy, false),
        ("degraded-above", HealthStatus.Degraded, true),
        ("degraded-below", HealthStatus.Degraded, false),
    ];

    public string Kind => "prometheus";

    public Task<ProbeOutcome> ProbeAsync(CheckDefinition check, ProbeAttempt attempt, CancellationToken cancellationToken) => JsonApi.AskAsync(
        check,
        JsonApi.Below(check.Setting("url", DefaultServer), $"/api/v1/query?query={Uri.EscapeDataString(check.Required<string>("query"))}"),
        attempt,
        answer => Judge(check, Samples(answer.GetProperty("data"))),
        cancellationToken);

    private static ProbeOutcome Judge(CheckDefinition check, List<(string Series, double Value)> samples)
    {
        bool isCondition = !LimitKeys.Any(limit => check.Settings.ContainsKey(limit.Key));
        if (samples.Count == 0)
        {
            return isCondition
                ? new ProbeOutcome(HealthStatus.Healthy, "the condition is not met")
                : new ProbeOutcome(HealthStatus.Unknown, "the query finds nothing");
        }

        (HealthStatus Status, string Reason)[] verdicts = [.. samples.Select(sample => isCondition
            ? (HealthStatus.Unhealthy, $"{sample.Series} is {Format(sample.Value)}")
            : Judge(check, sample.Series, sample.Value))];
        (HealthStatus status, string reason) = verdicts.MaxBy(static verdict => verdict.Status);
        int others = verdicts.Count(verdict => verdict.Status == status) - 1;
        return new ProbeOutcome(status, HealthText.OneLine(others > 0 ? $"{reason}, and {others} more" : reason))
        {
            Data = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase)
            {
                ["Values"] = samples.Take(100).ToDictionary(static sample => sample.Series, static sample => sample.Value, StringComparer.Ordinal),
            },
        };
    }

    private static (HealthStatus Status, string Reason) Judge(CheckDefinition check, string series, double value)
    {
        foreach ((string key, HealthStatus status, bool above) in LimitKeys)
        {
            if (check.Settings.TryGetValue(key, out object? setting) && setting is double limit && (above ? value > limit : value < limit))
            {
                return (status, $"{series} is {Format(value)}, {(above ? "more" : "less")} than {Format(limit)}");
            }
        }

        return double.IsNaN(value)
            ? (HealthStatus.Unknown, $"{series} is no number")
            : (HealthStatus.Healthy, $"{series} is {Format(value)}");
    }

    private static List<(string Series, double Value)> Samples(JsonElement data)
    {
        JsonElement result = data.GetProperty("result");
        if (JsonApi.Text(data, "resultType") == "scalar")
        {
            return [("the query", Value(result))];
        }

        return [.. result.EnumerateArray().Select(static series => (
            Series: Name(series.GetProperty("metric")),
            Value: Value(series.TryGetProperty("value", out JsonElement value) ? value : series.GetProperty("values").EnumerateArray().Last())))
            .DistinctBy(static sample => sample.Series, StringComparer.Ordinal)];
    }

    // Written as Prometheus writes it: up{instance="db:9100"}.
    private static string Name(JsonElement metric)
    {
        string labels = string.Join(",", metric.EnumerateObject()
            .Where(static label => label.Name != "__name__")
            .Select(static label => $"{label.Name}=\"{label.Value.GetString()}\""));
        string name = JsonApi.Text(metric, "__name__") ?? "";
        return HealthText.OneLine(labels.Length > 0 ? $"{name}{{{labels}}}" : name.Length > 0 ? name : "the query");
    }

    private static double Value(JsonElement sample) => sample[1].GetString() switch
    {
        "+Inf" => double.PositiveInfinity,
        "-Inf" => double.NegativeInfinity,
        var text => double.Parse(text!, NumberStyles.Float, CultureInfo.InvariantCulture),
    };

    private static string Format(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
