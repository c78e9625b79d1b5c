using System.Text.RegularExpressions;
using IncidentOps.Core.Text.Troubles;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Incidents.Severities;

/// <summary>One thing that a guide says of a severity: an example, or a part of its definition.</summary>
/// <param name="Level">The severity.</param>
/// <param name="Kind">Where it stands.</param>
/// <param name="Text">The words.</param>
/// <param name="Line">Where it stands in the guide, from 1.</param>
/// <param name="Terms">What it speaks of.</param>
internal sealed partial record SeverityClause(SeverityLevel Level, ClauseKind Kind, string Text, int Line, TermSet Terms)
{
    /// <summary>Everything that a level is told by, in the order of the guide.</summary>
    public static IEnumerable<SeverityClause> Of(SeverityLevel level)
    {
        (string? Text, int Line)[] definitions = [(level.Definition, level.DefinitionLine), (level.Impact, level.DefinitionLine)];
        foreach ((string? text, int line) in definitions)
        {
            foreach (SeverityClause clause in Parts(level, ClauseKind.Definition, text, line))
            {
                yield return clause;
            }
        }

        for (int i = 0; i < level.Examples.Count; i++)
        {
            int line = i < level.ExampleLines.Count ? level.ExampleLines[i] : level.Line;
            foreach (SeverityClause clause in Parts(level, ClauseKind.Example, level.Examples[i], line))
            {
                yield return clause;
            }
        }
    }

    /// <summary>What is wrong by the clause; nothing where it does not say, or in words that are not known.</summary>
    public IEnumerable<Term> Troubles => Terms.Terms.Where(term => term.Kind == TermKind.Trouble);

    /// <summary>How much of the clause a report says, from 0 to 1; a little above 1 where it says it all word for word.</summary>
    public double Score(TermSet report) => Terms.ShareSaidBy(report);

    /// <summary>
    /// "Complete service outage, data loss" is two clauses; "login, payment or search unavailable" is one, since its
    /// first parts do not say what is wrong with them.
    /// </summary>
    private static IEnumerable<SeverityClause> Parts(SeverityLevel level, ClauseKind kind, string? text, int line)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            yield break;
        }

        bool saysWhatIsWrong = TroubleText.Read(text).Count(term => term.IsWrong) > 0;
        int start = 0;
        foreach (Match end in Ends().Matches(text))
        {
            if (Stands(text[start..end.Index], saysWhatIsWrong) && Stands(text[(end.Index + end.Length)..], saysWhatIsWrong))
            {
                yield return Clause(text[start..end.Index]);
                start = end.Index + end.Length;
            }
        }

        SeverityClause last = Clause(text[start..]);
        if (last.Terms.Count(term => term.IsTelling) > 0)
        {
            yield return last;
        }

        SeverityClause Clause(string part) => new(level, kind, part.Trim(), line, TroubleText.Read(part));
    }

    private static bool Stands(string part, bool saysWhatIsWrong)
    {
        TermSet terms = TroubleText.Read(part);
        return saysWhatIsWrong ? terms.Count(term => term.IsWrong) > 0 : terms.Count(term => term.IsTelling) > 1;
    }

    [GeneratedRegex(@"(?:[,;|、，；。\n]+|[.!?](?=\s))(?:\s*(?:or|and|oder|und|ou|et|y|e)\s)?|\s(?:or|oder|ou|oppure)\s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Ends();
}
