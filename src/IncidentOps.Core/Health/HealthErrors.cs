using IncidentOps.Core.Configuration;
using IncidentOps.Core.Errors;

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

    public static IncidentOpsException InvalidUri(string uri) => new(
        "HealthUriInvalid",
        ErrorKind.InvalidArgument,
        $"'{uri}' is not an address that can be looked at. Write it as http://HOST:PORT/PATH, tcp://HOST:PORT, or a kind of check and what it looks at, such as systemd:nginx.",
        uri);
}
