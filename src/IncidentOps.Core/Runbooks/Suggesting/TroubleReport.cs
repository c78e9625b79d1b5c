using System.Text.Json;
using IncidentOps.Core.Incidents.Events;
using IncidentOps.Core.Text.Troubles;
using IncidentOps.Health;
using IncidentOps.Incidents;

namespace IncidentOps.Core.Runbooks.Suggesting;

/// <summary>What is known of a trouble, as runbooks are compared with it.</summary>
internal sealed class TroubleReport
{
    // Evidence may come from anywhere; what ails a system shows in its first findings.
    private const int MostSigns = 64;
    private const string HealthKind = "IncidentOps.Health.ServiceHealth";

    private TroubleReport(string said, IEnumerable<string> signs, IEnumerable<string> services, string? severity)
    {
        Said = TroubleText.Read(said);
        Signs = [.. signs.Where(sign => sign.Length > 0).Distinct(StringComparer.Ordinal).Take(MostSigns).Select(TroubleText.Read)];
        Services = [.. services];
        Severity = severity;
    }

    /// <summary>What people say of it.</summary>
    public TermSet Said { get; }

    /// <summary>What checks say that are not well, each for itself.</summary>
    public IReadOnlyList<TermSet> Signs { get; }

    /// <summary>The services and the components it is about.</summary>
    public IReadOnlyList<string> Services { get; }

    public string? Severity { get; }

    /// <summary>True for the words of a search, which say no more than they have to.</summary>
    public bool IsSearch { get; private init; }

    public static TroubleReport Of(string symptom) => new(symptom, [], [], severity: null) { IsSearch = true };

    public static TroubleReport Of(Incident incident, IReadOnlyList<TimelineEntry> timeline)
    {
        IEnumerable<string?> said = [incident.Title, incident.Symptom, incident.Impact, incident.Affected, .. incident.Services, .. incident.Components];
        return new TroubleReport(
            string.Join('\n', said.Where(text => !string.IsNullOrWhiteSpace(text))),
            timeline.Reverse().SelectMany(SignsIn),
            incident.Services.Concat(incident.Components),
            incident.Severity);
    }

    private static IEnumerable<string> SignsIn(TimelineEntry entry) => entry.Type switch
    {
        nameof(HealthChanged) when EventCatalog.Read(entry.Type, version: 1, entry.Data) is HealthChanged changed && changed.To != HealthStatus.Healthy =>
            [$"{changed.Service}: {changed.Reason}"],
        nameof(EvidenceAdded) when EventCatalog.Read(entry.Type, version: 1, entry.Data) is EvidenceAdded evidence
            && evidence.Kind.Contains(HealthKind, StringComparison.Ordinal) => SignsIn(evidence.Json),
        _ => [],
    };

    /// <summary>The reasons in the health of services, kept as JSON: of those that are not well, and of their checks.</summary>
    private static List<string> SignsIn(string json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            List<string> found = [];
            Collect(document.RootElement, found, depth: 0);
            return found;
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static void Collect(JsonElement element, List<string> found, int depth)
    {
        if (depth > 4 || found.Count >= MostSigns)
        {
            return;
        }

        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in element.EnumerateArray())
            {
                Collect(item, found, depth + 1);
            }
        }
        else if (element.ValueKind == JsonValueKind.Object && Text(element, nameof(ServiceHealth.Status)) is nameof(HealthStatus.Unhealthy) or nameof(HealthStatus.Degraded))
        {
            found.Add($"{Text(element, nameof(HealthCheckResult.Check)) ?? Text(element, nameof(ServiceHealth.Service))}: {Text(element, nameof(ServiceHealth.Reason))}");
            if (element.TryGetProperty(nameof(ServiceHealth.Checks), out JsonElement checks))
            {
                Collect(checks, found, depth + 1);
            }
        }
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
