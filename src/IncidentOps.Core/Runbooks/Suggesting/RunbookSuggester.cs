using IncidentOps.Core.Text.Troubles;
using IncidentOps.Runbooks;

namespace IncidentOps.Core.Runbooks.Suggesting;

/// <summary>
/// Finds the runbooks that fit a trouble, best first, each with the reason. A runbook fits by its words: where the trouble
/// says more than half of a symptom or of the title, or where its introduction says more than half of the trouble. Those
/// of the same service and the same severity come first. Where no words fit at all, those of the service are what is left.
/// </summary>
internal static class RunbookSuggester
{
    private const double Half = 0.5;
    private const double Equal = 1e-9;
    private const double ServiceInCommon = 0.5;
    private const double SeverityInCommon = 0.1;

    // An introduction speaks of much; a symptom says what it means.
    private const double WeightOfPurpose = 0.6;

    public static IReadOnlyList<Runbook> Suggest(IEnumerable<Runbook> runbooks, TroubleReport report)
    {
        Candidate[] candidates = [.. runbooks.Select(runbook => Judge(runbook, report))];
        Candidate[] fitting = Array.Exists(candidates, candidate => candidate.Words is not null)
            ? Array.FindAll(candidates, candidate => candidate.Words is not null)
            : Array.FindAll(candidates, candidate => candidate.Service is not null);
        return
        [
            .. fitting
                .OrderByDescending(candidate => Math.Round(candidate.Score, 6))
                .ThenBy(candidate => candidate.Runbook.Name, StringComparer.Ordinal)
                .Select(candidate => candidate.Runbook with { Reason = candidate.Reason }),
        ];
    }

    private static Candidate Judge(Runbook runbook, TroubleReport report)
    {
        string? service = report.Services.FirstOrDefault(service => IsFor(runbook, service));
        Match? words = Texts(runbook)
            .Select(text => Compare(text, report, isNear: service is not null || report.IsSearch))
            .OfType<Match>()
            .Aggregate((Match?)null, (best, match) => best is null || match.Score > best.Score + Equal ? match : best);
        string? severity = runbook.Severity is { } own && string.Equals(own, report.Severity, StringComparison.OrdinalIgnoreCase) ? own : null;
        return new Candidate(runbook, words, service, severity);
    }

    /// <summary>True for the runbook of a service: it says so, or where it says of none, its title names it.</summary>
    public static bool IsFor(Runbook runbook, string service) => runbook.Services.Count > 0
        ? runbook.Services.Contains(service, StringComparer.OrdinalIgnoreCase)
        : $"-{runbook.Name}-{RunbookReader.NameOf(runbook.Title)}-".Contains($"-{RunbookReader.NameOf(service)}-", StringComparison.Ordinal);

    private static IEnumerable<Clause> Texts(Runbook runbook) =>
    [
        .. runbook.Symptoms.Select(symptom => new Clause("symptom", symptom, 1)),
        new Clause("title", runbook.Title, 1),
        .. runbook.Purpose.Select(text => new Clause("introduction", text, WeightOfPurpose)),
    ];

    /// <param name="clause">What the runbook says.</param>
    /// <param name="report">The trouble.</param>
    /// <param name="isNear">True where both are known to be about the same: then the clause need not name it.</param>
    private static Match? Compare(Clause clause, TroubleReport report, bool isNear)
    {
        TermSet terms = TroubleText.Read(clause.Text);
        double said = Fit(report.Said);
        double shown = report.Signs.Select(Fit).DefaultIfEmpty().Max();
        return Math.Max(said, shown) <= Half + Equal ? null : new Match(clause, Math.Max(said, shown) * clause.Weight, IsSign: shown > said);

        // "Queue stuck" is no help where an API is down.
        double Fit(TermSet trouble) => isNear || IsAboutTheSame(terms, trouble) ? clause.Fit(terms, trouble) : 0;
    }

    private static bool IsAboutTheSame(TermSet clause, TermSet trouble) =>
        clause.Count(IsThing) == 0 || clause.Count(term => IsThing(term) && trouble.Has(term)) > 0;

    private static bool IsThing(Term term) => term.Kind is TermKind.Subject or TermKind.Plain;

    private sealed record Clause(string Kind, string Text, double Weight)
    {
        /// <summary>How much of the shorter text the other says: few search for all the words of a symptom.</summary>
        public double Fit(TermSet own, TermSet trouble)
        {
            double told = trouble.ShareSaidBy(own);
            return Weight < 1 ? told : Math.Max(told, own.ShareSaidBy(trouble));
        }
    }

    private sealed record Match(Clause Clause, double Score, bool IsSign);

    private sealed record Candidate(Runbook Runbook, Match? Words, string? Service, string? Severity)
    {
        public double Score => (Words?.Score ?? 0) + (Service is null ? 0 : ServiceInCommon) + (Severity is null ? 0 : SeverityInCommon);

        public string Reason => string.Join("; ", new[]
        {
            Words switch
            {
                null => null,
                { Clause.Kind: "introduction" } => "its introduction speaks of it",
                { Clause: var clause, IsSign: true } => $"its {clause.Kind} \"{clause.Text}\" fits what the checks say",
                { Clause: var clause } => $"its {clause.Kind} \"{clause.Text}\" fits",
            },
            Service is null ? null : $"it is for {Service}",
            Severity is null ? null : $"it is for {Severity}",
        }.OfType<string>());
    }
}
