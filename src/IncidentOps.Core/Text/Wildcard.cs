using System.Text;
using System.Text.RegularExpressions;

namespace IncidentOps.Core.Text;

/// <summary>PowerShell's wildcards: <c>*</c>, <c>?</c>, <c>[abc]</c>, <c>[a-z]</c> and the backtick that takes the meaning away. Ignores case.</summary>
internal sealed class Wildcard
{
    private readonly Regex _expression;

    public Wildcard(string pattern)
    {
        const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.NonBacktracking;
        try
        {
            _expression = new Regex(Translate(pattern), Options);
        }
        catch (ArgumentException)
        {
            // "[z-a]" is no set, so it means itself.
            _expression = new Regex($"^{Regex.Escape(pattern)}\\z", Options);
        }
    }

    public static bool IsPattern(string text) => text.AsSpan().IndexOfAny("*?[`") >= 0;

    public bool Matches(string? text) => text is not null && _expression.IsMatch(text);

    private static string Translate(string pattern)
    {
        var expression = new StringBuilder("^");
        for (int index = 0; index < pattern.Length; index++)
        {
            char character = pattern[index];
            switch (character)
            {
                case '*':
                    expression.Append(".*");
                    break;
                case '?':
                    expression.Append('.');
                    break;
                case '`' when index + 1 < pattern.Length:
                    expression.Append(Regex.Escape(pattern[++index].ToString()));
                    break;
                case '[' when pattern.IndexOf(']', index + 1) is var end && end > index + 1:
                    string set = pattern[(index + 1)..end].Replace("\\", "\\\\", StringComparison.Ordinal)
                        .Replace("[", "\\[", StringComparison.Ordinal).Replace("^", "\\^", StringComparison.Ordinal);
                    expression.Append('[').Append(set).Append(']');
                    index = end;
                    break;
                default:
                    expression.Append(Regex.Escape(character.ToString()));
                    break;
            }
        }

        return expression.Append("\\z").ToString();
    }
}
