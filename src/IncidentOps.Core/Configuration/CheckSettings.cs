using System.Globalization;

namespace IncidentOps.Core.Configuration;

/// <summary>How the settings of checks are read.</summary>
internal static class CheckSettings
{
    public static string AnyText(ConfigurationNode node) => node.Text();

    public static IReadOnlyList<string> Texts(ConfigurationNode node) => node.Texts();

    public static object Flag(ConfigurationNode node) => node.Flag();

    public static object Duration(ConfigurationNode node) =>
        node.Duration() is var duration && duration > TimeSpan.Zero ? duration : throw node.Expected("a duration of more than nothing");

    public static object Number(ConfigurationNode node) => node.Number(-1e15, 1e15);

    public static Func<ConfigurationNode, object> WholeNumber(int minimum, int maximum) => node => node.WholeNumber(minimum, maximum);

    /// <summary>A share of a hundred, "85" or "85%".</summary>
    public static object Percentage(ConfigurationNode node) =>
        double.TryParse(node.Text().TrimEnd('%'), NumberStyles.Float, CultureInfo.InvariantCulture, out double percentage) && percentage is >= 0 and <= 100
            ? percentage
            : throw node.Expected("a percentage from 0 to 100");

    public static Dictionary<string, string> TextMap(ConfigurationNode node) =>
        node.Entries().ToDictionary(static entry => entry.Key, static entry => entry.Value.Text(), StringComparer.Ordinal);

    public static JsonExpectation[] JsonExpectations(ConfigurationNode node) =>
        [.. node.Entries().Select(static entry =>
            JsonExpectation.TryParse(entry.Key, entry.Value.Text(), out JsonExpectation? expectation, out string? problem)
                ? expectation
                : throw entry.Error(problem!))];

    public static Uri WebAddress(ConfigurationNode node) =>
        Uri.TryCreate(node.Text(), UriKind.Absolute, out Uri? uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0
            ? uri
            : throw node.Expected("a web address such as http://127.0.0.1:8000/health");

    public static HostAndPort Address(ConfigurationNode node) => HostAndPort.TryParse(node.Text(), out HostAndPort? address)
        ? address
        : throw node.Expected("a host and a port such as db.example.com:5432");

    /// <summary>A host, with the port of https unless it says another.</summary>
    public static HostAndPort SecureAddress(ConfigurationNode node)
    {
        string text = node.Text();
        return HostAndPort.TryParse(text, out HostAndPort? address) || HostAndPort.TryParse(text + ":443", out address)
            ? address
            : throw node.Expected("a host such as example.com, or a host and a port such as mail.example.com:993");
    }

    public static PostgresAddress DatabaseAddress(ConfigurationNode node)
    {
        string text = node.Text();
        if (PostgresAddress.TryParse(text, out PostgresAddress? address))
        {
            return address;
        }

        // What is wrong may be a password, which must not be shown.
        throw text.Contains('@', StringComparison.Ordinal)
            ? node.Error("Expected an address such as monitor@db.example.com:5432/app. A password does not stand in it: let 'password' refer to it.")
            : node.Expected("an address such as db.example.com:5432/app");
    }

    /// <summary>A reference to a secret, never the secret itself.</summary>
    public static string Secret(ConfigurationNode node) =>
        node.Text() is var text && (SecretReference.TryParse(text, out _) || (text.StartsWith("${", StringComparison.Ordinal) && text.IndexOf('}', StringComparison.Ordinal) == text.Length - 1))
            ? text
            : throw node.Error("A secret does not stand in the configuration. Refer to it: env:NAME, file:PATH, or ${secret:NAME} for one of 'secrets'.");

    /// <summary>One of a few words.</summary>
    public static Func<ConfigurationNode, object> Choice(params string[] choices) => node => node.Choice(choices);

    /// <summary>Some of a few words, one or a list.</summary>
    public static Func<ConfigurationNode, object> Choices(params string[] choices) => node => node.Items().Select(item => item.Choice(choices)).ToArray();

    public static SshHost RemoteMachine(ConfigurationNode node) => SshHost.TryParse(node.Text(), out SshHost? host)
        ? host
        : throw node.Expected("a machine that ssh reaches, such as web1 or ada@web1.example.com:2222");

    public static HttpStatusSet Statuses(ConfigurationNode node) => HttpStatusSet.TryParse(node.Texts(), out HttpStatusSet? statuses)
        ? statuses
        : throw node.Expected("status codes such as 200, 200-299 or 2xx");

    public static TextPattern Pattern(ConfigurationNode node) =>
        TextPattern.TryParse(node.Text(), out TextPattern? pattern, out string? problem)
            ? pattern
            : throw node.Error($"The regular expression {node.Text()} is not valid: {problem}");

    /// <summary>Exit codes, one or a list.</summary>
    public static int[] ExitCodes(ConfigurationNode node) => [.. node.Items().Select(static item => item.WholeNumber(0, 255))];
}
