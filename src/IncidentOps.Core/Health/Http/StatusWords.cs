using IncidentOps.Health;

namespace IncidentOps.Core.Health.Http;

/// <summary>The words that health documents use, and what they mean.</summary>
internal static class StatusWords
{
    private static readonly Dictionary<string, HealthStatus> Words = new(StringComparer.Ordinal);

    // Words that stand in documents of all sorts: an account is "inactive", a flag is "false".
    private static readonly HashSet<string> Common = new(StringComparer.Ordinal)
    {
        "true", "false", "active", "inactive", "live", "normal", "stopped", "good", "bad", "red", "yellow", "green", "partial",
        "running", "available", "success", "succeeded", "fine", "slow", "error", "warning", "pass", "fail", "failed", "passed",
    };

    private static readonly char[] Ends = [':', ',', '('];

    static StatusWords()
    {
        Add(HealthStatus.Healthy, "ok", "okay", "up", "pass", "passing", "passed", "healthy", "green", "good", "alive", "available",
            "operational", "working", "connected", "reachable", "running", "active", "online", "ready", "success", "succeeded", "serving",
            "normal", "fine", "live", "true");
        Add(HealthStatus.Degraded, "warn", "warning", "degraded", "yellow", "partial", "partiallyavailable", "partiallydegraded",
            "slow", "impaired", "unstable");
        Add(HealthStatus.Unhealthy, "fail", "failed", "failing", "failure", "down", "unhealthy", "error", "critical", "red",
            "unavailable", "serviceunavailable", "notavailable", "outofservice", "outage", "dead", "disconnected", "notconnected",
            "offline", "notready", "unreachable", "notserving", "notworking", "notok", "bad", "broken", "stopped", "crashed", "timeout",
            "timedout", "refused", "fatal", "inactive", "false");
        Add(HealthStatus.Unknown, "unknown", "undetermined", "indeterminate");
    }

    /// <summary>What a word means; null where it is none of health.</summary>
    public static HealthStatus? Find(string word)
    {
        if (word.Length is 0 or > 32)
        {
            return null;
        }

        return Words.TryGetValue(Fold(word), out HealthStatus status) ? status : null;
    }

    /// <summary>What a word means that is said of nothing but health.</summary>
    public static HealthStatus? FindUnmistakable(string text, out string? rest) =>
        FindFirst(text, out rest) is { } status && !Common.Contains(Fold(rest is null ? text : text[..text.IndexOfAny(Ends)])) ? status : null;

    /// <summary>What a text means that begins with a word, "unavailable: connection refused"; and the rest of it.</summary>
    public static HealthStatus? FindFirst(string text, out string? rest)
    {
        rest = null;
        if (Find(text.Trim()) is { } whole)
        {
            return whole;
        }

        int colon = text.IndexOfAny(Ends);
        if (colon <= 0 || Find(text[..colon].Trim()) is not { } status)
        {
            return null;
        }

        rest = text[(colon + 1)..].Trim(' ', ')');
        return status;
    }

    // "OUT_OF_SERVICE", "out of service" and "outOfService" are one word.
    private static string Fold(string word) =>
        string.Concat(word.Where(static letter => letter is not (' ' or '_' or '-'))).ToLowerInvariant();

    private static void Add(HealthStatus status, params string[] words)
    {
        foreach (string word in words)
        {
            Words[word] = status;
        }
    }
}
