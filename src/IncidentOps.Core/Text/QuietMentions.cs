using System.Text;

namespace IncidentOps.Core.Text;

/// <summary>
/// Text for chats and Git hosts that calls nobody: "@channel" and "@ada" read as before, but are no mentions. Mail
/// addresses stay what they are.
/// </summary>
internal static class QuietMentions
{
    /// <param name="text">The text.</param>
    /// <param name="ascii">Parts the two with a blank, where an invisible character is not allowed.</param>
    public static string Of(string text, bool ascii = false)
    {
        if (!text.Contains('@', StringComparison.Ordinal) && !text.Contains('＠', StringComparison.Ordinal))
        {
            return text;
        }

        var quiet = new StringBuilder(text.Length + 8);
        for (int index = 0; index < text.Length; index++)
        {
            quiet.Append(text[index]);
            bool begins = index + 1 < text.Length && !char.IsWhiteSpace(text[index + 1]);
            if (begins && text[index] is '@' or '＠' && !(index > 0 && IsOfAddress(text[index - 1])))
            {
                quiet.Append(ascii ? ' ' : '\u2060');
            }
        }

        return quiet.ToString();
    }

    private static bool IsOfAddress(char character) => char.IsLetterOrDigit(character) || character is '_' or '.' or '+' or '-';
}
