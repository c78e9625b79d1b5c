using System.Text.RegularExpressions;

namespace IncidentOps.Core.Runbooks.Reading;

/// <summary>Takes the command out of a code block: the prompts and the output that documents show around it go.</summary>
internal static partial class CommandText
{
    // Longer blocks are scripts or logs; taking them apart line by line would not end in time.
    private const int MostLines = 400;

    private static readonly Dictionary<string, string> Shells = new(StringComparer.OrdinalIgnoreCase)
    {
        ["bash"] = "bash",
        ["sh"] = "sh",
        ["shell"] = "bash",
        ["zsh"] = "zsh",
        ["ksh"] = "ksh",
        ["fish"] = "fish",
        ["console"] = "bash",
        ["terminal"] = "bash",
        ["term"] = "bash",
        ["shellsession"] = "bash",
        ["shell-session"] = "bash",
        ["sh-session"] = "bash",
        ["bash-session"] = "bash",
        ["shellscript"] = "bash",
        ["shell-script"] = "bash",
        ["cmd-line"] = "bash",
        ["cli"] = "bash",
        ["powershell"] = "pwsh",
        ["pwsh"] = "pwsh",
        ["ps1"] = "pwsh",
        ["posh"] = "pwsh",
        ["sql"] = "sql",
        ["psql"] = "sql",
        ["pgsql"] = "sql",
        ["postgresql"] = "sql",
        ["postgres"] = "sql",
        ["mysql"] = "mysql",
        ["bat"] = "cmd",
        ["batch"] = "cmd",
        ["cmd"] = "cmd",
    };

    private static readonly HashSet<string> Sessions = new(StringComparer.OrdinalIgnoreCase)
    {
        "console", "terminal", "term", "shellsession", "shell-session", "sh-session", "bash-session", "cmd-line", "cli",
    };

    private static readonly HashSet<string> Plain = new(StringComparer.OrdinalIgnoreCase)
    {
        "", "text", "txt", "plaintext", "plain", "none", "code",
    };

    /// <summary>The shell of a language that a fence names; null where it is none.</summary>
    public static string? ShellOf(string language) => Shells.GetValueOrDefault(language);

    /// <summary>The shell and the command of a code block; null where there is nothing to run in it.</summary>
    public static (string Shell, string Command)? Extract(string code, string language)
    {
        string? shell = ShellOf(language);
        bool plain = Plain.Contains(language);
        if (shell is null && !plain)
        {
            return null;
        }

        string text = Dedent(code);
        if (text.Length == 0)
        {
            return null;
        }

        if (text.Contains("\\ ", StringComparison.Ordinal))
        {
            text = BrokenContinuation().Replace(text, "\\\n");
        }

        if (shell is "sql" or "mysql" or "pwsh" or "cmd" or "fish")
        {
            return (shell, shell == "pwsh" ? PowerShellPrompt().Replace(text, "") : text);
        }

        string? command = Shell(text, session: plain || Sessions.Contains(language), plain);
        return command is null ? null : (shell ?? "bash", command);
    }

    /// <summary>The same, with SQL among the commands taken apart.</summary>
    public static IReadOnlyList<(string Shell, string Command)> Parts(string code, string language)
    {
        bool plain = Plain.Contains(language);
        if (plain || ShellOf(language) is "bash" or "sh" or "zsh" or "ksh")
        {
            IReadOnlyList<(bool IsSql, string Text)> parts = SqlStatements.Split(Dedent(code), plain);
            if (parts.Count > 0)
            {
                return [.. parts.Select(part => part.IsSql ? ("sql", part.Text) : Extract(part.Text, language)).OfType<(string, string)>()];
            }
        }

        return Extract(code, language) is { } one ? [one] : [];
    }

    /// <summary>The shell and the command of code in a sentence; null where it is a name and nothing to run.</summary>
    /// <param name="code">The code.</param>
    /// <param name="told">Whether the sentence says to run it; then the program need not be known.</param>
    public static (string Shell, string Command)? Inline(string code, bool told = false)
    {
        string command = code.Trim();
        if (CommandRecognizer.IsInlineSql(command))
        {
            return ("sql", command);
        }

        if (Extract(command, "console") is { } prompted && prompted.Command != command)
        {
            command = prompted.Command;
        }

        return CommandRecognizer.IsInlineCommand(command, told) ? ("bash", command) : null;
    }

    /// <summary>The code without the blanks that all its lines begin with.</summary>
    public static string Dedent(string code)
    {
        string[] lines = code.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n');
        int indent = int.MaxValue;
        foreach (string line in lines)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                indent = Math.Min(indent, line.Length - line.TrimStart(' ', '\t').Length);
            }
        }

        return indent is 0 or int.MaxValue
            ? code.Replace("\r\n", "\n", StringComparison.Ordinal).Trim('\n', '\r', ' ')
            : string.Join('\n', lines.Select(line => line.Length >= indent ? line[indent..] : "")).Trim('\n', ' ');
    }

    private static string? Shell(string text, bool session, bool plain)
    {
        string[] lines = text.Split('\n');
        bool prompted = lines.Length <= MostLines && Array.Exists(lines, line => Prompted(line, session) is not null);
        if (prompted)
        {
            string commands = FromSession(lines, session);
            return commands.Length == 0 ? null : commands;
        }

        string first = Array.Find(lines, line => line.Trim() is { Length: > 0 } trimmed && trimmed[0] != '#') ?? "";
        if (first.Length == 0)
        {
            return null;
        }

        bool strict = session || plain;
        if (plain && !CommandRecognizer.MayBeCommand(first) && !Numbered().IsMatch(first))
        {
            return null;
        }

        bool mixed = strict || Array.Exists(lines, CommandRecognizer.LooksLikeOutput);
        if ((!mixed || lines.Length > MostLines) && CommandRecognizer.LooksLikeCommand(text, strict))
        {
            return text;
        }

        if (lines.Length > MostLines)
        {
            return null;
        }

        string kept = WithoutOutput(text, strict, known: !mixed, out bool clean);
        return kept.Length == 0 ? null : clean && !strict ? text : kept;
    }

    // A blank behind the backslash, which nobody sees and nobody means.
    [GeneratedRegex(@"(?<=[ \t])\\[ \t]+\n(?=[ \t]+\S)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BrokenContinuation();

    [GeneratedRegex(@"^\s*\d{1,2}[.)]\s+\p{L}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^PS(?: [A-Za-z]:\\[^>\n]*)?> ?", RegexOptions.CultureInvariant | RegexOptions.Multiline, 1000)]
    private static partial Regex PowerShellPrompt();
}
