using System.Globalization;
using System.Text;
using IncidentOps.Core.Configuration;

namespace IncidentOps.Core.Health;

/// <summary>How health speaks: one line, readable, harmless to a terminal.</summary>
internal static class HealthText
{
    private const int MaximumLength = 240;

    /// <summary>A text from outside as one line: white space folded, control characters shown, and not too long.</summary>
    public static string OneLine(string text, int maximumLength = MaximumLength)
    {
        var line = new StringBuilder(Math.Min(text.Length, maximumLength));
        foreach (Rune rune in text.AsSpan().Trim().EnumerateRunes())
        {
            if (line.Length >= maximumLength)
            {
                return line.Append('…').ToString();
            }

            if (Rune.IsWhiteSpace(rune))
            {
                if (line.Length > 0 && line[^1] != ' ')
                {
                    line.Append(' ');
                }
            }
            else if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format)
            {
                line.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}");
            }
            else
            {
                line.Append(rune.ToString());
            }
        }

        return line.ToString();
    }

    /// <summary>How long something took, as precisely as a person cares: "12ms", "1.2s", "2m5s".</summary>
    public static string Took(TimeSpan duration) => duration.TotalSeconds switch
    {
        < 0.01 => string.Create(CultureInfo.InvariantCulture, $"{duration.TotalMilliseconds:0.#}ms"),
        < 1 => string.Create(CultureInfo.InvariantCulture, $"{duration.TotalMilliseconds:0}ms"),
        < 60 => string.Create(CultureInfo.InvariantCulture, $"{duration.TotalSeconds:0.##}s"),
        _ => DurationText.Format(TimeSpan.FromSeconds(Math.Round(duration.TotalSeconds))),
    };
}
