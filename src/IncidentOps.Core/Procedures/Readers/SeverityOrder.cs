namespace IncidentOps.Core.Procedures.Readers;

/// <summary>Puts severity levels in order, most severe first, whichever way round the guide has them.</summary>
internal static class SeverityOrder
{
    public static List<SeverityFacts> Sort(List<SeverityFacts> levels)
    {
        if (levels.Count < 2)
        {
            return levels;
        }

        bool numbered = levels.TrueForAll(level => SeverityName.CodeOf(level.Name) is not null);
        List<SeverityFacts> ordered = numbered
            ? [.. levels.OrderBy(level => SeverityName.CodeOf(level.Name)!.Value.Number)]
            : [.. levels];
        return Inversions(ordered, static level => SeverityName.WordRank(level.Label ?? level.Name)) is var byWord && byWord != 0
            ? (byWord > 0 ? [.. Enumerable.Reverse(ordered)] : ordered)
            : !numbered && Inversions(ordered, static level => level.Response is { } time ? (int)Math.Min(time.Value.TotalMinutes, int.MaxValue) : null) > 0
                ? [.. Enumerable.Reverse(ordered)]
                : ordered;
    }

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
