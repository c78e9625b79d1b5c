using IncidentOps.Core.Runbooks.Shell;
using IncidentOps.Runbooks;

namespace IncidentOps.Core.Runbooks.Risks;

/// <summary>Judges the command lines of SQL clients by the statements they carry.</summary>
internal sealed class DatabaseRisk(ShellRisk walk, IReadOnlyList<ShellRedirection> redirections, bool hasInput)
{
    private sealed record Client(string Flags, string Values, string[] Long, string[] Statement, string[] Lists);

    private static readonly Client Psql = new(
        "AtxqXwlEn1VW",
        "hpUdPFRvc",
        ["--host=", "--port=", "--username=", "--dbname=", "--no-psqlrc", "--csv", "--no-align", "--tuples-only", "--quiet", "--no-password", "--expanded", "--command=", "--list", "--field-separator=", "--pset=", "--set=", "--variable=", "--html", "--echo-hidden", "--single-transaction"],
        ["-c", "--command"],
        ["-l", "--list", "-V"]);

    private static readonly Client MySql = new(
        "NBtsrACEpHvG",
        "huPDSe",
        ["--host=", "--user=", "--port=", "--database=", "--socket=", "--password", "--batch", "--skip-column-names", "--table", "--raw", "--silent", "--execute=", "--connect-timeout=", "--defaults-file=", "--protocol=", "--vertical", "--ssl-mode=", "--no-auto-rehash"],
        ["-e", "--execute"],
        ["-V"]);

    private static readonly Client Sqlite = new("", "", ["-readonly", "-header", "-column", "-json", "-csv", "-line", "-batch", "-bail", "-list", "-table", "-box", "-noheader"], [], ["-version"]);

    public void Assess(string name, IReadOnlyList<Argument> arguments)
    {
        Client client = name switch { "psql" => Psql, "sqlite3" => Sqlite, _ => MySql };
        List<Argument> statements = [];
        List<Argument> operands = [];
        bool lists = false;
        for (int at = 0; at < arguments.Count; at++)
        {
            Argument argument = arguments[at];
            if (argument.Wild)
            {
                walk.Note(Risk.Unknown, $"{name}: what {argument.Text} holds decides");
                return;
            }

            if (!argument.IsOption)
            {
                operands.Add(argument);
                continue;
            }

            if (Option(client, argument) is not { } option)
            {
                walk.Note(Risk.Unknown, $"{name} {argument.Text}");
                return;
            }

            lists |= client.Lists.Contains(option.Name);
            Argument? value = option.Value;
            if (option.TakesNext && at + 1 < arguments.Count)
            {
                value = arguments[++at];
            }

            if (client.Statement.Contains(option.Name) && value is not null)
            {
                statements.Add(value);
            }
        }

        if (name == "sqlite3" && operands.Count > 1)
        {
            statements.AddRange(operands.Skip(1));
        }

        Decide(name, statements, lists);
    }

    private void Decide(string name, List<Argument> statements, bool lists)
    {
        foreach (Argument statement in statements)
        {
            walk.IsReparsed(statement);
            if (statement.Literal is not { } sql || statement.Wild)
            {
                walk.Note(Risk.Unknown, $"{name}: values become SQL");
                continue;
            }

            (Risk risk, string reason) = SqlRisk.Of(sql);
            walk.Note(risk, $"{name} {reason}");
        }

        if (statements.Count > 0)
        {
            return;
        }

        if (lists)
        {
            walk.Note(Risk.Read, $"{name} -l");
        }
        else if (redirections.LastOrDefault(redirection => redirection.Operator is "<<" or "<<-" or "<<<") is { } here)
        {
            Argument body = Argument.Of(here.Body ?? here.Target, new HashSet<string>(StringComparer.Ordinal));
            walk.IsReparsed(body);
            (Risk risk, string reason) = body.Literal is { } sql ? SqlRisk.Of(sql) : (Risk.Unknown, "with values that become SQL");
            walk.Note(risk, $"{name} {reason}");
        }
        else
        {
            walk.Note(Risk.Unknown, hasInput ? $"{name} runs what comes in" : $"{name} opens a session", interactive: !hasInput);
        }
    }

    private static (string Name, Argument? Value, bool TakesNext)? Option(Client client, Argument argument)
    {
        string text = argument.Prefix;
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        string spelled = equals < 0 ? text : text[..equals];
        if (client.Long.Contains(spelled + "="))
        {
            return equals < 0
                ? (spelled, null, true)
                : (spelled, argument with { Literal = argument.Literal?[(equals + 1)..], Prefix = text[(equals + 1)..] }, false);
        }

        if (client.Long.Contains(spelled))
        {
            return (spelled, null, false);
        }

        if (text.StartsWith("--", StringComparison.Ordinal) || client.Flags.Length == 0)
        {
            return client.Lists.Contains(text) ? (text, null, false) : null;
        }

        string last = "";
        for (int at = 1; at < text.Length; at++)
        {
            last = "-" + text[at];
            if (client.Values.Contains(text[at], StringComparison.Ordinal))
            {
                return at + 1 < text.Length || argument.Literal is null
                    ? (last, argument with { Literal = argument.Literal?[(at + 1)..], Prefix = text[(at + 1)..] }, false)
                    : (last, null, true);
            }

            if (!client.Flags.Contains(text[at], StringComparison.Ordinal))
            {
                return null;
            }

            if (text[at] == 'p')
            {
                // mysql's -pSECRET: the rest of the word is the password.
                return (last, null, false);
            }
        }

        return (last, null, false);
    }
}
