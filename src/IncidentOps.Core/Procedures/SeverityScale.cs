using System.Text.RegularExpressions;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Procedures;

/// <summary>
/// The severity levels of a guide in their order. Resolves what people type: the name ("P1", "sev 1"), the label
/// ("High") or both, in any case.
/// </summary>
internal sealed partial class SeverityScale
{
    private readonly Dictionary<string, SeverityLevel> _byAlias = new(StringComparer.OrdinalIgnoreCase);

    public SeverityScale(IReadOnlyList<SeverityLevel> levels)
    {
        Levels = levels;
        foreach (SeverityLevel level in levels)
        {
            _byAlias.TryAdd(level.Name, level);
        }

        foreach (SeverityLevel level in levels)
        {
            if (level.Label is { } label)
            {
                _byAlias.TryAdd(label, level);
                _byAlias.TryAdd($"{level.Name} {label}", level);
            }
        }

        foreach (SeverityLevel level in levels)
        {
            if (SeverityName.CodeOf(level.Name) is var (family, number))
            {
                _byAlias.TryAdd($"{family}{number}", level);
            }
        }
    }

    public SeverityScale(Procedure procedure)
        : this(procedure.Severities)
    {
    }

    public static SeverityScale Empty { get; } = new([]);

    /// <summary>The levels, most severe first.</summary>
    public IReadOnlyList<SeverityLevel> Levels { get; }

    /// <summary>The level meant, by its number alone ("1") too; fails with SeverityUnknown, which names those there are.</summary>
    public SeverityLevel Resolve(string severity) =>
        Find(severity) ?? Numbered(severity) ?? throw ProcedureErrors.SeverityUnknown(severity, Levels);

    /// <summary>The level meant; null where the scale has none such.</summary>
    public SeverityLevel? Find(string? severity)
    {
        if (string.IsNullOrWhiteSpace(severity))
        {
            return null;
        }

        string typed = severity.Trim().TrimStart('#');
        if (_byAlias.TryGetValue(typed, out SeverityLevel? level))
        {
            return level;
        }

        if (SeverityName.CodeOf(typed) is var (family, number))
        {
            return _byAlias.GetValueOrDefault($"{family}{number}") ?? ByNumber(family, number);
        }

        return SeverityName.TryParse(typed, loose: true) is { } name && name.Name != typed && name.Rest.Length == 0
            ? Find(name.Name) ?? Find(name.Label)
            : null;
    }

    private SeverityLevel? Numbered(string severity) =>
        severity.Trim() is [>= '0' and <= '9' and var digit] ? Levels.FirstOrDefault(level => SeverityName.CodeOf(level.Name) is var (_, number) && number == digit - '0') : null;

    /// <summary>Below zero where the first is the more severe; levels that are not on the scale come last.</summary>
    public int Compare(string? left, string? right) => RankOf(left).CompareTo(RankOf(right));

    /// <summary>0 for the most severe; <see cref="int.MaxValue"/> for what is not on the scale.</summary>
    public int RankOf(string? severity) => Find(severity)?.Rank ?? int.MaxValue;

