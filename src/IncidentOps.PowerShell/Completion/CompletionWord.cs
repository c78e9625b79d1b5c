using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Language;
using IncidentOps.Core.Text;

namespace IncidentOps.PowerShell.Completion;

/// <summary>What the user has typed so far: the word, how it is quoted, and what stands around it.</summary>
internal sealed class CompletionWord
{
    private readonly string _quote;

    public CompletionWord(string? word)
    {
        word ??= "";
        _quote = word.Length == 0 ? "" : QuoteOf(word[0]);
        Text = _quote.Length == 0 ? word : word[1..^(word.Length > 1 && QuoteOf(word[^1]) == _quote ? 1 : 0)];
    }

    /// <summary>What was typed, without quotes.</summary>
    public string Text { get; }

    /// <summary>The parameter that it is the argument of.</summary>
    public string Parameter { get; init; } = "";

    /// <summary>The arguments that other parameters have by now; null for those that have none.</summary>
    public Func<string, string?> Bound { get; init; } = _ => null;

    /// <summary>Where the user stands.</summary>
    public string Folder { get; init; } = "";

    /// <summary>It begins so, or something in it does.</summary>
    public bool Matches(Candidate candidate) =>
        candidate.Text.StartsWith(Text, StringComparison.OrdinalIgnoreCase)
        || (Text.Length > 1 && candidate.Text.Contains(Text, StringComparison.OrdinalIgnoreCase));

    public CompletionResult ToResult(Candidate candidate)
    {
        string shown = Printable.Line(candidate.Text);
        string toolTip = Printable.Line(candidate.ToolTip);
        return new CompletionResult(
            Quote(candidate.Text),
            shown.Length == 0 ? "''" : shown,
            CompletionResultType.ParameterValue,
            toolTip.Length == 0 ? shown : toolTip);
    }

    /// <summary>The shell takes curly quotes, which a chat or a page has made of straight ones, for the same.</summary>
    private static string QuoteOf(char character) => character switch
    {
        '"' or (>= '\u201C' and <= '\u201E') => "\"",
        '\'' or (>= '\u2018' and <= '\u201B') => "'",
        _ => "",
    };

    private string Quote(string text)
    {
        if (_quote == "\"" || Printable.Line(text) != text)
        {
            return $"\"{string.Concat(text.Select(EscapeInDoubleQuotes))}\"";
        }

        return _quote.Length == 0 && IsBareWord(text) ? text : $"'{CodeGeneration.EscapeSingleQuotedStringContent(text)}'";
    }

    /// <summary>What steers a terminal is written as its number: it must not reach the command line itself.</summary>
    private static string EscapeInDoubleQuotes(char character) => character switch
    {
        // The curly ones end a text as well.
        '`' or '$' or '"' or '\u201C' or '\u201D' or '\u201E' => $"`{character}",
        _ when char.IsSurrogate(character) => character.ToString(),
        _ when Printable.Line(character.ToString()) != character.ToString() => string.Create(CultureInfo.InvariantCulture, $"`u{{{(int)character:x}}}"),
        _ => character.ToString(),
    };

    /// <summary>True where the parser takes the text for one word that means itself.</summary>
    private static bool IsBareWord(string text) =>
        Parser.ParseInput($"x {text}", out _, out ParseError[] errors).EndBlock?.Statements is
            [PipelineAst { PipelineElements: [CommandAst { CommandElements: [_, StringConstantExpressionAst word], Redirections.Count: 0 }] }]
        && errors.Length == 0
        && word.StringConstantType == StringConstantType.BareWord
        && word.Value == text
        && !text.StartsWith('-');
}
