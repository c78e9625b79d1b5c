using System.Diagnostics.CodeAnalysis;

namespace IncidentOps.Core.Configuration;

/// <summary>A kind of check: its name, the key that a one-line check gives, and what else it takes.</summary>
internal sealed record CheckKind(string Name, string Target, IReadOnlyDictionary<string, Func<ConfigurationNode, object>> Settings);

/// <summary>The kinds of checks that a configuration may hold, and how each of their settings is read.</summary>
internal static class CheckKinds
{
    /// <summary>The keys that every check takes.</summary>
    public static readonly IReadOnlyList<string> CommonKeys =
        ["name", "timeout", "retries", "degraded-after", "unhealthy-after", "weight"];

    public static IReadOnlyDictionary<string, CheckKind> All { get; } = new[]
    {
        new CheckKind("http", "url", new Dictionary<string, Func<ConfigurationNode, object>>(StringComparer.Ordinal)
        {
            ["url"] = WebAddress,
            ["method"] = static node => node.Text().ToUpperInvariant(),
            ["headers"] = TextMap,
            ["body"] = Text,
            ["expect-status"] = Statuses,
            ["expect-body"] = Pattern,
            ["reject-body"] = Pattern,
            ["expect-json"] = JsonExpectations,
            ["component-report"] = static node => node.Flag(),
            ["redirects"] = static node => node.WholeNumber(0, 50),
            ["certificate-days"] = static node => node.WholeNumber(0, 3650),
            ["trust-any-certificate"] = static node => node.Flag(),
        }),
        new CheckKind("tcp", "address", new Dictionary<string, Func<ConfigurationNode, object>>(StringComparer.Ordinal)
        {
            ["address"] = Address,
            ["send"] = Text,
            ["expect"] = Pattern,
        }),
        new CheckKind("dns", "host", new Dictionary<string, Func<ConfigurationNode, object>>(StringComparer.Ordinal)
        {
            ["host"] = Text,
            ["expect"] = Texts,
        }),
    }.ToDictionary(static kind => kind.Name, StringComparer.Ordinal);

    /// <summary>The check that a URI stands for: <c>http://…</c>, <c>https://…</c>, <c>tcp://host:port</c>, <c>dns:host</c>.</summary>
    public static bool TryFromUri(string text, [NotNullWhen(true)] out CheckKind? kind, out string target)
    {
        target = text;
        kind = null;
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        string scheme = colon > 0 ? text[..colon].ToLowerInvariant() : "";
        if (scheme is "http" or "https")
        {
            kind = All["http"];
        }
        else if (All.TryGetValue(scheme, out kind))
        {
            target = text[(colon + 1)..].TrimStart('/').TrimEnd('/');
        }

        return kind is not null;
    }

    private static string Text(ConfigurationNode node) => node.Text();

    private static IReadOnlyList<string> Texts(ConfigurationNode node) => node.Texts();

    private static Dictionary<string, string> TextMap(ConfigurationNode node) =>
        node.Entries().ToDictionary(static entry => entry.Key, static entry => entry.Value.Text(), StringComparer.Ordinal);

    private static JsonExpectation[] JsonExpectations(ConfigurationNode node) =>
        [.. node.Entries().Select(static entry =>
            JsonExpectation.TryParse(entry.Key, entry.Value.Text(), out JsonExpectation? expectation, out string? problem)
                ? expectation
                : throw entry.Error(problem!))];

    private static Uri WebAddress(ConfigurationNode node) =>
        Uri.TryCreate(node.Text(), UriKind.Absolute, out Uri? uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0
            ? uri
            : throw node.Expected("a web address such as http://127.0.0.1:8000/health");

    private static HostAndPort Address(ConfigurationNode node) =>
        HostAndPort.TryParse(node.Text(), out HostAndPort? address) ? address : throw node.Expected("a host and a port such as db.example.com:5432");

    private static HttpStatusSet Statuses(ConfigurationNode node) =>
        HttpStatusSet.TryParse(node.Texts(), out HttpStatusSet? statuses) ? statuses : throw node.Expected("status codes such as 200, 200-299 or 2xx");

    private static TextPattern Pattern(ConfigurationNode node) =>
        TextPattern.TryParse(node.Text(), out TextPattern? pattern, out string? problem)
            ? pattern
            : throw node.Error($"The regular expression {node.Text()} is not valid: {problem}");
}
