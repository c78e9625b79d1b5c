using System.Buffers;
using System.Text.RegularExpressions;
using IncidentOps.Core.Runbooks.Risks;
using IncidentOps.Core.Runbooks.Shell;

namespace IncidentOps.Core.Runbooks.Reading;

/// <summary>Tells commands from everything else that documents set in code type: file names, metrics, output.</summary>
internal static partial class CommandRecognizer
{
    private static readonly SearchValues<char> WordEnds = SearchValues.Create(" \t\n;|&");

    // Programs that people do call without any argument; of all others a bare name is a mention.
    private static readonly HashSet<string> RunsAlone = new(StringComparer.Ordinal)
    {
        "htop", "top", "atop", "iotop", "df", "free", "uptime", "dmesg", "lsblk", "vmstat", "iostat", "mpstat", "ifconfig",
        "netstat", "lsof", "ss", "w", "lscpu", "lsmod", "last", "lspci", "lsusb", "mount", "journalctl", "sestatus",
        "getenforce", "iptables-save", "lvs", "vgs", "pvs", "timedatectl", "hostnamectl", "reboot", "glances", "nmon",
        "iftop", "nethogs", "btop", "sar", "pg_isready", "ipvsadm", "sync", "mailq", "k9s", "pwd", "whoami",
    };

    private static readonly HashSet<string> Starts =
        new(StringComparer.Ordinal) { "for", "while", "until", "if", "case", "{", "[[", "function", "select", "!" };

    private static readonly HashSet<string> Prefixes = new(StringComparer.Ordinal)
    {
        "sudo", "doas", "env", "time", "nohup", "watch", "xargs", "timeout", "nice", "exec", "command", "eval", "source",
        ".", "ssh", "bash", "sh", "zsh", "su", "runuser", "chroot", "nsenter", "stdbuf", "awk", "gawk", "sed", "psql",
        "mysql", "mariadb", "sqlite3", "busybox", "setsid", "ionice", "strace", "unbuffer", "flock", "parallel", "perl",
    };

    /// <summary>Whether inline code in a sentence or a list item is something to run.</summary>
    public static bool IsInlineCommand(string code, bool told = false)
    {
        string text = code.Trim();
        if (text.Length < 2 || text.Contains("...", StringComparison.Ordinal) || text.Contains('…', StringComparison.Ordinal)
            || PromQl().IsMatch(text))
        {
            return false;
        }

        // Most code in sentences is one word: a name, not a command.
        if (!text.Contains(' ', StringComparison.Ordinal) && !RunsAlone.Contains(text) && !text.StartsWith("./", StringComparison.Ordinal)
            && !(told && text.EndsWith(".sh", StringComparison.Ordinal)))
        {
            return false;
        }

        return ShellParser.Parse(text) is { Script: { } script } && First(script) is { Words.Count: > 0 } first && IsInvocation(first, told);
    }

    /// <summary>SQL written in capitals, as people do when they mean a statement.</summary>
    public static bool IsInlineSql(string code) => Sql().IsMatch(code);

    /// <summary>Whether a block's text begins with something to run. Strict: only what is known or has options.</summary>
    public static bool LooksLikeCommand(string text, bool strict)
    {
        if (PromQl().IsMatch(text) || LooksLikeOutput(text))
        {
            return false;
        }

        if (strict && !MayBeCommand(text))
        {
            return false;
        }

        ShellParseResult parsed = ShellParser.Parse(text);
        if (parsed.Script is not { } script)
        {
            // One broken command is still one; a script that cannot be read is looked at line by line.
            return !strict && Knows(FirstWord(text)) && ShellParser.EndOfCommand(text, 0) >= text.TrimEnd().Length;
        }

        if (script.Commands.Count == 0)
        {
            return false;
        }

        if (First(script) is not { } first)
        {
            return script.Commands[0] is ShellCompoundCommand
            {
                Kind: not (ShellCompoundKind.Subshell or ShellCompoundKind.Arithmetic)
            };
        }

        if (first.Words.Count == 0)
        {
            return first.Assignments.Count > 0 || first.Redirections.Count > 0;
        }

        if (first.Words[0].Literal is not { } program)
        {
            return !strict || first.Words[0].Parts[0] is ShellVariable or ShellPlaceholder;
        }

        return !IsExpression(first, 0)
            && (Knows(program) || IsPath(program)
                || (strict ? Name().IsMatch(program) && HasOption(first) : LooseName().IsMatch(program)));
    }

