using IncidentOps.Core.Text.Troubles;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Incidents.Severities;

/// <summary>
/// Compares what is reported with what a guide says of its severities. A clause of the guide fits when the report says
/// more than half of it. Several things may be wrong at once: for each the clause that fits best decides, of equal ones
/// the more severe, and of all the most severe counts.
/// </summary>
internal sealed class SeverityMatcher(Procedure procedure)
{
    private const double Half = 0.5;
    private const double Equal = 1e-9;

    private readonly Lazy<SeverityClause[]> _clauses = new(() => [.. procedure.Severities.SelectMany(SeverityClause.Of)]);

    /// <summary>The severity that fits; null where none does.</summary>
    public SeverityMatch? Find(string report)
    {
        TermSet terms = TroubleText.Read(report);
        if (terms.Has(TroubleWords.Implied.Of))
        {
            terms.Add(TroubleWords.Implied.Also, TroubleWords.Implied.Of.Word);
        }

        (SeverityClause Clause, double Score)[] fitting =
            [.. _clauses.Value.Select(clause => (clause, Score: clause.Score(terms))).Where(scored => scored.Score > Half + Equal)];
        SeverityClause[] deciding =
        [
            .. terms.Terms.Where(term => term.Kind == TermKind.Trouble)
                .Select(trouble => fitting.Where(scored => scored.Clause.Terms.Has(trouble)))
                .Append(fitting.Where(scored => !scored.Clause.Troubles.Any()))
                .SelectMany(Best)
                .OrderBy(scored => scored.Clause.Level.Rank)
                .ThenByDescending(scored => scored.Score)
                .ThenByDescending(scored => scored.Clause.Text.Length)
                .Select(scored => scored.Clause),
        ];
        return deciding.Length == 0
            ? null
            : new SeverityMatch(deciding[0], [.. deciding.Select(clause => clause.Level).Distinct().Skip(1)]);
    }

    private static IEnumerable<(SeverityClause Clause, double Score)> Best(IEnumerable<(SeverityClause Clause, double Score)> fitting)
    {
        double best = fitting.Select(scored => scored.Score).DefaultIfEmpty().Max();
        return fitting.Where(scored => scored.Score >= best - Equal);
    }
}
