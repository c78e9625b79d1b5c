using System.Text.Json;
using IncidentOps.Core.Configuration;
using IncidentOps.Core.Text;
using IncidentOps.Health;

namespace IncidentOps.Core.Health.Remote;

/// <summary>What a provider says of itself on a status page with Statuspage's API.</summary>
internal sealed class StatusPageProbe : IHealthProbe
{
    private const string Summary = "/api/v2/summary.json";

    private static readonly Dictionary<string, HealthStatus> Statuses = new(StringComparer.Ordinal)
    {
        ["none"] = HealthStatus.Healthy,
        ["minor"] = HealthStatus.Degraded,
        ["maintenance"] = HealthStatus.Degraded,
        ["major"] = HealthStatus.Unhealthy,
        ["critical"] = HealthStatus.Unhealthy,
        ["operational"] = HealthStatus.Healthy,
        ["degraded_performance"] = HealthStatus.Degraded,
        ["under_maintenance"] = HealthStatus.Degraded,
        ["partial_outage"] = HealthStatus.Degraded,
        ["major_outage"] = HealthStatus.Unhealthy,
    };

    public string Kind => "status-page";

    public Task<ProbeOutcome> ProbeAsync(CheckDefinition check, ProbeAttempt attempt, CancellationToken cancellationToken)
    {
        Uri url = check.Required<Uri>("url");
        return JsonApi.AskAsync(
            check,
            url.AbsolutePath.EndsWith(".json", StringComparison.Ordinal) ? url : JsonApi.Below(url, Summary),
            attempt,
            summary => Judge(summary, check.Texts("components")),
            cancellationToken);
    }

    private static ProbeOutcome Judge(JsonElement summary, IReadOnlyList<string> wanted)
    {
        ProbePart[] components = [.. JsonApi.Items(summary, "components")
            .Where(static component => !component.TryGetProperty("group", out JsonElement group) || group.ValueKind != JsonValueKind.True)
            .Select(static component => Part(JsonApi.Text(component, "name") ?? "?", JsonApi.Text(component, "status") ?? "unknown"))];
        string incidents = string.Join("; ", JsonApi.Items(summary, "incidents").Select(static incident =>
            $"{JsonApi.Text(incident, "name")} ({JsonApi.Text(incident, "status")})"));
        return wanted.Count == 0 ? JudgeWhole(summary, components, incidents) : JudgeComponents(components, wanted, incidents);
    }

    private static ProbeOutcome JudgeWhole(JsonElement summary, ProbePart[] components, string incidents)
    {
        JsonElement status = summary.GetProperty("status");
        string description = JsonApi.Text(status, "description") ?? "";
        return new ProbeOutcome(
            Statuses.GetValueOrDefault(JsonApi.Text(status, "indicator") ?? "", HealthStatus.Unknown),
            HealthText.OneLine(incidents.Length > 0 ? $"{description}: {incidents}" : description))
        {
            // The whole has been judged by whoever runs it: one component of a hundred does not make it ill.
            Data = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase)
            {
                ["Ill"] = components.Where(static part => part.Status != HealthStatus.Healthy).Select(static part => part.Reason).ToArray(),
            },
        };
    }

    private static ProbeOutcome JudgeComponents(ProbePart[] components, IReadOnlyList<string> wanted, string incidents)
    {
        var chosen = new List<ProbePart>();
        foreach (string name in wanted)
        {
            var wildcard = new Wildcard(name);
            ProbePart[] found = [.. components.Where(part => wildcard.Matches(part.Name))];
            if (found.Length == 0)
            {
                return ProbeOutcome.Unknown(HealthText.OneLine($"the status page has no component '{name}'"));
            }

            chosen.AddRange(found);
        }

        ProbePart worst = chosen.MaxBy(static part => part.Status)!;
        return new ProbeOutcome(worst.Status, worst.Status == HealthStatus.Healthy
            ? $"{chosen.Count} {(chosen.Count == 1 ? "component" : "components")} operational"
            : HealthText.OneLine(incidents.Length > 0 ? $"{worst.Reason}: {incidents}" : worst.Reason))
        {
            Parts = [.. chosen.DistinctBy(static part => part.Name, StringComparer.Ordinal)],
        };
    }

    private static ProbePart Part(string name, string status) => new(
        HealthText.OneLine(name, 80),
        Statuses.GetValueOrDefault(status, HealthStatus.Unknown),
        HealthText.OneLine($"{name} {status.Replace('_', ' ')}"),
        new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase));
}
