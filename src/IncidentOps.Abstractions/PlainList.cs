namespace IncidentOps;

/// <summary>
/// Lists that PowerShell can index. The compiler's own read-only lists have no public indexer, so that <c>$list[0]</c>
/// would be the whole list there.
/// </summary>
internal static class PlainList
{
    public static IReadOnlyList<T> Of<T>(IReadOnlyList<T> list) => list is T[] or List<T> ? list : list.ToArray();
}
