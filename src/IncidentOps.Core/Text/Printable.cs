using System.Globalization;
using System.Text;

namespace IncidentOps.Core.Text;

/// <summary>
/// Text from outside, made safe to print: what would steer a terminal, or turn the direction of writing, is shown
/// instead of sent.
/// </summary>
internal static class Printable
{
    /// <summary>In one line: line breaks are shown as well.</summary>
    public static string Line(string? text) => Show(text, keepLines: false);

    /// <summary>Line breaks and tabs stay what they are.</summary>
    public static string Block(string? text) => Show(text, keepLines: true);

    private static string Show(string? text, bool keepLines)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        int first = 0;
        while (first < text.Length && !MustShow(text[first], keepLines))
        {
            first++;
        }

        if (first == text.Length)
        {
            return text;
        }

        var shown = new StringBuilder(text, 0, first, text.Length + 16);
        for (int index = first; index < text.Length; index++)
        {
            char character = text[index];
            if (!MustShow(character, keepLines))
            {
                shown.Append(character);
            }
            else if (character < ' ')
            {
                // The Unicode pictures of the control characters: ␛ for escape.
                shown.Append((char)('\u2400' + character));
            }
            else if (character == '\u007F')
            {
                shown.Append('\u2421');
            }
            else
            {
                shown.Append(CultureInfo.InvariantCulture, $"<U+{(int)character:X4}>");
            }
        }

        return shown.ToString();
    }

    private static bool MustShow(char character, bool keepLines) => character switch
    {
        '\n' or '\t' => !keepLines,
        < ' ' or '\u007F' => true,
        >= '\u0080' and <= '\u009F' => true,
        // Direction marks and overrides, line and paragraph separators, byte order mark, interlinear anchors.
        '\u061C' or '\u200E' or '\u200F' or (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFEFF' => true,
        >= '\uFFF9' and <= '\uFFFB' => true,
        _ => false,
    };
}
