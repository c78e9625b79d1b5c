using System.Collections.Concurrent;

namespace IncidentOps.Core.Runbooks.Recording;

/// <summary>The runs under way in this process: it may live on after one of them has broken off.</summary>
internal static class RunsHere
{
    private static readonly ConcurrentDictionary<string, bool> Ids = new(StringComparer.OrdinalIgnoreCase);

    public static void Begin(string id) => Ids[id] = true;

    public static void End(string id) => Ids.TryRemove(id, out _);

    public static bool Contains(string id) => Ids.ContainsKey(id);
}
