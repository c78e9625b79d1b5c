using System.Buffers;
using System.Management.Automation.Language;

namespace IncidentOps.Console.Editing;

/// <summary>
/// Completes names of files and folders. The engine does that with commands of pwsh's Management module, so here it has
/// to be done by hand.
/// </summary>
internal static class PathCompletion
{
    private static readonly SearchValues<char> NeedsQuotes = SearchValues.Create(" '\"`$&;|(){}<>@#,");

    public static Completion Complete(string text, int cursor, string currentFolder)
    {
        Parser.ParseInput(text[..cursor], out Token[] tokens, out _);
        Token? token = tokens.LastOrDefault(token => token.Kind is not (TokenKind.EndOfInput or TokenKind.NewLine));
        if (token is null)
        {
            return Completion.None;
        }

        // After a blank a new word begins; else the one that the cursor ends is completed.
        bool newWord = token.Extent.EndOffset < cursor;
        int start = newWord ? cursor : token.Extent.StartOffset;
        string word = text[start..cursor];
        if (!newWord && (token.Kind is TokenKind.Parameter or TokenKind.Variable || token.TokenFlags.HasFlag(TokenFlags.TypeName)))
        {
            return Completion.None;
        }

        string typed = word.TrimStart('\'', '"');
        int slash = typed.LastIndexOfAny([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar]);
        string folder = typed[..(slash + 1)];
        return new Completion(start, word.Length, [.. Entries(Absolute(folder, currentFolder), typed[(slash + 1)..])
            .Select(entry => new CompletionChoice(Quoted(folder + entry), entry, entry))]);
    }

    private static string Absolute(string folder, string currentFolder)
    {
        if (folder.StartsWith('~'))
        {
            string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
            return home + folder[1..];
        }

        return Path.Combine(currentFolder, folder);
    }

    private static IEnumerable<string> Entries(string folder, string prefix)
    {
        try
        {
            return [.. new DirectoryInfo(folder).EnumerateFileSystemInfos()
                .Where(entry => entry.Name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                .Where(entry => prefix.Length > 0 || !entry.Name.StartsWith('.'))
                .OrderBy(entry => entry.Name, StringComparer.OrdinalIgnoreCase)
                .Select(entry => entry is DirectoryInfo ? entry.Name + Path.DirectorySeparatorChar : entry.Name)];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // No such folder, or not ours to look into: there is nothing to offer.
            return [];
        }
    }

    private static string Quoted(string path) =>
        path.AsSpan().ContainsAny(NeedsQuotes) ? $"'{CodeGeneration.EscapeSingleQuotedStringContent(path)}'" : path;
}
