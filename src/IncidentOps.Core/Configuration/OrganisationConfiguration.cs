namespace IncidentOps.Core.Configuration;

/// <summary>What an organisation has written into its incidentops.yaml, or the built-in defaults.</summary>
internal sealed record OrganisationConfiguration
{
    /// <summary>The file it came from; null for the built-in defaults.</summary>
    public string? Path { get; init; }

    /// <summary>The organisation's name; null where it is not given.</summary>
    public string? Organisation { get; init; }

    /// <summary>The zone that business hours, holidays and handoffs are counted in.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    public BusinessHours BusinessHours { get; init; } = BusinessHours.Default;

    public HolidayCalendar Holidays { get; init; } = HolidayCalendar.None;

    /// <summary>The store as it is configured: a full path, an address or a reference; null where it is not given.</summary>
    public string? Store { get; init; }

    /// <summary>The full path of the organisation's own guide; null for the built-in one.</summary>
    public string? Guide { get; init; }

    /// <summary>The full paths of the folders with the organisation's own runbooks, the first one first.</summary>
    public IReadOnlyList<string> Runbooks { get; init; } = [];

    /// <summary>The services, in the order of the file.</summary>
    public IReadOnlyList<ServiceDefinition> Services { get; init; } = [];

    /// <summary>The responders, in the order of the file.</summary>
    public IReadOnlyList<Responder> Responders { get; init; } = [];

    /// <summary>The rotation as it is written; null where it is not given.</summary>
    public ConfigurationNode? Rotation { get; init; }

    /// <summary>The channels as they are written, by name.</summary>
    public IReadOnlyDictionary<string, ConfigurationNode> Channels { get; init; } =
        new Dictionary<string, ConfigurationNode>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Where the named secrets are kept, by name. Never the secrets themselves.</summary>
    public IReadOnlyDictionary<string, SecretReference> Secrets { get; init; } =
        new Dictionary<string, SecretReference>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The other machines that checks look at.</summary>
    public IReadOnlyList<string> CheckedHosts() =>
        [.. Services.SelectMany(service => service.Checks).Select(check => check.Host?.ToString()).OfType<string>()];

    /// <summary>A service by name, whatever its capitals; null where there is none.</summary>
    public ServiceDefinition? Service(string name) =>
        Services.FirstOrDefault(service => string.Equals(service.Name, name, StringComparison.OrdinalIgnoreCase));
}
