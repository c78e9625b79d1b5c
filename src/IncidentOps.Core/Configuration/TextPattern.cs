using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace IncidentOps.Core.Configuration;

/// <summary>What an answer is expected to hold: a text, or between slashes a regular expression, <c>/ok|fine/i</c>.</summary>
internal sealed class TextPattern
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly string _text;
    private readonly Regex? _expression;

    private TextPattern(string text, Regex? expression)
    {
        _text = text;
        _expression = expression;
    }

    public static bool TryParse(string text, [NotNullWhen(true)] out TextPattern? pattern, out string? problem)
    {
        pattern = null;
        problem = null;
        int last = text.LastIndexOf('/');
        bool ignoresCase = text.EndsWith("/i", StringComparison.Ordinal);
        if (!text.StartsWith('/') || last < 2 || (last != text.Length - 1 && !ignoresCase))
        {
            pattern = new TextPattern(text, null);
            return true;
        }

        try
        {
            RegexOptions options = RegexOptions.CultureInvariant | RegexOptions.Multiline | (ignoresCase ? RegexOptions.IgnoreCase : RegexOptions.None);
            pattern = new TextPattern(text, new Regex(text[1..last], options, Patience));
            return true;
        }
        catch (ArgumentException invalid)
        {
            problem = invalid.Message;
            return false;
        }
    }

    /// <summary>Whether the text is there. An expression that takes longer than a second finds nothing.</summary>
    public bool IsFoundIn(string text)
    {
        try
        {
            return _expression?.IsMatch(text) ?? text.Contains(_text, StringComparison.Ordinal);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    public override string ToString() => _text;
}
