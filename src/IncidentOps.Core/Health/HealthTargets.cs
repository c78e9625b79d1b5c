using System.IO.Enumeration;
using IncidentOps.Core.Configuration;
using IncidentOps.Core.Errors;

namespace IncidentOps.Core.Health;

/// <summary>Finds what a sweep looks at: the configured services by name, and addresses as they are given.</summary>
internal static class HealthTargets
{
    /// <summary>
    /// The configured services that a pattern names, in the order of the configuration; all of them without any.
    /// </summary>
    /// <exception cref="IncidentOpsException">No service is configured, or a name without wildcards is none.</exception>
    public static IReadOnlyList<ServiceDefinition> Named(OrganisationConfiguration configuration, IReadOnlyList<string> patterns)
    {
        if (configuration.Services.Count == 0)
        {
            throw HealthErrors.NoServices(configuration);
        }

        foreach (string pattern in patterns)
        {
            if (!HasWildcard(pattern) && configuration.Service(pattern) is null)
            {
                throw HealthErrors.ServiceNotFound(pattern, [.. configuration.Services.Select(static service => service.Name)]);
            }
        }

        return patterns.Count == 0
            ? configuration.Services
            : [.. configuration.Services.Where(service => patterns.Any(pattern => Matches(service.Name, pattern)))];
    }

    /// <summary>
    /// One service for each address. An address that belongs to a configured service has its name, and its check where
    /// it is the check's own; any other is named by its host and port.
    /// </summary>
    /// <exception cref="IncidentOpsException">An address is not one.</exception>
    public static IReadOnlyList<ServiceDefinition> FromUris(OrganisationConfiguration configuration, IReadOnlyList<string> uris)
    {
        (string Uri, CheckDefinition Check)[] checks = [.. uris.Select(static uri => (uri, Parse(uri)))];
        return
        [
            .. checks.Select(item => Owner(configuration, item.Check) is { } owner
                ? owner with { Checks = [owner.Checks.FirstOrDefault(check => Target(check) == Target(item.Check)) ?? item.Check] }
                : new ServiceDefinition
                {
                    // Two addresses of one server must not look the same.
                    Name = checks.Count(other => Place(other.Check) == Place(item.Check)) == 1
                        ? Place(item.Check)
                        : Place(item.Check) + Rest(item.Check),
                    Checks = [item.Check],
                }),
        ];
    }

    private static CheckDefinition Parse(string uri)
    {
        // "localhost:8000/health" is what people type; it is no scheme named "localhost".
        string text = uri.Trim();
        string written = CheckKinds.TryFromUri(text, out CheckKind? kind, out string target) || text.Contains("://", StringComparison.Ordinal)
            ? text
            : "http://" + text;
        if ((kind is null && !CheckKinds.TryFromUri(written, out kind, out target)) || target.Length == 0)
        {
            throw HealthErrors.InvalidUri(uri);
        }

        try
        {
            return CheckReader.FromTarget(kind, ConfigurationNode.Scalar("-Uri", 0, target));
        }
        catch (IncidentOpsException)
        {
            throw HealthErrors.InvalidUri(uri);
        }
    }

    private static ServiceDefinition? Owner(OrganisationConfiguration configuration, CheckDefinition check)
    {
        ServiceDefinition? exact = configuration.Services.FirstOrDefault(service => service.Checks.Any(other => Target(other) == Target(check)));
        if (exact is not null)
        {
            return exact;
        }

        ServiceDefinition[] neighbours = [.. configuration.Services.Where(service => service.Checks.Any(other => Place(other) == Place(check)))];
        return neighbours.Length == 1 ? neighbours[0] : null;
    }

    private static string Target(CheckDefinition check) => $"{check.Kind} {check.Settings[CheckKinds.All[check.Kind].Target]}";

    private static string Place(CheckDefinition check) => check.Settings[CheckKinds.All[check.Kind].Target] switch
    {
        Uri uri => $"{uri.Host}:{uri.Port}",
        var target => target.ToString()!,
    };

    private static string Rest(CheckDefinition check) =>
        check.Settings[CheckKinds.All[check.Kind].Target] is Uri uri ? uri.PathAndQuery : "";

    private static bool HasWildcard(string pattern) => pattern.AsSpan().ContainsAny("*?");

    private static bool Matches(string name, string pattern) =>
        FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: true);
}
