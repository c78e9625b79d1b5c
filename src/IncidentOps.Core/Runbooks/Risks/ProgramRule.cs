namespace IncidentOps.Core.Runbooks.Risks;

/// <summary>What is known of a program; see Programs.txt.</summary>
internal sealed class ProgramRule
{
    /// <summary>Stands for a word that is known only when the command runs.</summary>
    public const string UnknownWord = "?";

    /// <summary>Set where the name alone decides.</summary>
    public RiskVerdict? Always { get; init; }

    public RiskVerdict? Bare { get; set; }

    /// <summary>The options that only look, by their spelling; true where a value follows.</summary>
    public Dictionary<string, bool> Options { get; } = new(StringComparer.Ordinal);

    public bool Open { get; set; }

    public List<string> Denied { get; } = [];

    /// <summary>What it is where nothing else makes it a reading command.</summary>
    public RiskVerdict Otherwise { get; set; } = new(IncidentOps.Runbooks.Risk.Unknown);

    /// <summary>One of these options has to be there; where there are verbs, it stands in place of one.</summary>
    public HashSet<string> With { get; } = new(StringComparer.Ordinal);

    /// <summary>Without one of these options it wants a person at the terminal.</summary>
    public HashSet<string> Batch { get; } = new(StringComparer.Ordinal);

    /// <summary>It always wants a person, but for those options.</summary>
    public bool Screen { get; set; }

    /// <summary>Each operand is a verb of its own.</summary>
    public bool Several { get; set; }

    /// <summary>"--" begins another command.</summary>
    public bool Chained { get; set; }

    /// <summary>Verbs may be in capitals.</summary>
    public bool AnyCase { get; set; }

    public int FewestOperands { get; set; }

    /// <summary>Null where the table does not say: any for an open program, none for others.</summary>
    public int? MostOperands { get; set; }

    /// <summary>Operands have to begin with this; null for anything.</summary>
    public string? OperandPrefix { get; set; }

    public Dictionary<string, RiskVerdict> Verbs { get; } = new(StringComparer.Ordinal);

    public HashSet<string> NeedsOperand { get; } = new(StringComparer.Ordinal);

    /// <summary>How many words the longest verb has.</summary>
    public int LongestVerb { get; set; }

    /// <summary>The verdict of the longest verb that these words begin with; null where none fits.</summary>
    public (RiskVerdict Verdict, int Words)? FindVerb(IReadOnlyList<string> words)
    {
        for (int count = Math.Min(LongestVerb, words.Count); count > 0; count--)
        {
            string exact = string.Join('.', words.Take(count));
            exact = AnyCase ? exact.ToLowerInvariant() : exact;
            if (Verbs.TryGetValue(exact, out RiskVerdict verdict)
                || (count > 1 && Verbs.TryGetValue(string.Join('.', words.Take(count - 1).Append("*")), out verdict))
                || (count > 1 && Verbs.TryGetValue(string.Join('.', words.Skip(1).Take(count - 1).Prepend("*")), out verdict))
                || (count == 3 && Verbs.TryGetValue($"{words[0]}.*.*", out verdict))
                || (count == 3 && Verbs.TryGetValue($"{words[0]}.*.{words[2]}", out verdict)))
            {
                // What is not known yet may be one of the verbs that stand below this one.
                bool open = words.Count > count && words[count] == UnknownWord && Verbs.Keys.Any(longer => longer.StartsWith(exact + ".", StringComparison.Ordinal) && !longer.EndsWith('*'));
                return open ? null : (verdict, count);
            }
        }

        return null;
    }
}

/// <summary>A risk, and whether a person has to sit at the terminal.</summary>
internal readonly record struct RiskVerdict(IncidentOps.Runbooks.Risk Risk, bool Interactive = false);
