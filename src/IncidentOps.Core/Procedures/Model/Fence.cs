using System.Text.RegularExpressions;

namespace IncidentOps.Core.Procedures.Model;

/// <summary>A line that opens or closes a fence.</summary>
internal readonly partial record struct Fence(char Mark, int Length, string Word)
{
    public bool IsMarkdown => Word is "markdown" or "md";

    public bool IsText => Word is "text" or "txt" or "plaintext";

    public bool Closes(Fence opening) => Mark == opening.Mark && Length >= opening.Length && Word.Length == 0;

    /// <summary>The fence that is open after this line, given the one that was open before it.</summary>
    public Fence? After(Fence? open) => open is not { } opening ? this : Closes(opening) ? null : open;

    public static Fence? Of(string line)
    {
        if (line.AsSpan().TrimStart(" \t") is not ['`' or '~', ..])
        {
            return null;
        }

        Match match = Line().Match(line.Length > 200 ? line[..200] : line);
        return !match.Success ? null : new Fence(match.Groups["marks"].Value[0], match.Groups["marks"].Length, match.Groups["word"].Value.Trim().ToLowerInvariant());
    }

    [GeneratedRegex(@"^[ \t]*(?<marks>`{3,}|~{3,})(?<word>[^`]*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Line();
}
