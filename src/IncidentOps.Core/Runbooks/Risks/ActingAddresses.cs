using System.Text.RegularExpressions;

namespace IncidentOps.Core.Runbooks.Risks;

/// <summary>Tells addresses that do something when they are only fetched: hooks, and paths that are named after an action.</summary>
internal static partial class ActingAddresses
{
    private static readonly HashSet<string> Anywhere = new(StringComparer.Ordinal)
    {
        "abort", "ack", "acknowledge", "approve", "cancel", "clear", "cordon", "delete", "destroy", "disable", "drain", "drop",
        "enable", "evict", "failover", "flush", "hook", "hooks", "invalidate", "kill", "pause", "promote", "purge", "quit",
        "quitquitquit", "reboot", "refresh", "reject", "reload", "remove", "reset", "restart", "resume", "rollback", "rotate", "send",
        "shutdown", "simulate", "terminate", "trigger", "truncate", "uncordon", "undrain", "unpause", "webhook", "webhooks", "wipe",
    };

    // These also name things, so they have to stand at the end, or in front of what they are done to.
    private static readonly HashSet<string> AtTheEnd = new(StringComparer.Ordinal)
    {
        "add", "backup", "ban", "close", "create", "deploy", "execute", "forcemerge", "gc", "install", "lock", "logout",
        "migrate", "open", "rebuild", "reindex", "replay", "restore", "retry", "run", "set", "start", "stop", "subscribe", "sync",
        "unban", "uninstall", "unlock", "unsubscribe", "update", "upgrade", "warm", "warmup",
    };

    /// <param name="address">The address as far as it is known.</param>
    /// <param name="names">The variables in it.</param>
    public static bool Act(string address, IReadOnlyList<string> names)
    {
        if (names.Any(static name => name.Contains("hook", StringComparison.OrdinalIgnoreCase)) || HookHost().IsMatch(address))
        {
            return true;
        }

        string path = address.Split('?', '#')[0];
        int scheme = path.IndexOf("://", StringComparison.Ordinal);
        path = scheme < 0 ? path : path[(scheme + 3)..];
        int slash = path.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
        {
            return false;
        }

        string[] segments = path[slash..].Split('/', StringSplitOptions.RemoveEmptyEntries);
        for (int at = 0; at < segments.Length; at++)
        {
            string[] words = [.. Words().Matches(segments[at]).Select(match => match.Value.ToLowerInvariant())];
            bool acts = words.Length > 0
                && (Anywhere.Contains(words[0]) || (AtTheEnd.Contains(words[0]) && (at == segments.Length - 1 || words.Length > 1)));
            // A file is a thing, whatever it is called.
            if (acts && !(at == segments.Length - 1 && File().IsMatch(segments[at])))
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(@"^(?:https?://)?(?:[^/@]*@)?(?:[\w.-]*\bhooks?\.|hc-ping\.com/)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex HookHost();

    [GeneratedRegex(@"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Words();

    [GeneratedRegex(@"\.(?:json|ya?ml|sh|txt|md|html?|png|svg|css|js|xml|csv|gz|zip|tgz|tar|rpm|deb|mp3|jpg)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex File();
}
