using IncidentOps.Procedures;

namespace IncidentOps.Core.Incidents.Severities;

/// <summary>The severity whose words fit a report.</summary>
/// <param name="Clause">The definition or the example that fits.</param>
/// <param name="Also">Less severe levels that fit as well.</param>
internal sealed record SeverityMatch(SeverityClause Clause, IReadOnlyList<SeverityLevel> Also)
{
    public SeverityLevel Level => Clause.Level;
}
