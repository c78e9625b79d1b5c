using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace IncidentOps.Core.Configuration;

/// <summary>A machine that ssh reaches: a name of the user's ssh configuration or of the network, "ada@web1:2222".</summary>
/// <param name="Name">The name, with the user where one is given.</param>
/// <param name="Port">The port; null for the one that ssh takes by itself.</param>
internal sealed partial record SshHost(string Name, int? Port)
{
    public static bool TryParse(string text, [NotNullWhen(true)] out SshHost? host)
    {
        Match match = Pattern().Match(text);
        string port = match.Groups["port"].Value;
        host = match.Success && (port.Length == 0 || int.Parse(port, CultureInfo.InvariantCulture) is > 0 and <= 65535)
            ? new SshHost(
                match.Groups["user"].Value + match.Groups["name"].Value.Trim('[', ']'),
                port.Length == 0 ? null : int.Parse(port, CultureInfo.InvariantCulture))
            : null;
        return host is not null;
    }

    public override string ToString() => Port is { } port
        ? string.Create(CultureInfo.InvariantCulture, $"{(Name.Contains(':', StringComparison.Ordinal) ? $"[{Name}]" : Name)}:{port}")
        : Name;

    // What could be read as an option or by a shell is no host.
    [GeneratedRegex(@"\A(?<user>[A-Za-z0-9_][A-Za-z0-9_.\-]*@)?(?<name>[A-Za-z0-9_][A-Za-z0-9_.\-]*|\[[0-9A-Fa-f:.]+(%[A-Za-z0-9]+)?\])(:(?<port>[0-9]{1,5}))?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Pattern();
}
