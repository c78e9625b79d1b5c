namespace IncidentOps.Core.Incidents.Severities;

/// <summary>What a text speaks of, and in which words.</summary>
internal sealed class TermSet
{
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
}
