using System.Text.RegularExpressions;

namespace IncidentOps.Core.Procedures.Readers;

/// <summary>Puts severity levels in order, most severe first, whichever way round the guide has them.</summary>
internal static partial class SeverityOrder
{
    /// <param name="levels">The levels, as the guide has them.</param>
    /// <param name="text">The guide, which may say that "Level 1" is the least severe.</param>
    public static List<SeverityFacts> Sort(List<SeverityFacts> levels, string text)
    {
        if (levels.Count < 2)
        {
            return levels;
        }

        bool numbered = levels.TrueForAll(level => SeverityName.CodeOf(level.Name) is not null);
        List<SeverityFacts> ordered = numbered
            ? [.. levels.OrderBy(level => SeverityName.CodeOf(level.Name)!.Value.Number)]
            : [.. levels];
        if (numbered && SaysThatFirstIsLeast(ordered[0].Name, text))
        {
            return [.. Enumerable.Reverse(ordered)];
        }

        return Inversions(ordered, static level => SeverityName.WordRank(level.Label ?? level.Name)) is var byWord && byWord != 0
            ? (byWord > 0 ? [.. Enumerable.Reverse(ordered)] : ordered)
            : !numbered && Inversions(ordered, static level => level.Response is { } time ? (int)Math.Min(time.Value.TotalMinutes, int.MaxValue) : null) > 0
                ? [.. Enumerable.Reverse(ordered)]
                : ordered;
    }

    // "Level 1 – the least severe of all"; what is called P1 or SEV1 is the most severe, whatever is said.
    private static bool SaysThatFirstIsLeast(string name, string text)
    {
        if (SeverityName.CodeOf(name)?.Family is null or "P" or "SEV")
        {
            return false;
        }

        for (int at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(name, at + name.Length, StringComparison.OrdinalIgnoreCase))
        {
            int end = text.AsSpan(at + name.Length).IndexOfAny('\n', '.');
            if (Least().IsMatch(text.AsSpan(at + name.Length, Math.Min(end < 0 ? 80 : end, Math.Min(80, text.Length - at - name.Length)))))
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(@"^[\s:–—-]+(?:(?:these|this|it|they) (?:is|are) )?(?:the )?(?:least (?:severe|serious|critical|urgent)|lowest)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Least();

    /// <summary>Above zero where more neighbours stand the wrong way round than the right.</summary>
    private static int Inversions(List<SeverityFacts> levels, Func<SeverityFacts, int?> rank)
    {
        int balance = 0;
        int? before = null;
        foreach (SeverityFacts level in levels)
        {
            int? now = rank(level);
            if (before is { } left && now is { } right)
            {
                balance += left.CompareTo(right);
            }

            before = now ?? before;
        }

        return balance;
    }
}
