using IncidentOps.Core.Configuration;
using IncidentOps.Core.Errors;
using IncidentOps.Core.Text;
using IncidentOps.Health;
using IncidentOps.Incidents;

namespace IncidentOps.Core.Health;

/// <summary>Every way in which asking for health fails before anything is looked at.</summary>
internal static class HealthErrors
{
    public static IncidentOpsException NoServices(OrganisationConfiguration configuration) => new(
        "ServicesNotConfigured",
        ErrorKind.NotFound,
        configuration.Path is { } path
            ? $"There are no services in '{path}'. Add them under 'services:', or give -Uri the address to look at."
            : "There are no services, because there is no incidentops.yaml. Write one with your services under 'services:', or give -Uri the address to look at.",
        configuration.Path);

    public static IncidentOpsException ServiceNotFound(string name, IReadOnlyCollection<string> names) => new(
        "ServiceNotFound",
        ErrorKind.NotFound,
        $"There is no service '{name}'. {NearestName.Hint(name, names)}",
        name);

    public static IncidentOpsException NoServiceOfIncident(Incident incident) => new(
        "IncidentServicesNotConfigured",
        ErrorKind.NotFound,
        $"No service of {incident.Id} is configured{(incident.Services.Count == 0 ? ", since it names none" : $": {string.Join(", ", incident.Services)}")}. Give -Service or -Uri what to look at.",
        incident.Id);

    /// <summary>A watch has ended before what it waited for.</summary>
    public static IncidentOpsException NotReached(HealthStatus awaited, HealthWatchSummary summary)
    {
        IEnumerable<ServiceStability> others = summary.Services.Where(service => awaited != HealthStatus.Healthy || service.Status != HealthStatus.Healthy);
        return new IncidentOpsException(
            "HealthNotReached",
            ErrorKind.Timeout,
            $"After {ReadableDuration.Format(summary.Duration)}, {(awaited == HealthStatus.Healthy ? "not all services are" : "no service is")} {awaited}: "
                + $"{string.Join("; ", others.Select(static service => $"{service.Service} is {service.Status} ({service.Reason})"))}. Give -For more time, or look at the checks: Get-ServiceHealth -Detailed.",
            summary);
    }

    public static IncidentOpsException InvalidHost(string name) => new(
        "HostNameInvalid",
        ErrorKind.InvalidArgument,
        $"'{name}' is no machine that ssh can be asked for. Write it as HOST, USER@HOST or HOST:PORT.",
        name);

    public static IncidentOpsException InvalidUri(string uri) => new(
        "HealthUriInvalid",
        ErrorKind.InvalidArgument,
        $"'{uri}' is not an address that can be looked at. Write it as http://HOST:PORT/PATH, tcp://HOST:PORT, or a kind of check and what it looks at, such as systemd:nginx.",
        uri);
}