    /// <summary>Whether a command in a block of commands begins with a program that is known; it then need not be parsed to tell.</summary>
    public static bool IsKnown(string command)
    {
        string first = FirstWord(command);
        return Knows(first) && first != "[" && !PromQl().IsMatch(command)
            && !IsExpression(command.Trim().Split(['\n', ';', '|', '&'], 2)[0].Split(' ', 4, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>A line that only a program can have written, or a data format: a key, a bracket, a quoted sentence.</summary>
    public static bool LooksLikeOutput(string line) =>
        Output().IsMatch(line) && (!Knows(FirstWord(line)) || (FirstWord(line) == "[" && (!line.Contains(" ]", StringComparison.Ordinal) || line.TrimStart().StartsWith("[ ]", StringComparison.Ordinal))))
        && !line.TrimStart().StartsWith("[[ ", StringComparison.Ordinal);

    /// <summary>A quick look that spares prose the parser.</summary>
    public static bool MayBeCommand(string line)
    {
        string first = FirstWord(line);
        return Knows(first) || Starts.Contains(first) || first.AsSpan().IndexOfAny("/=$(<") >= 0 || line.Contains(" -", StringComparison.Ordinal);
    }

    public static bool Knows(string program) => ProgramTable.Knows(program) || Prefixes.Contains(program);

    public static string FirstWord(string text)
    {
        ReadOnlySpan<char> rest = text.AsSpan().TrimStart();
        int end = rest.IndexOfAny(WordEnds);
        return (end < 0 ? rest : rest[..end]).ToString();
    }

    private static bool IsInvocation(ShellSimpleCommand command, bool told)
    {
        int at = 0;
        while (at < command.Words.Count && command.Words[at].Literal is "sudo" or "doas" or "time" or "nohup")
        {
            at++;
        }

        while (at > 0 && at < command.Words.Count && command.Words[at].Literal is ['-', ..])
        {
            at++;
        }

        if (at >= command.Words.Count || command.Words[at].Literal is not { } program)
        {
            return false;
        }

        int arguments = command.Words.Count - at - 1;
        if (IsExpression(command, at))
        {
            return false;
        }

        if (program.StartsWith("./", StringComparison.Ordinal) || program.EndsWith(".sh", StringComparison.Ordinal))
        {
            return program.Contains('/', StringComparison.Ordinal) || arguments > 0;
        }

        string name = program[(program.LastIndexOf('/') + 1)..];
        if (!Knows(name))
        {
            return arguments > 0 && Name().IsMatch(name) && (told || HasOption(command));
        }

        if (arguments == 0)
        {
            return RunsAlone.Contains(name) && !program.StartsWith('/');
        }

        return ProgramTable.Find(name) is not { NeedsOperand.Count: > 0 } rule || HasOperand(command, at + 1, rule);
    }

    // "oc describe" names a command; "oc describe pod/x" is one.
    private static bool HasOperand(ShellSimpleCommand command, int from, ProgramRule rule)
    {
        List<string> operands = [];
        for (int at = from; at < command.Words.Count; at++)
        {
            string word = command.Words[at].Literal ?? "$";
            if (!word.StartsWith('-'))
            {
                operands.Add(word);
            }
            else if (rule.Options.GetValueOrDefault(word))
            {
                at++;
            }
        }

        if (operands.Count == 0 || rule.FindVerb(operands) is not { } verb)
        {
            return operands.Count > 0 && (operands.Count > 1 || !rule.NeedsOperand.Contains(operands[0]));
        }

        string last = string.Join('.', operands.Take(verb.Words));
        return operands.Count > verb.Words || !rule.NeedsOperand.Contains(last);
    }

    private static ShellSimpleCommand? First(ShellScript script) => script.Commands.Count == 0 ? null : First(script.Commands[0]);

    private static ShellSimpleCommand? First(ShellNode node) => node switch
    {
        ShellSimpleCommand simple => simple,
        ShellPipeline pipeline => First(pipeline.Commands[0]),
        ShellCompoundCommand { Kind: ShellCompoundKind.Subshell, Bodies: [var body] } => First(body),
        _ => null,
    };

    private static bool IsExpression(ShellSimpleCommand command, int from) =>
        IsExpression([.. command.Words.Skip(from).Take(3).Select(static word => word.Literal ?? "$")]);

    // "used / total" is no command; "cd /", "find / -xdev" and "ls *" are.
    private static bool IsExpression(string[] words) =>
        words is [_, var second, ..] && Operator().IsMatch(second)
        && (second is not ("/" or "*" or "-") || words is [_, _, [not ('-' or '/'), ..], ..]);

    private static bool HasOption(ShellSimpleCommand command) =>
        command.Words.Skip(1).Any(word => word.Parts is [ShellLiteral { Text: ['-', not ' ', ..], Quoted: false }, ..] && word.Literal != "-");

    private static bool IsPath(string program) =>
        program.StartsWith("./", StringComparison.Ordinal) || program.StartsWith("../", StringComparison.Ordinal)
        || program.StartsWith("~/", StringComparison.Ordinal)
        || (program is ['/', _, ..] && (program.IndexOf('/', 1) > 0 || program.Contains('.', StringComparison.Ordinal)))
        || (program is ['.', >= 'a' and <= 'z', ..] && program.Contains('/', StringComparison.Ordinal));

    [GeneratedRegex(@"^[a-z][\w.+-]*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Name();

    [GeneratedRegex(@"^[A-Za-z_][\w.+/@%-]*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LooseName();

    [GeneratedRegex(@"^(?:=|==|!=|:|:=|\+|\*|/|-|->|=>|[<>]=?)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Operator();

    [GeneratedRegex(@"^\s*(?:[\w.\-/ ]{1,60}:(?:\s|$)|[\[{}\]|+*<>=]|-\s|--+\s*$|""[^""]*""\s*[:,]?\s*$|""[^""]* |'[^']*'\s*:|\d[\d.,:%/]*(?:[\s%]|$)|[A-Z][A-Z()%_-]{2,}\s{2,}[A-Z]|(?:Error|Warning|WARN|INFO|ERROR|FATAL|E\d{4}|I\d{4})\b|(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\s+(?:/|https?:)|\.\.\.)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Output();

    [GeneratedRegex(@"^\s*(?:[a-zA-Z_:][\w:]*\s*\{[^}]*(?:=~|!~|!=|="")|(?:sum|max|min|avg|count|topk|bottomk|rate|irate|increase|delta|histogram_quantile|absent|sort_desc|label_replace|changes|predict_linear|avg_over_time|max_over_time|time|abs|ceil|quantile|group|stddev)\s*(?:(?:by|without)\s*)?\(|\d+(?:\.\d+)?\s*[*/+-]\s)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PromQl();

    [GeneratedRegex(@"^\s*(?:SELECT\s+\S|SHOW\s+[A-Z]|EXPLAIN\s+\S|VACUUM\b.|ANALYZE\s+\S|ALTER\s+[A-Z]|UPDATE\s+\S+\s+SET\b|DELETE\s+FROM\s|INSERT\s+INTO\s|TRUNCATE\s+\S|DROP\s+[A-Z]|CREATE\s+[A-Z]|KILL\s+\S|REINDEX\s+\S|GRANT\s+\S|REVOKE\s+\S)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Sql();
}
