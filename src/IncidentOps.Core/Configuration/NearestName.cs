namespace IncidentOps.Core.Configuration;

/// <summary>Finds the name that a mistyped one was probably meant to be.</summary>
internal static class NearestName
{
    /// <summary>The nearest candidate; null where none is near enough to be meant.</summary>
    public static string? Find(string name, IEnumerable<string> candidates)
    {
        // A third of the name may be wrong, so that short names do not match everything.
        int allowed = Math.Max(1, Math.Min(3, name.Length / 3));
        string? nearest = null;
        int best = allowed + 1;
        foreach (string candidate in candidates)
        {
            int distance = Distance(Fold(name), Fold(candidate));
            if (distance < best)
            {
                best = distance;
                nearest = candidate;
            }
        }

        return nearest;
    }

    /// <summary>" Did you mean 'x'?", or the list of what there is.</summary>
    public static string Hint(string name, IReadOnlyCollection<string> candidates) => Find(name, candidates) switch
    {
        { } nearest => $"Did you mean '{nearest}'?",
        null when candidates.Count == 0 => "There is none.",
        null => $"Known: {string.Join(", ", candidates.Order(StringComparer.OrdinalIgnoreCase).Take(40))}.",
    };

    // "timeZone", "time_zone" and "time-zone" are the same slip of the pen.
    private static string Fold(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    /// <summary>How many letters are inserted, left out, replaced or swapped with their neighbour.</summary>
    private static int Distance(string left, string right)
    {
        int[] beforePrevious = [];
        int[] previous = [.. Enumerable.Range(0, right.Length + 1)];
        for (int i = 1; i <= left.Length; i++)
        {
            int[] current = new int[right.Length + 1];
            current[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int cost = left[i - 1] == right[j - 1] ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1] + 1, previous[j] + 1), previous[j - 1] + cost);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    current[j] = Math.Min(current[j], beforePrevious[j - 2] + 1);
                }
            }

            (beforePrevious, previous) = (previous, current);
        }

        return previous[right.Length];
    }
}
