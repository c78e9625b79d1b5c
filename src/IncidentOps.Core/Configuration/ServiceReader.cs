namespace IncidentOps.Core.Configuration;

/// <summary>Reads the services.</summary>
internal static class ServiceReader
{
    public static IReadOnlyList<ServiceDefinition> Read(ConfigurationNode node)
    {
        var services = new List<ServiceDefinition>();
        var dependencies = new List<(ServiceDefinition Service, ConfigurationNode DependsOn)>();
        foreach ((string? key, ConfigurationNode value) in NamedItems.Read(node, "service"))
        {
            // "api: http://127.0.0.1:8000/health" is a service with one check.
            ConfigurationMap? map = key is not null && !value.IsMap ? null : value.Keys(ConfigurationKeys.Service, "a service");
            var service = new ServiceDefinition
            {
                Name = map?["name"]?.Text() ?? key ?? throw value.Error("A service needs a name."),
                Description = map?["description"]?.Text(),
                Severity = map?["severity"]?.Text(),
                Owner = map?["owner"]?.Text(),
                DependsOn = map?["depends-on"]?.Texts() ?? [],
                Checks = map is null ? CheckReader.Read(value) : map["checks"] is { } checks ? CheckReader.Read(checks) : [],
                Line = value.Line,
            };
            NamedItems.RefuseTwin(services.Select(static known => known.Name), service.Name, value, "service");
            services.Add(service);
            if (map?["depends-on"] is { } dependsOn)
            {
                dependencies.Add((service, dependsOn));
            }
        }

        foreach ((ServiceDefinition service, ConfigurationNode dependsOn) in dependencies)
        {
            VerifyDependencies(service, dependsOn, services);
        }

        return services;
    }

    private static void VerifyDependencies(ServiceDefinition service, ConfigurationNode dependsOn, List<ServiceDefinition> services)
    {
        foreach (ConfigurationNode item in dependsOn.Items())
        {
            string name = item.Text();
            if (Find(services, name) is null)
            {
                throw item.Error($"The service '{service.Name}' depends on '{name}', which is not a service here. {NearestName.Hint(name, [.. services.Select(static known => known.Name)])}");
            }
        }

        // Walks what the service needs, directly or not; meeting itself closes a circle.
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var open = new Stack<string>(service.DependsOn);
        while (open.TryPop(out string? name))
        {
            if (string.Equals(name, service.Name, StringComparison.OrdinalIgnoreCase))
            {
                throw dependsOn.Error($"The service '{service.Name}' depends on itself through {string.Join(", ", service.DependsOn)}.");
            }

            if (seen.Add(name))
            {
                foreach (string next in Find(services, name)?.DependsOn ?? [])
                {
                    open.Push(next);
                }
            }
        }
    }

    private static ServiceDefinition? Find(List<ServiceDefinition> services, string name) =>
        services.Find(service => string.Equals(service.Name, name, StringComparison.OrdinalIgnoreCase));
}
