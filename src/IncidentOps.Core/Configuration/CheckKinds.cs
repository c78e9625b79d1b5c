using System.Diagnostics.CodeAnalysis;
using static IncidentOps.Core.Configuration.CheckSettings;

namespace IncidentOps.Core.Configuration;

/// <summary>The kinds of checks that a configuration may hold.</summary>
internal static class CheckKinds
{
    /// <summary>The keys that every check takes.</summary>
    public static readonly IReadOnlyList<string> CommonKeys =
        ["name", "timeout", "retries", "degraded-after", "unhealthy-after", "weight"];

    public static IReadOnlyDictionary<string, CheckKind> All { get; } = new[]
    {
        Remote("http", "url",
            ("url", WebAddress),
            ("method", static node => node.Text().ToUpperInvariant()),
            ("headers", TextMap),
            ("body", AnyText),
            ("expect-status", Statuses),
            ("expect-body", Pattern),
            ("reject-body", Pattern),
            ("expect-json", JsonExpectations),
            ("component-report", Flag),
            ("redirects", WholeNumber(0, 50)),
            ("certificate-days", WholeNumber(0, 3650)),
            ("trust-any-certificate", Flag)),
        Remote("tcp", "address",
            ("address", Address),
            ("send", AnyText),
            ("expect", Pattern)),
        Remote("tls", "address",
            ("address", SecureAddress),
            ("server-name", AnyText),
            ("certificate-days", WholeNumber(0, 3650)),
            ("trust-any-certificate", Flag)),
        Remote("dns", "host",
            ("host", AnyText),
            ("expect", Texts)),
        Remote("ping", "host",
            ("host", AnyText),
            ("count", WholeNumber(1, 20))),
        Local("process", "process",
            ("process", AnyText),
            ("host", RemoteMachine),
            ("minimum", WholeNumber(0, 100_000)),
            ("maximum", WholeNumber(0, 100_000))),
        Local("systemd", "unit",
            ("unit", AnyText),
            ("host", RemoteMachine),
            ("user", Flag),
            ("expect", Texts)),
        Local("journal", "unit",
            ("unit", AnyText),
            ("host", RemoteMachine),
            ("user", Flag),
            ("pattern", Pattern),
            ("window", Duration),
            ("earlier", Duration),
            ("minimum", WholeNumber(1, 1_000_000)),
            ("degraded-times", Number),
            ("unhealthy-times", Number)),
        Machine("cpu", Percentage, ("sample", Duration)),
        Machine("memory", Percentage),
        Machine("load", Number),
        Local("disk", "path",
            ("path", AnyText),
            ("host", RemoteMachine),
            ("degraded-above", Percentage),
            ("unhealthy-above", Percentage)),
        Local("command", "run",
            ("run", AnyText),
            ("host", RemoteMachine),
            ("expect-exit", ExitCodes),
            ("degraded-exit", ExitCodes),
            ("unknown-exit", ExitCodes),
            ("expect-output", Pattern),
            ("reject-output", Pattern)),
        Remote("postgres", "address",
            ("address", DatabaseAddress),
            ("user", AnyText),
            ("password", Secret),
            ("ssl-mode", Choice("disable", "prefer", "require", "verify-ca", "verify-full")),
            ("query", AnyText),
            ("parts", Choices("connections", "replication", "transactions", "locks", "statements")),
            ("replicas", WholeNumber(0, 1000)),
            ("connections-degraded-above", Percentage),
            ("connections-unhealthy-above", Percentage),
            ("lag-degraded-after", Duration),
            ("lag-unhealthy-after", Duration),
            ("transaction-degraded-after", Duration),
            ("transaction-unhealthy-after", Duration),
            ("locks-degraded-above", Number),
            ("locks-unhealthy-above", Number),
            ("statement-degraded-after", Duration)),
        Aws("rds", "instance",
            ("window", Duration),
            ("degraded-above", Percentage),
            ("unhealthy-above", Percentage),
            ("metrics-endpoint", WebAddress)),
        Aws("security-group", "group",
            ("port", WholeNumber(0, 65535)),
            ("source", AnyText),
            ("protocol", Choice("tcp", "udp", "icmp")),
            ("expect", Choice("open", "closed"))),
        Aws("s3", "bucket",
            ("write", Flag)),
        Remote("status-page", "url",
            ("url", WebAddress),
            ("components", Texts)),
        Local("prometheus", "query",
            ("query", AnyText),
            ("url", WebAddress),
            ("headers", TextMap),
            ("trust-any-certificate", Flag),
            ("degraded-above", Number),
            ("unhealthy-above", Number),
            ("degraded-below", Number),
            ("unhealthy-below", Number)),
        Remote("alertmanager", "url",
            ("url", WebAddress),
            ("headers", TextMap),
            ("trust-any-certificate", Flag),
            ("matchers", Texts)),
    }.ToDictionary(static kind => kind.Name, StringComparer.Ordinal);

    /// <summary>
    /// The check that a URI stands for: <c>http://…</c>, <c>tcp://host:port</c>, and for the other kinds their name and
    /// target, <c>systemd:nginx</c>.
    /// </summary>
    public static bool TryFromUri(string text, [NotNullWhen(true)] out CheckKind? kind, out string target)
    {
        target = text;
        kind = null;
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        string scheme = (colon < 0 ? text : text[..colon]).ToLowerInvariant();
        if (scheme is "http" or "https" && colon > 0)
        {
            kind = All["http"];
        }
        else if (All.TryGetValue(scheme, out kind))
        {
            target = colon < 0 ? "" : text[(colon + 1)..];
            if (target.StartsWith("//", StringComparison.Ordinal))
            {
                target = kind.IsRemote ? target[2..].TrimEnd('/') : target[2..];
            }

            // The bare word is a check only where it says all that there is to say.
            kind = colon > 0 || kind.IsTargetOptional ? kind : null;
        }

        return kind is not null;
    }

    private static CheckKind Remote(string name, string target, params (string Key, Func<ConfigurationNode, object> Read)[] settings) =>
        Local(name, target, settings) with { IsRemote = true };

    private static CheckKind Local(string name, string target, params (string Key, Func<ConfigurationNode, object> Read)[] settings) =>
        new(name, target, settings.ToDictionary(static setting => setting.Key, static setting => setting.Read, StringComparer.Ordinal));

    /// <summary>A kind that asks AWS about something, by its name there.</summary>
    private static CheckKind Aws(string name, string target, params (string Key, Func<ConfigurationNode, object> Read)[] settings) =>
        Local(name, target, [(target, AnyText), .. settings, ("region", AnyText), ("profile", AnyText), ("endpoint", WebAddress)]);

    /// <summary>A kind that looks at a machine as a whole, by two limits.</summary>
    private static CheckKind Machine(
        string name,
        Func<ConfigurationNode, object> limit,
        params (string Key, Func<ConfigurationNode, object> Read)[] settings) =>
        Local(name, "unhealthy-above", [("degraded-above", limit), ("unhealthy-above", limit), ("host", RemoteMachine), .. settings]) with { IsTargetOptional = true };
}
