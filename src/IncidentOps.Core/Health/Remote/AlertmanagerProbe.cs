using System.Text.Json;
using IncidentOps.Core.Configuration;
using IncidentOps.Health;

namespace IncidentOps.Core.Health.Remote;

/// <summary>Whether alerts are firing in an Alertmanager that nobody has silenced.</summary>
internal sealed class AlertmanagerProbe : IHealthProbe
{
    // What rules call severe differs; what they call harmless hardly does.
    private static readonly HashSet<string> Severe = new(StringComparer.OrdinalIgnoreCase) { "critical", "page", "error", "fatal", "emergency", "high", "p0", "p1", "sev0", "sev1" };
    private static readonly HashSet<string> Harmless = new(StringComparer.OrdinalIgnoreCase) { "info", "none", "informational", "debug" };

    public string Kind => "alertmanager";

    public Task<ProbeOutcome> ProbeAsync(CheckDefinition check, ProbeAttempt attempt, CancellationToken cancellationToken)
    {
        string filters = string.Concat(check.Texts("matchers").Select(static matcher => $"&filter={Uri.EscapeDataString(matcher)}"));
        return JsonApi.AskAsync(
            check,
            JsonApi.Below(check.Required<Uri>("url"), $"/api/v2/alerts?active=true&silenced=false&inhibited=false{filters}"),
            attempt,
            Judge,
            cancellationToken);
    }

    private static ProbeOutcome Judge(JsonElement alerts)
    {
        ProbePart[] firing = [.. alerts.EnumerateArray().Select(Part).OrderByDescending(static part => part.Status)];
        if (firing.Length == 0)
        {
            return new ProbeOutcome(HealthStatus.Healthy, "no alert is firing");
        }

        string more = firing.Length > 1 ? $", and {firing.Length - 1} more" : "";
        return new ProbeOutcome(firing[0].Status, HealthText.OneLine($"{firing[0].Reason}{more}"))
        {
            IsFinal = true,
            Parts = [.. firing.DistinctBy(static part => part.Name, StringComparer.Ordinal)],
        };
    }

    private static ProbePart Part(JsonElement alert)
    {
        JsonElement labels = alert.GetProperty("labels");
        string name = JsonApi.Text(labels, "alertname") ?? "an alert";
        string severity = JsonApi.Text(labels, "severity") ?? "";
        string? summary = alert.TryGetProperty("annotations", out JsonElement annotations)
            ? JsonApi.Text(annotations, "summary") ?? JsonApi.Text(annotations, "description") ?? JsonApi.Text(annotations, "message")
            : null;
        string where = JsonApi.Text(labels, "instance") is { } instance ? $" on {instance}" : "";
        string label = severity.Length > 0 ? $" ({severity})" : "";
        return new ProbePart(
            HealthText.OneLine(name + where, 80),
            Severe.Contains(severity) ? HealthStatus.Unhealthy : Harmless.Contains(severity) ? HealthStatus.Healthy : HealthStatus.Degraded,
            HealthText.OneLine($"{name}{label} is firing{where}{(summary is null ? "" : $": {summary}")}"),
            labels.EnumerateObject().ToDictionary(
                static item => item.Name, static item => (object?)HealthText.OneLine(item.Value.GetString() ?? ""), StringComparer.OrdinalIgnoreCase));
    }
}
