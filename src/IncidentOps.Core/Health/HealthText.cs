using System.Globalization;
using System.Text;
using IncidentOps.Core.Configuration;
using IncidentOps.Core.Execution;
using IncidentOps.Core.Text;

namespace IncidentOps.Core.Health;

/// <summary>How health speaks: one line, readable, harmless to a terminal.</summary>
internal static class HealthText
{
    private const int MaximumLength = 240;
    private const int LongestSecret = 512;

    /// <summary>
    /// A text from outside as one line: white space folded, control characters shown, secrets masked, and not too long.
    /// </summary>
    public static string OneLine(string text, int maximumLength = MaximumLength)
    {
        string line = Printable.Line(SecretRedactor.Default.Redact(Fold(text, maximumLength + LongestSecret)));
        if (line.Length <= maximumLength)
        {
            return line;
        }

        bool halved = char.IsHighSurrogate(line[maximumLength - 1]);
        return line[..(halved ? maximumLength - 1 : maximumLength)].TrimEnd() + "…";
    }

    /// <summary>How long something took, as precisely as a person cares: "12ms", "1.2s", "2m5s".</summary>
    public static string Took(TimeSpan duration) => duration.TotalSeconds switch
    {
        < 0.01 => string.Create(CultureInfo.InvariantCulture, $"{duration.TotalMilliseconds:0.#}ms"),
        < 1 => string.Create(CultureInfo.InvariantCulture, $"{duration.TotalMilliseconds:0}ms"),
        < 60 => string.Create(CultureInfo.InvariantCulture, $"{duration.TotalSeconds:0.##}s"),
        _ => DurationText.Format(TimeSpan.FromSeconds(Math.Round(duration.TotalSeconds))),
    };

    // Reads no farther than what can be shown, since texts from outside may be of any length; but far enough that a
    // secret at the end is seen whole.
    private static string Fold(string text, int length)
    {
        ReadOnlySpan<char> rest = text.AsSpan().TrimStart();
        var line = new StringBuilder(Math.Min(rest.Length, length));
        foreach (char character in rest)
        {
            if (line.Length == length)
            {
                break;
            }

            if (!char.IsWhiteSpace(character))
            {
                line.Append(character);
            }
            else if (line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        return line.ToString().TrimEnd();
    }
}
