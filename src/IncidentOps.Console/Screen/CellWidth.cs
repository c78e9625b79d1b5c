using System.Globalization;
using System.Management.Automation.Internal;
using System.Text;

namespace IncidentOps.Console.Screen;

/// <summary>How many columns text takes on a terminal.</summary>
internal static class CellWidth
{
    /// <summary>First and last code point of each block that is drawn two columns wide.</summary>
    private static readonly (int First, int Last)[] Wide =
    [
        (0x1100, 0x115F), (0x2E80, 0x303E), (0x3041, 0x33FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xA000, 0xA4CF),
        (0xA960, 0xA97F), (0xAC00, 0xD7A3), (0xF900, 0xFAFF), (0xFE10, 0xFE19), (0xFE30, 0xFE6F), (0xFF00, 0xFF60),
        (0xFFE0, 0xFFE6), (0x1F300, 0x1F64F), (0x1F680, 0x1F6FF), (0x1F900, 0x1F9FF), (0x20000, 0x3FFFD),
    ];

    /// <summary>The width of text, its escape sequences not counted.</summary>
    public static int Of(string text)
    {
        if (text.Contains('\u001b', StringComparison.Ordinal))
        {
            text = new StringDecorated(text).ToString(System.Management.Automation.OutputRendering.PlainText);
        }

        int width = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            width += Of(rune);
        }

        return width;
    }

    public static int Of(Rune rune)
    {
        if (rune.Value < 0x300)
        {
            return 1;
        }

        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
            or UnicodeCategory.Format)
        {
            return 0;
        }

        foreach ((int first, int last) in Wide)
        {
            if (rune.Value < first)
            {
                return 1;
            }

            if (rune.Value <= last)
            {
                return 2;
            }
        }

        return 1;
    }

    /// <summary>The width of one UTF-16 unit; half of a surrogate pair counts for half of the wide character it is part of.</summary>
    public static int Of(char unit) => Rune.TryCreate(unit, out Rune rune) ? Of(rune) : 1;

    /// <summary>The start of a text that fits the given number of columns.</summary>
    public static string Cut(string text, int columns)
    {
        int used = 0;
        int length = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            used += Of(rune);
            if (used > columns)
            {
                return text[..length];
            }

            length += rune.Utf16SequenceLength;
        }

        return text;
    }
}
