using IncidentOps.Core.Configuration;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Incidents;

/// <summary>The severity of an incident that is declared without one.</summary>
/// <param name="Severity">The level's name.</param>
/// <param name="Reason">Why this one.</param>
/// <param name="Guessed">True where nobody said so: worth a warning.</param>
internal sealed record SeveritySuggestion(string Severity, string Reason, bool Guessed)
{
    /// <summary>The most severe one that a service is configured with, else the most severe there is.</summary>
    public static SeveritySuggestion For(OrganisationConfiguration configuration, Procedure procedure, IReadOnlyList<string> services)
    {
        var ranked =
            from service in services
            let definition = configuration.Service(service)
            where definition?.Severity is not null
            let level = procedure.Severities.FirstOrDefault(level =>
                string.Equals(level.Name, definition.Severity, StringComparison.OrdinalIgnoreCase)
                || string.Equals(level.Label, definition.Severity, StringComparison.OrdinalIgnoreCase))
            where level is not null
            orderby level.Rank
            select (level.Name, Service: definition.Name);
        return ranked.FirstOrDefault() is { Name: not null } configured
            ? new SeveritySuggestion(configured.Name, $"the service {configured.Service} is configured so", Guessed: false)
            : new SeveritySuggestion(
                procedure.Severities.MinBy(level => level.Rank)!.Name, "it is treated as the most severe until somebody decides", Guessed: true);
    }
}
