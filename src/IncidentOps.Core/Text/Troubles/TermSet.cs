namespace IncidentOps.Core.Text.Troubles;

/// <summary>What a text speaks of, and in which words.</summary>
internal sealed class TermSet
{
    private const double WordForWord = 1.05;

    private readonly Dictionary<Term, HashSet<string>> _stems = [];

    public IEnumerable<Term> Terms => _stems.Keys;

    public bool Has(Term term) => _stems.ContainsKey(term);

    public bool Has(TermKind kind) => _stems.Keys.Any(term => term.Kind == kind);

    public int Count(Func<Term, bool> test) => _stems.Keys.Count(test);

    /// <param name="term">What is spoken of.</param>
    /// <param name="stem">The word that says so.</param>
    public void Add(Term term, string stem)
    {
        if (!_stems.TryGetValue(term, out HashSet<string>? stems))
        {
            _stems.Add(term, stems = new HashSet<string>(StringComparer.Ordinal));
        }

        stems.Add(stem);
    }

    /// <summary>True where another text says everything that this one says, in the same words.</summary>
    public bool IsSaidBy(TermSet other) =>
        _stems.All(term => other._stems.TryGetValue(term.Key, out HashSet<string>? stems) && term.Value.IsSubsetOf(stems));

    /// <summary>
    /// How much of this another text says, from 0 to 1: the weight of what both say, over the weight of this. Zero where
    /// the other does not say what is wrong, or of "no bread" only that there is none of something; little against much
    /// counts against it. A little above 1 where the other says it all word for word.
    /// </summary>
    public double ShareSaidBy(TermSet other)
    {
        double whole = 0;
        double said = 0;
        bool wrong = !Has(TermKind.Trouble);
        bool telling = false;
        bool denies = _stems.TryGetValue(TroubleWords.Down, out HashSet<string>? how) && how.All(TroubleWords.IsDenying) && Count(term => term.IsTelling) > 1;
        foreach (Term term in Terms)
        {
            whole += term.Weight;
            if (other.Has(term))
            {
                said += term.Weight;
                wrong |= term.Kind == TermKind.Trouble;
                telling |= term.IsTelling && !(denies && term == TroubleWords.Down);
            }
            else if (Opposite(term.Kind) is { } opposite && other.Has(opposite) && !other.Has(term.Kind))
            {
                said -= term.Weight;
            }
        }

        return !wrong || !telling ? 0 : IsSaidBy(other) ? WordForWord : Math.Max(0, said) / whole;
    }

    private static TermKind? Opposite(TermKind kind) => kind switch
    {
        TermKind.Much => TermKind.Little,
        TermKind.Little => TermKind.Much,
        _ => null,
    };
}
