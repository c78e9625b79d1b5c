using System.Text;
using System.Text.RegularExpressions;

namespace IncidentOps.Core.Procedures;

/// <summary>
/// Repairs UTF-8 text that was once decoded as Windows-1252 ("ðŸš¨" for 🚨, "â€“" for –), run by run, so that correct text
/// beside it stays as it is.
/// </summary>
internal static partial class MojibakeRepair
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The repaired text, and the lines (from 1) on which something was repaired.</summary>
    public static (string Text, IReadOnlyList<int> Lines) Repair(string text)
    {
        List<int> lines = [];
        int line = 1;
        int counted = 0;
        string repaired = Suspect().Replace(text, match =>
        {
            string? better = Decode(match.Value);
            if (better is null)
            {
                return match.Value;
            }

            line += text.AsSpan(counted, match.Index - counted).Count('\n');
            counted = match.Index;
            if (lines.Count == 0 || lines[^1] != line)
            {
                lines.Add(line);
            }

            return better;
        });
        return (repaired, lines);
    }

    /// <summary>The run as it was meant: the longest parts of it that are UTF-8 when seen as bytes; null where none is.</summary>
    private static string? Decode(string run)
    {
        Span<byte> bytes = run.Length <= 256 ? stackalloc byte[run.Length] : new byte[run.Length];
        for (int i = 0; i < run.Length; i++)
        {
            if (!TryByte(run[i], out bytes[i]))
            {
                return null;
            }
        }

        StringBuilder better = new(run.Length);
        bool changed = false;
        for (int i = 0; i < run.Length;)
        {
            int length = SequenceLength(bytes[i]);
            if (length >= 2 && i + length <= run.Length && TryDecode(bytes.Slice(i, length), out string decoded))
            {
                better.Append(decoded);
                changed = true;
                i += length;
            }
            else
            {
                better.Append(run[i]);
                i++;
            }
        }

        return changed ? better.ToString() : null;
    }

    private static bool TryDecode(ReadOnlySpan<byte> bytes, out string decoded)
    {
        decoded = string.Empty;
        for (int i = 1; i < bytes.Length; i++)
        {
            if ((bytes[i] & 0xC0) != 0x80)
            {
                return false;
            }
        }

        try
        {
            decoded = Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return false;
        }

        // Two bytes decode too easily: "Ã©" is é, but "Â»" may be meant; keep what is a letter or common punctuation.
        return bytes.Length > 2 || char.IsLetter(decoded[0]) || decoded[0] is '\u00A0' or '·' or '°' or '«' or '»' or '§' or '±' or '×' or '®' or '©';
    }

    private static int SequenceLength(byte lead) => lead switch
    {
        >= 0xC2 and <= 0xDF => 2,
        >= 0xE0 and <= 0xEF => 3,
        >= 0xF0 and <= 0xF4 => 4,
        _ => 1,
    };

    private static bool TryByte(char c, out byte value)
    {
        int at = Windows1252.IndexOf(c);
        value = c <= '\u00FF' ? (byte)c : at >= 0 ? (byte)(0x80 + at) : (byte)0;
        return c <= '\u00FF' || at >= 0;
    }

    // The 32 characters of Windows-1252 at 0x80…0x9F; the five undefined stand for themselves.
    private const string Windows1252 =
        "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    // A lead byte's character, then characters that continuation bytes turn into.
    [GeneratedRegex(@"(?:[\u00C2-\u00F4][\u0080-\u00BF\u20AC\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u017D\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u017E\u0178]{1,3})+", RegexOptions.CultureInvariant)]
    private static partial Regex Suspect();
}
