namespace IncidentOps.Core.Configuration;

/// <summary>Turns the nodes of an incidentops.yaml into the configuration.</summary>
internal sealed class ConfigurationReader(string path, ISystemEnvironment environment)
{
    private readonly string? _folder = Path.GetDirectoryName(path);

    public OrganisationConfiguration Read(ConfigurationNode root)
    {
        var defaults = new OrganisationConfiguration { Path = path, TimeZone = environment.LocalTimeZone };
        if (root.IsNull)
        {
            return defaults;
        }

        ConfigurationMap map = root.Keys(ConfigurationKeys.Root, "incidentops.yaml");
        return defaults with
        {
            Organisation = map["organisation"]?.Text(),
            TimeZone = map["time-zone"] is { } zone ? CalendarReader.ReadTimeZone(zone) : defaults.TimeZone,
            BusinessHours = map["business-hours"] is { } hours ? CalendarReader.ReadBusinessHours(hours) : defaults.BusinessHours,
            Holidays = map["holidays"] is { } holidays ? CalendarReader.ReadHolidays(holidays) : defaults.Holidays,
            Store = map["store"] is { } store ? ReadStore(store) : null,
            Guide = map["guide"] is { } guide ? ReadPath(guide) : null,
            Runbooks = map["runbooks"] is { } runbooks ? [.. runbooks.Items().Select(ReadPath)] : [],
            Services = map["services"] is { } services ? ServiceReader.Read(services) : [],
            Responders = map["responders"] is { } responders ? ReadResponders(responders) : [],
            Rotation = map["rotation"],
            Channels = map["channels"] is { } channels
                ? channels.Entries().ToDictionary(static channel => channel.Key, static channel => channel.Value, StringComparer.OrdinalIgnoreCase)
                : defaults.Channels,
            Secrets = map["secrets"] is { } secrets ? ReadSecrets(secrets) : defaults.Secrets,
        };
    }

    private static List<Responder> ReadResponders(ConfigurationNode node)
    {
        var responders = new List<Responder>();
        foreach ((string? key, ConfigurationNode value) in NamedItems.Read(node, "responder"))
        {
            ConfigurationMap map = value.Keys(ConfigurationKeys.Responder, "a responder");
            var responder = new Responder
            {
                Name = map["name"]?.Text() ?? key ?? throw value.Error("A responder needs a name."),
                Role = map["role"]?.Text(),
                Contacts = map["contacts"] is { } contacts ? ReadContacts(contacts) : new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase),
                Line = value.Line,
            };
            NamedItems.RefuseTwin(responders.Select(static known => known.Name), responder.Name, value, "responder");
            responders.Add(responder);
        }

        return responders;
    }

    private static Dictionary<string, string> ReadContacts(ConfigurationNode node)
    {
        var contacts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (ConfigurationEntry entry in node.Entries())
        {
            if (!entry.Value.IsNull && !contacts.TryAdd(entry.Key, entry.Value.Text()))
            {
                throw entry.Error($"The contact '{entry.Key}' stands here a second time.");
            }
        }

        return contacts;
    }

    private static Dictionary<string, SecretReference> ReadSecrets(ConfigurationNode node)
    {
        var secrets = new Dictionary<string, SecretReference>(StringComparer.OrdinalIgnoreCase);
        foreach (ConfigurationEntry entry in node.Entries())
        {
            // What stands here may be the secret itself, so the message does not repeat it.
            if (!entry.Value.IsScalar || !SecretReference.TryParse(entry.Value.Text(), out SecretReference? reference))
            {
                throw entry.Error($"The secret '{entry.Key}' must be {SecretReference.Expected}. The secret itself does not belong in this file.");
            }

            secrets[entry.Key] = reference;
        }

        return secrets;
    }

    private string ReadStore(ConfigurationNode node)
    {
        string store = node.Text();
        return StoreLocation.IsAddress(store) || SecretReference.TryParse(store, out _) ? store : ReadPath(node);
    }

    private string ReadPath(ConfigurationNode node)
    {
        string text = node.Text();
        return text.Contains('\0', StringComparison.Ordinal)
            ? throw node.Expected("a path")
            : ConfigurationPaths.Resolve(text, _folder, environment);
    }
}
