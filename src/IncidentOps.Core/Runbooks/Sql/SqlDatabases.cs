using IncidentOps.Core.Configuration;
using IncidentOps.Runbooks;

namespace IncidentOps.Core.Runbooks.Sql;

/// <summary>The databases that steps in SQL run in: those that the configuration's postgres checks look at.</summary>
internal sealed class SqlDatabases
{
    private const string Kind = "postgres";

    private readonly (string Service, CheckDefinition Check)[] _all;
    private readonly (string Service, CheckDefinition Check)[] _near;

    private SqlDatabases((string Service, CheckDefinition Check)[] all, IReadOnlyList<string> services, SecretResolver? secrets)
    {
        _all = all;
        _near = Array.FindAll(all, each => services.Contains(each.Service, StringComparer.OrdinalIgnoreCase));
        Secrets = secrets;
    }

    public static SqlDatabases None { get; } = new([], [], secrets: null);

    /// <summary>What resolves their passwords.</summary>
    public SecretResolver? Secrets { get; }

    public bool Any => _all.Length > 0;

    /// <param name="configuration">Where the checks are.</param>
    /// <param name="secrets">What resolves their passwords.</param>
    /// <param name="services">The services of the incident and of the runbook: theirs come first.</param>
    public static SqlDatabases Of(OrganisationConfiguration configuration, SecretResolver secrets, IEnumerable<string> services) => new(
        [.. configuration.Services.SelectMany(service => service.Checks.Where(check => check.Kind == Kind).Select(check => (service.Name, check)))], [.. services], secrets);

    /// <summary>The check whose database a step is for; or why it cannot be told.</summary>
    public (CheckDefinition? Check, string? Obstacle) Choose(RunbookStep step)
    {
        (string Service, CheckDefinition Check)[] fitting = step.Database is { } name ? Array.FindAll(_all, each => IsNamed(each, name)) : _near.Length > 0 ? _near : _all;
        return fitting switch
        {
            [var only] => (only.Check, null),
            [] when step.Database is { } unknown => (null, $"no postgres check '{unknown}' is configured{Known(_all)}"),
            [] => (null, "no postgres check is configured whose database it could run in"),
            _ => (null, $"several databases could be meant: write {{database=SERVICE/CHECK}} behind the block's language{Known(fitting)}"),
        };
    }

    /// <summary>Where a step in SQL would do its work, for approvals: none is for the database of a check that has moved since.</summary>
    public string PlaceOf(RunbookStep step)
    {
        if (Choose(step).Check is not { } check)
        {
            return "";
        }

        PostgresAddress address = check.Required<PostgresAddress>("address");
        return $"{check.Setting<string?>("user", null) ?? address.User}@{address}";
    }

    private static bool IsNamed((string Service, CheckDefinition Check) each, string name) =>
        string.Equals(name, each.Service, StringComparison.OrdinalIgnoreCase) || string.Equals(name, Name(each), StringComparison.OrdinalIgnoreCase);

    private static string Name((string Service, CheckDefinition Check) each) => $"{each.Service}/{each.Check.Name}";

    private static string Known((string Service, CheckDefinition Check)[] checks) => checks.Length == 0 ? "" : $"; there are {string.Join(", ", checks.Select(Name))}";
}
