using System.Text.RegularExpressions;
using IncidentOps.Core.Runbooks.Shell;

namespace IncidentOps.Core.Runbooks.Reading;

/// <summary>
/// Takes SQL out of blocks of commands: documents start a database's client, and go on with what is typed there.
/// </summary>
internal static partial class SqlStatements
{
    /// <summary>The parts of a block in their order; none where there is no SQL in it.</summary>
    /// <param name="text">The block.</param>
    /// <param name="plain">True where the block says nothing of its language; SQL then has to end as SQL does.</param>
    public static IReadOnlyList<(bool IsSql, string Text)> Split(string text, bool plain)
    {
        if (!Anywhere().IsMatch(text))
        {
            return [];
        }

        List<(bool IsSql, string Text)> parts = [];
        int shell = 0;
        int sql = -1;
        int next;
        bool answers = false;
        for (int at = 0; at < text.Length; at = next)
        {
            next = EndOfLine(text, at);
            string line = text[at..next];
            if (Take(text, at, plain) is { } found)
            {
                AddShell(at);
                if (sql == at)
                {
                    parts[^1] = (true, parts[^1].Text + "\n" + found.Statement);
                }
                else
                {
                    parts.Add((true, found.Statement));
                }

                (shell, sql, next, answers) = (found.End, found.End, found.End, found.Prompted);
            }
            else if (parts.Exists(part => part.IsSql) && MetaCommand().IsMatch(line))
            {
                AddShell(at);
                parts.Add((true, line.Trim()));
                shell = next;
            }
            else if (answers && !IsCommand(line))
            {
                // What the client has said.
                shell = next;
            }
            else if (IsCommand(line) || !string.IsNullOrWhiteSpace(line) && line.TrimStart()[0] != '#')
            {
                answers = false;
                next = ShellParser.EndOfCommand(text, at);
            }
        }

        AddShell(text.Length);
        return parts.Exists(part => part.IsSql) ? parts : [];

        void AddShell(int end)
        {
            if (!string.IsNullOrWhiteSpace(text[shell..end]))
            {
                parts.Add((false, text[shell..end].Trim('\n')));
                shell = end;
            }
        }
    }

    /// <summary>The statement that begins at a line; null where none does.</summary>
    private static (string Statement, int End, bool Prompted)? Take(string text, int start, bool plain)
    {
        Match first = Beginning().Match(text, start);
        if (!first.Success || first.Index != start)
        {
            return null;
        }

        bool prompted = first.Groups["prompt"].Success;
        List<string> lines = [];
        int next = start;
        while (next < text.Length)
        {
            int at = next;
            next = EndOfLine(text, at);
            string line = text[at..next].TrimEnd();
            string bare = at == start ? line[(first.Groups["sql"].Index - start)..] : prompted ? Continued().Replace(line, "") : line;
            if (bare.Trim().Length == 0 || bare.TrimStart()[0] == '#')
            {
                next = at;
                break;
            }

            lines.Add(bare);
            if (Comment().Replace(bare, "").TrimEnd().EndsWith(';'))
            {
                return (CommandText.Dedent(string.Join('\n', lines)), next, prompted);
            }
        }

        return plain || prompted ? null : (CommandText.Dedent(string.Join('\n', lines)), next, prompted);
    }

    private static bool IsCommand(string line) =>
        line.TrimStart() is ['$', ' ', ..] || CommandRecognizer.Knows(CommandRecognizer.FirstWord(line));

    private static int EndOfLine(string text, int at)
    {
        int end = text.IndexOf('\n', at);
        return end < 0 ? text.Length : end + 1;
    }

    [GeneratedRegex(@"^(?:SELECT|UPDATE|DELETE|INSERT|ALTER|CREATE|DROP|TRUNCATE|GRANT|REVOKE|SHOW|EXPLAIN|VACUUM|ANALYZE|REINDEX|WITH|RESTORE|BACKUP|KILL)(?:[ \t]|$)|^[ \t]+(?:SELECT|UPDATE|DELETE|INSERT|ALTER|CREATE|DROP|SHOW)(?:[ \t]|$)|^[ \t]*(?:mysql|MariaDB \[[^\]\n]{1,40}\]|sqlite|[a-z_]\w{0,40}=[#>])>?[ \t]", RegexOptions.CultureInvariant | RegexOptions.Multiline, 1000)]
    private static partial Regex Anywhere();

    [GeneratedRegex(@"\G[ \t]*(?:(?<sql>(?:SELECT(?:[ \t]+[*('""A-Za-z0-9_]|[ \t]*$)|UPDATE[ \t]+\S+[ \t]+SET\b|DELETE[ \t]+FROM[ \t]|INSERT[ \t]+INTO[ \t]|(?:ALTER|CREATE|DROP|SHOW)[ \t]+[A-Z]{2}|TRUNCATE[ \t]+\S|EXPLAIN[ \t]+\S|(?:VACUUM|REINDEX|ANALYZE)[ \t(]+\S|(?:GRANT|REVOKE)[ \t]+[A-Z]|WITH[ \t]+\w+[ \t]+AS\b|(?:RESTORE|BACKUP)[ \t]+(?:DATABASE|LOG)\b|KILL[ \t]+[\d<]))|(?<prompt>(?:mysql|MariaDB \[[^\]\n]{1,40}\]|sqlite)>|[a-z_]\w{0,40}=[#>])[ \t]+(?<sql>(?i:SELECT|UPDATE|DELETE|INSERT|ALTER|CREATE|DROP|SHOW|EXPLAIN|VACUUM|ANALYZE|REINDEX|TRUNCATE|GRANT|REVOKE|KILL|SET|STOP|START|WITH|FLUSH|CHANGE)[ \t]+\S))", RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Beginning();

    // "\dt" of psql, behind SQL that is meant for it.
    [GeneratedRegex(@"^[ \t]*\\[a-z]{1,3}\+?(?:[ \t]+[\w.*]+)?\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex MetaCommand();

    [GeneratedRegex(@"^[ \t]*(?:[a-z_]\w{0,40}[-'""(][#>]|[-'""]>)[ \t]?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Continued();

    [GeneratedRegex(@"--[^\n]*$|\s#\s[^\n]*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Comment();
}