    /// <summary>The levels a remark means: "P1+ incidents", "P0/P1", "SEV1-SEV3", "SEV-2 and above", "all".</summary>
    public IReadOnlyList<SeverityLevel> MeantBy(string text)
    {
        if (Levels.Count == 0)
        {
            return [];
        }

        if (All().IsMatch(text))
        {
            return Levels;
        }

        SortedSet<int> ranks = [];
        Match? before = null;
        int beforeRank = -1;
        foreach (Match match in SeverityName.Mentions(text))
        {
            if (Find(match.Value) is not { } level)
            {
                continue;
            }

            string between = before is null ? string.Empty : text[(before.Index + before.Length)..match.Index];
            for (int rank = beforeRank; before is not null && Through().IsMatch(between) && rank < level.Rank; rank++)
            {
                ranks.Add(rank);
            }

            ranks.Add(level.Rank);
            string after = text[(match.Index + match.Length)..];
            foreach (Capture digit in AlsoDigits().Match(after).Groups["digit"].Captures)
            {
                // "SEV-0/1"
                if (Find(match.Value.TrimStart('#')[..^1] + digit.Value) is { } also)
                {
                    ranks.Add(also.Rank);
                }
            }

            if (UpToDigit().Match(after) is { Success: true } upTo && Find(match.Value.TrimStart('#')[..^1] + upTo.Groups["digit"].Value) is { } last)
            {
                // "Level 1-2"
                AddRange(ranks, level.Rank, last.Rank);
            }

            if (AndAbove().IsMatch(after))
            {
                AddRange(ranks, 0, level.Rank);
            }
            else if (AndBelow().IsMatch(after))
            {
                AddRange(ranks, level.Rank, Levels.Count - 1);
            }

            (before, beforeRank) = (match, level.Rank);
        }

        if (ranks.Count == 0)
        {
            foreach (SeverityLevel level in Levels)
            {
                if ((level.Label is { } label && IsWord(text, label)) || IsWord(text, level.Name))
                {
                    ranks.Add(level.Rank);
                }

                // "High+", "Critical and below", where the levels are words
                foreach (string? name in (ReadOnlySpan<string?>)[level.Label, level.Name])
                {
                    string after = name is { Length: > 0 } && IsWord(text, name) ? text[(text.IndexOf(name, StringComparison.OrdinalIgnoreCase) + name.Length)..] : string.Empty;
                    AddRange(ranks, AndAbove().IsMatch(after) ? 0 : level.Rank + 1, AndAbove().IsMatch(after) ? level.Rank : AndBelow().IsMatch(after) ? Levels.Count - 1 : level.Rank);
                }

                // "Level 1-2", where that is what they are called
                int at = char.IsAsciiDigit(level.Name[^1]) ? text.IndexOf(level.Name, StringComparison.OrdinalIgnoreCase) : -1;
                if (at >= 0 && UpToDigit().Match(text[(at + level.Name.Length)..]) is { Success: true } upTo && Find(level.Name[..^1] + upTo.Groups["digit"].Value) is { } last)
                {
                    AddRange(ranks, level.Rank, last.Rank);
                }
            }
        }

        return [.. ranks.Select(rank => Levels[rank])];
    }

    // "SEV1" on a scale of P0…P3 is P1: people carry their habits along.
    private SeverityLevel? ByNumber(string family, int number) =>
        family is not ("P" or "SEV") ? null : Levels.FirstOrDefault(level => SeverityName.CodeOf(level.Name) is var (_, other) && other == number);

    private static void AddRange(SortedSet<int> ranks, int from, int to)
    {
        for (int rank = from; rank <= to; rank++)
        {
            ranks.Add(rank);
        }
    }

    private static bool IsWord(string text, string word)
    {
        int at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        return at >= 0
            && (at == 0 || !char.IsLetterOrDigit(text[at - 1]) || text[at] > '\u3000')
            && (at + word.Length == text.Length || !char.IsLetterOrDigit(text[at + word.Length]) || text[at] > '\u3000');
    }

    [GeneratedRegex(@"^(?:\s*[/&]\s*(?<digit>[0-5])(?![\d\w%]))+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex AlsoDigits();

    [GeneratedRegex(@"^[-–](?<digit>[0-5])(?![\d\w%]|\s*(?:min|h(?:ou)?rs?|days?|h)\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex UpToDigit();

    [GeneratedRegex(@"^\s*\+(?!\s*\d)|^[^.;,/|()]{0,12}\b(?:and|or) (?:above|higher|up|more severe|worse)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AndAbove();

    [GeneratedRegex(@"^[^.;,/|()]{0,12}\b(?:and|or) (?:below|lower|less severe)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AndBelow();

    [GeneratedRegex(@"^\s*(?:-|–|—|to|through|bis)\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Through();

    [GeneratedRegex(@"\b(?:all|any|every) (?:severit|incident|level|priorit)|^all$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex All();
}
