using IncidentOps.Core.Configuration;
using IncidentOps.Core.Errors;
using IncidentOps.Core.Health.Http;
using IncidentOps.Core.Text;
using IncidentOps.Incidents;

namespace IncidentOps.Core.Health;

/// <summary>Gathers what a sweep looks at: configured services by name, and addresses as they are given.</summary>
internal sealed class HealthSelection(OrganisationConfiguration configuration)
{
    private readonly List<ServiceDefinition> _services = [];
    private readonly List<CheckDefinition> _checks = [];

    /// <summary>Adds every configured service.</summary>
    /// <exception cref="IncidentOpsException">There is none.</exception>
    public void AddAll()
    {
        VerifyConfigured();
        Add(configuration.Services);
    }

    /// <summary>Adds the configured services that a name or a pattern means.</summary>
    /// <exception cref="IncidentOpsException">A name without wildcards is no service's.</exception>
    public void AddNamed(string pattern)
    {
        VerifyConfigured();
        if (configuration.Service(pattern) is { } exact)
        {
            Add([exact]);
            return;
        }

        if (!Wildcard.IsPattern(pattern))
        {
            throw HealthErrors.ServiceNotFound(pattern, [.. configuration.Services.Select(static service => service.Name)]);
        }

        var wildcard = new Wildcard(pattern);
        Add([.. configuration.Services.Where(service => wildcard.Matches(service.Name))]);
    }

    /// <summary>Adds the configured services of an incident.</summary>
    /// <exception cref="IncidentOpsException">None of them is configured.</exception>
    public void AddOf(Incident incident)
    {
        ServiceDefinition[] own = [.. incident.Services.Select(configuration.Service).OfType<ServiceDefinition>()];
        if (own.Length == 0)
        {
            throw HealthErrors.NoServiceOfIncident(incident);
        }

        Add(own);
    }

    /// <summary>Adds an address.</summary>
    /// <exception cref="IncidentOpsException">It is none.</exception>
    public void AddUri(string uri)
    {
        string text = uri.Trim();
        if (!CheckKinds.TryFromUri(text, out CheckKind? kind, out string target)
            && !text.Contains("://", StringComparison.Ordinal))
        {
            // "localhost:8000/health" is what people type; it is no scheme named "localhost".
            CheckKinds.TryFromUri("http://" + text, out kind, out target);
        }

        if (kind?.Name == "http")
        {
            HttpRehearsal.Begin();
        }

        try
        {
            _checks.Add(CheckReader.FromTarget(kind ?? throw HealthErrors.InvalidUri(uri), ConfigurationNode.Scalar("-Uri", 0, target.Length == 0 ? null : target)));
        }
        catch (IncidentOpsException)
        {
            throw HealthErrors.InvalidUri(uri);
        }
    }

    /// <summary>
    /// The services, each once and in the order of the configuration, and one for each address. An address that belongs
    /// to a configured service has its name, and its check where it is the check's own; any other is named by its host
    /// and port.
    /// </summary>
    public IReadOnlyList<ServiceDefinition> ToServices()
    {
        AskedCheck[] asked = [.. _checks.Select(static check => new AskedCheck(check, Place(check)))];
        ILookup<string, string> places = asked.ToLookup(static item => item.Place, static item => item.Place, StringComparer.OrdinalIgnoreCase);
        ILookup<string, ConfiguredCheck> configured = configuration.Services
            .SelectMany(static service => service.Checks.Select(check => new ConfiguredCheck(service, check)))
            .ToLookup(static item => Place(item.Check), StringComparer.OrdinalIgnoreCase);
        return
        [
            .. _services.Distinct().OrderBy(static service => service.Line),
            .. asked.Select(item => Belonging(item.Check, configured[item.Place]) ?? new ServiceDefinition
            {
                // Two addresses of one server must not look the same.
                Name = places[item.Place].Count() == 1 ? item.Place : item.Place + Rest(item.Check),
                Checks = [item.Check],
            }),
        ];
    }

    private void Add(IReadOnlyList<ServiceDefinition> services)
    {
        _services.AddRange(services);
        if (services.Any(static service => service.Checks.Any(static check => check.Kind == "http")))
        {
            HttpRehearsal.Begin();
        }
    }

    /// <summary>The configured service that a check belongs to, with that check alone; null where there is none.</summary>
    private static ServiceDefinition? Belonging(CheckDefinition check, IEnumerable<ConfiguredCheck> neighbours)
    {
        foreach ((ServiceDefinition service, CheckDefinition own) in neighbours)
        {
            if (own.Kind == check.Kind && Equals(Target(own), Target(check)))
            {
                return service with { Checks = [own] };
            }
        }

        // Another path of its server is the service's as well, unless the server has several.
        if (check.Kind != "http")
        {
            return null;
        }

        ServiceDefinition[] services = [.. neighbours.Select(static item => item.Service).Distinct()];
        return services.Length == 1 ? services[0] with { Checks = [check] } : null;
    }

    private static object? Target(CheckDefinition check) => check.Settings.GetValueOrDefault(CheckKinds.All[check.Kind].Target);

    private static string Place(CheckDefinition check) => Target(check) switch
    {
        Uri uri when check.Kind == "http" => $"{uri.Host}:{uri.Port}",
        null => check.Kind,
        HostAndPort or PostgresAddress => Target(check)!.ToString()!,
        var target => $"{check.Kind}:{target}",
    };

    private static string Rest(CheckDefinition check) => Target(check) is Uri uri && check.Kind == "http" ? uri.PathAndQuery : "";

    // No tuples: the first sweep of a session would wait until lookups of them are compiled.
    private sealed record AskedCheck(CheckDefinition Check, string Place);

    private sealed record ConfiguredCheck(ServiceDefinition Service, CheckDefinition Check);

    private void VerifyConfigured()
    {
        if (configuration.Services.Count == 0)
        {
            throw HealthErrors.NoServices(configuration);
        }
    }
}
