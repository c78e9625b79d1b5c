using System.Management.Automation;
using System.Management.Automation.Language;
using IncidentOps.Core.Text;

namespace IncidentOps.PowerShell.Completion;

/// <summary>What the user has typed so far, and how it is quoted.</summary>
internal sealed class CompletionWord
{
    private readonly string _quote;

    public CompletionWord(string? word)
    {
        word ??= "";
        _quote = word.Length > 0 && word[0] is '\'' or '"' ? word[..1] : "";
        Text = _quote.Length == 0 ? word : word[1..].TrimEnd(_quote[0]);
    }

    /// <summary>What was typed, without quotes.</summary>
    public string Text { get; }

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

    private string Quote(string text)
    {
        if (_quote == "\"")
        {
            return $"\"{text.Replace("`", "``", StringComparison.Ordinal).Replace("$", "`$", StringComparison.Ordinal).Replace("\"", "`\"", StringComparison.Ordinal)}\"";
        }

        return _quote.Length == 0 && IsBareWord(text) ? text : $"'{CodeGeneration.EscapeSingleQuotedStringContent(text)}'";
    }

    /// <summary>True where the parser takes the text for one word that means itself.</summary>
    private static bool IsBareWord(string text)
    {
        Parser.ParseInput($"x {text}", out Token[] tokens, out ParseError[] errors);
        return errors.Length == 0
            && tokens.Length == 3
            && tokens[1] is StringToken { Kind: TokenKind.Generic or TokenKind.Identifier } word
            && word.Value == text
            && !text.StartsWith('-');
    }
}
