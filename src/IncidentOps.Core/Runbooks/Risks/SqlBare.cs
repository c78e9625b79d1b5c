using System.Buffers;
using System.Text;

namespace IncidentOps.Core.Runbooks.Risks;

/// <summary>SQL without its comments and the contents of its strings.</summary>
internal static class SqlBare
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("\"'`\\;$#\n");

    /// <summary>The text; null where databases would not agree on what is quoted or a comment.</summary>
    public static string? Of(string sql)
    {
        StringBuilder bare = new(sql.Length);
        int at = 0;
        while (at < sql.Length)
        {
            ReadOnlySpan<char> rest = sql.AsSpan(at);
            int taken = rest[0] switch
            {
                // After an E, PostgreSQL reads backslashes in a string.
                '\'' => at > 0 && sql[at - 1] is 'e' or 'E' ? 0 : Text(rest, bare),
                '"' or '`' => Name(rest, bare),
                '-' when rest is ['-', '-', ..] => LineComment(rest, bare),
                '#' => Doubtful(rest, 1, bare),
                '/' when rest is ['/', '*', ..] => BlockComment(rest, bare),
                '$' => Dollar(rest, bare),
                // A name in brackets, in which SQL Server and SQLite take a quote as it is.
                '[' when rest.Length > 1 && char.IsLetter(rest[1]) && rest[1..].IndexOfAny("]'\"`") is >= 0 and var next && rest[next + 1] != ']' => 0,
                _ => Keep(rest, 1, bare),
            };
            if (taken == 0)
            {
                return null;
            }

            at += taken;
        }

        return bare.ToString();
    }

    private static int Keep(ReadOnlySpan<char> rest, int length, StringBuilder bare)
    {
        bare.Append(rest[..length]);
        return length;
    }

    private static int Text(ReadOnlySpan<char> rest, StringBuilder bare)
    {
        int end = 1 + rest[1..].IndexOfAny('\'', '\\');
        if (end == 0 || rest[end] == '\\')
        {
            return 0;
        }

        bare.Append("''");
        return end + 1;
    }

    /// <summary>A name in quotes, which is a text for some: its words stay, and nothing that could end it otherwise is let in.</summary>
    private static int Name(ReadOnlySpan<char> rest, StringBuilder bare)
    {
        int end = 1 + rest[1..].IndexOf(rest[0]);
        return end == 0 || rest[1..end].ContainsAny(Marks) || rest[1..end].IndexOf("--") >= 0 || rest[1..end].IndexOf("/*") >= 0
            ? 0
            : Keep(rest, end + 1, bare);
    }

    /// <summary>MySQL begins a comment only with a blank behind the dashes.</summary>
    private static int LineComment(ReadOnlySpan<char> rest, StringBuilder bare)
    {
        if (rest.Length > 2 && !char.IsWhiteSpace(rest[2]))
        {
            return Doubtful(rest, 2, bare);
        }

        int end = rest.IndexOf('\n');
        bare.Append(' ');
        return end < 0 ? rest.Length : end;
    }

    private static int BlockComment(ReadOnlySpan<char> rest, StringBuilder bare)
    {
        int end = rest[2..].IndexOf("*/") + 2;
        if (end < 2 || rest[2..end].IndexOf("/*") >= 0)
        {
            return 0;
        }

        // MySQL and MariaDB run what stands in some comments.
        if (rest[2] is '!' or '+' || rest[2..] is ['M', '!', ..])
        {
            return rest[2..end].ContainsAny(Marks) || rest[2..end].IndexOf("--") >= 0 ? 0 : Keep(rest, end + 2, bare);
        }

        bare.Append(' ');
        return end + 2;
    }

    /// <summary>What is a comment up to the line's end for some only: it stays, as long as it leaves no quote open.</summary>
    private static int Doubtful(ReadOnlySpan<char> rest, int length, StringBuilder bare)
    {
        int end = rest.IndexOf('\n');
        ReadOnlySpan<char> line = rest[length..(end < 0 ? rest.Length : end)];
        int texts = line.Count('\'');
        int names = line.Count('"');
        return texts % 2 == 1 || names % 2 == 1 || (texts > 0 && names > 0) || line.IndexOfAny('`', '\\') >= 0
            || line.IndexOf("/*") >= 0
            ? 0
            : Keep(rest, length, bare);
    }

    private static int Dollar(ReadOnlySpan<char> rest, StringBuilder bare)
    {
        int end = 1;
        while (end < rest.Length && (char.IsLetterOrDigit(rest[end]) || rest[end] == '_'))
        {
            end++;
        }

        return end < rest.Length && rest[end] == '$' ? 0 : Keep(rest, end, bare);
    }
}
