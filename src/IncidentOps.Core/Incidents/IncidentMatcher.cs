using IncidentOps.Core.Storage;
using IncidentOps.Core.Text;
using IncidentOps.Incidents;

namespace IncidentOps.Core.Incidents;

/// <summary>
/// Splits a query between the store, which is quick at whole names, and a check of each incident for what the store
/// cannot do: wildcards, and states of the past.
/// </summary>
internal sealed class IncidentMatcher
{
    private readonly IncidentQuery _query;
    private readonly bool _past;
    private readonly List<Wildcard> _titles;
    private readonly List<Wildcard> _services;
    private readonly List<Wildcard> _components;

    public IncidentMatcher(IncidentQuery query)
    {
        _query = query;
        _past = query.AsOf is not null;
        _titles = Compile(query.Titles);
        bool servicesAsked = _past || query.Services.Any(Wildcard.IsPattern);
        bool componentsAsked = _past || query.Components.Any(Wildcard.IsPattern);
        _services = servicesAsked ? Compile(query.Services) : [];
        _components = componentsAsked ? Compile(query.Components) : [];
        bool whole = !_past && _titles.Count + _services.Count + _components.Count == 0;
        RowQuery = new IncidentRowQuery
        {
            // What an incident was in the past cannot be told from its present row; when it was detected can.
            Statuses = _past ? [] : [.. query.Statuses.Select(status => status.ToString())],
            Severities = _past ? [] : query.Severities,
            Services = servicesAsked ? [] : query.Services,
            Components = componentsAsked ? [] : query.Components,
            Active = !_past && query.Active,
            Since = query.Since,
            Until = query.Until,
            Limit = whole ? query.First : null,
        };
    }

    public IncidentRowQuery RowQuery { get; }

    public bool Matches(Incident incident) =>
        Any(_titles, [incident.Title])
        && Any(_services, incident.Services)
        && Any(_components, incident.Components)
        && (!_past || MatchesPast(incident));

    private static List<Wildcard> Compile(IReadOnlyList<string> patterns) => [.. patterns.Select(pattern => new Wildcard(pattern))];

    private static bool Any(List<Wildcard> patterns, IReadOnlyList<string> values) =>
        patterns.Count == 0 || patterns.Exists(pattern => values.Any(pattern.Matches));

    private bool MatchesPast(Incident incident) =>
        (!_query.Active || incident.IsActive)
        && (_query.Statuses.Count == 0 || _query.Statuses.Contains(incident.Status))
        && (_query.Severities.Count == 0 || _query.Severities.Contains(incident.Severity, StringComparer.OrdinalIgnoreCase));
}
