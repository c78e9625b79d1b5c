using System.Text.RegularExpressions;

namespace IncidentOps.Core.Runbooks.Risks;

/// <summary>Looks into the little programs that awk and sed are given.</summary>
internal static partial class FilterScripts
{
    /// <summary>The words of an awk program that may do more than print; null where there are none.</summary>
    public static string? AwkTrouble(string program)
    {
        // With a slash there may be a quote inside a regular expression, and then nobody knows what is a string.
        string bare = program.Contains('/', StringComparison.Ordinal) ? program : Strings().Replace(program, "\"\"");
        Match match = AwkDoes().Match(bare);
        if (match.Success)
        {
            return match.Value.Trim();
        }

        // ">" compares, except behind print, where it writes a file.
        Match print = AwkPrintsTo().Match(bare);
        return print.Success ? "print >" : null;
    }

    /// <summary>Whether a sed script is made of the commands that only select and replace.</summary>
    public static bool SedOnlyReads(string script)
    {
        int at = 0;
        while (true)
        {
            while (at < script.Length && (char.IsWhiteSpace(script[at]) || script[at] is ';' or '{' or '}'))
            {
                at++;
            }

            if (at >= script.Length)
            {
                return true;
            }

            if (script[at] == '#' || !SkipAddress(script, ref at) || at >= script.Length)
            {
                return false;
            }

            char command = script[at++];
            switch (command)
            {
                case 'p' or 'd' or 'q' or 'Q' or '=' or 'n' or 'N' or 'D' or 'P' or 'h' or 'H' or 'g' or 'G' or 'x' or 'l':
                    while (at < script.Length && char.IsAsciiDigit(script[at]))
                    {
                        at++;
                    }

                    break;
                case '{' or '}':
                    break;
                case 's' or 'y':
                    if (at >= script.Length || !SkipDelimited(script, ref at, script[at], 2))
                    {
                        return false;
                    }

                    while (at < script.Length && (char.IsAsciiDigit(script[at]) || script[at] is 'g' or 'p' or 'i' or 'I' or 'm' or 'M'))
                    {
                        at++;
                    }

                    break;
                default:
                    return false;
            }

            if (at < script.Length && !char.IsWhiteSpace(script[at]) && script[at] is not (';' or '{' or '}'))
            {
                return false;
            }
        }
    }

    private static bool SkipAddress(string script, ref int at)
    {
        while (at < script.Length)
        {
            char c = script[at];
            if (char.IsAsciiDigit(c) || c is '$' or ',' or '!' or '~' or '+' or ' ')
            {
                at++;
            }
            else if (c == '/' || (c == '\\' && at + 1 < script.Length))
            {
                at += c == '\\' ? 1 : 0;
                if (!SkipDelimited(script, ref at, script[at], 1))
                {
                    return false;
                }

                at += at < script.Length && script[at] == 'I' ? 1 : 0;
            }
            else
            {
                return true;
            }
        }

        return true;
    }

    private static bool SkipDelimited(string script, ref int at, char delimiter, int parts)
    {
        if (delimiter is '\\' or '\n' || char.IsLetterOrDigit(delimiter))
        {
            return false;
        }

        at++;
        for (int part = 0; part < parts; part++)
        {
            while (at < script.Length && script[at] != delimiter)
            {
                if (script[at] == '\\')
                {
                    at++;
                }
                else if (script[at] == '[' && DelimiterInBrackets(script, at, delimiter))
                {
                    // Where the expression ends then depends on which sed it is.
                    return false;
                }
                else if (script[at] == '\n')
                {
                    return false;
                }

                at++;
            }

            if (at >= script.Length)
            {
                return false;
            }

            at++;
        }

        return true;
    }

    private static bool DelimiterInBrackets(string script, int at, char delimiter)
    {
        int end = script.IndexOf(']', Math.Min(script.Length, at + 2));
        int found = script.IndexOf(delimiter, at);
        return end < 0 || (found >= 0 && found < end);
    }

    [GeneratedRegex(@"""(?:[^""\\\n]|\\.)*""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Strings();

    [GeneratedRegex(@"\bsystem\s*\(|(?<!\|)\|(?!\|)&?|\|&|>>|@|\bgetline\b|\bclose\s*\(|\bfflush\b|\bARGV\b|\binclude\b|\bload\b|\bextension\s*\(", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AwkDoes();

    [GeneratedRegex(@"\bprintf?\b[\s\S]*>", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AwkPrintsTo();
}
