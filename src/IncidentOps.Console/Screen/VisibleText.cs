namespace IncidentOps.Console.Screen;

/// <summary>Text from outside, made safe to draw on one row.</summary>
internal static class VisibleText
{
    /// <summary>Control characters become their pictures, so that they are seen and do nothing.</summary>
    public static string Of(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        return text.Any(char.IsControl) ? string.Concat(text.Select(Visible)) : text;
    }

    private static char Visible(char character) => character switch
    {
        '\r' or '\n' or '\t' => ' ',
        < ' ' => (char)('\u2400' + character),
        '\u007f' => '\u2421',
        _ when char.IsControl(character) => '\ufffd',
        _ => character,
    };
}
