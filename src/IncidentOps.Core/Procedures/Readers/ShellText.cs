using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;

namespace IncidentOps.Core.Procedures.Readers;

/// <summary>A step that a block of commands describes in its comments: what, and the commands for it.</summary>
internal sealed record ShellStep(string Text, CodeBlock Code, int Line)
{
    public IReadOnlyList<string> Commands { get; } = ShellText.Commands(Code);
}

/// <summary>Reads blocks of commands: which they are, and what the comments between them say.</summary>
internal static partial class ShellText
{
    public static bool IsShell(CodeBlock code) =>
        code.Language is "bash" or "sh" or "shell" or "zsh" or "console" or "shell-session" or "terminal" or "powershell" or "pwsh" or "ps1" or "sql" or "cmd" or "bat" or "promql" or "python" or "redis" or "hcl"
        || (code.Language.Length == 0 && code.Text.Length > 0 && LooksLikeCommands(code.TextLines));

    /// <summary>The commands of a block, continued lines joined, comments and prompts taken off.</summary>
    public static IReadOnlyList<string> Commands(CodeBlock code)
    {
        if (code.Language is "python" && code.TextLines.Any(line => ProgramLine().IsMatch(line)))
        {
            // A program runs as a whole.
            return [code.Text];
        }

        List<string> commands = [];
        string? open = null;
        foreach (string line in code.TextLines)
        {
            string text = open is null ? Prompt().Replace(line.Trim(), string.Empty, 1) : line.TrimEnd();
            if (open is null && (text.Length == 0 || IsComment(text, code.Language)))
            {
                continue;
            }

            open = open is null ? text : $"{open}\n{text}";
            if (!text.EndsWith('\\'))
            {
                commands.Add(open);
                open = null;
            }
        }

        if (open is not null)
        {
            commands.Add(open);
        }

        return commands;
    }

    /// <summary>
    /// The block's steps: each numbered comment begins one; where none is numbered, each comment does; where there are
    /// no comments, the block is one step.
    /// </summary>
    public static IReadOnlyList<ShellStep> Steps(CodeBlock code, string fallback)
    {
        string[] lines = code.TextLines;
        if (NumberedLines(code, lines) is { Count: > 1 } listed)
        {
            return listed;
        }

        int counted = lines.Count(line => IsCounted(line.Trim(), code.Language));
        bool numbered = counted > 0;
        // What stands before "# 1." prepares it, and is no step of its own.
        List<string> preparing = [];
        List<(string Text, List<string> Lines, int Line)> steps = [];
        bool[] onlyComments = CommentsToTheEnd(lines);
        bool inComment = false;
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i].Trim();
            if (line.Length == 0)
            {
                inComment = false;
                continue;
            }

            if (IsScriptHead(line, i))
            {
                continue;
            }

            if (!IsComment(line, code.Language))
            {
                inComment = false;
                if (steps.Count == 0 && counted > 1)
                {
                    preparing.Add(lines[i].TrimEnd());
                    continue;
                }

                if (steps.Count == 0)
                {
                    steps.Add((fallback, [], code.Line + 1 + i));
                }

                steps[^1].Lines.Add(lines[i].TrimEnd());
                continue;
            }

            Match number = NumberedComment().Match(line);
            string text = number.Success ? line[number.Length..].Trim() : line.TrimStart('#', '/', '-', ' ').Trim();
            bool begins = number.Success || (!numbered && !inComment);
            if (begins && text.Length > 0)
            {
                steps.Add((text, steps.Count == 0 ? preparing : [], code.Line + 1 + i));
            }
            else if (inComment && steps.Count > 0 && steps[^1].Lines.Count == 0 && char.IsUpper(text.FirstOrDefault()) && line[0] == '#' && !numbered && onlyComments[i])
            {
                steps.Add((text, [], code.Line + 1 + i));
            }
            else if (inComment && numbered && steps.Count > 0 && steps[^1].Lines.Count == 0 && DashedComment().IsMatch(line) && !steps[^1].Text.Contains('\n', StringComparison.Ordinal))
            {
                // "# 1. CONTAIN", and below it "# - Shut the door"
                steps.Add((text, [], code.Line + 1 + i));
            }
            else if (inComment && steps.Count > 0 && steps[^1].Lines.Count == 0 && text.Length > 0)
            {
                steps[^1] = steps[^1] with { Text = $"{steps[^1].Text}\n{text}" };
            }
            else if (steps.Count == 0 && text.Length > 0 && counted < 2)
            {
                steps.Add((text, [], code.Line + 1 + i));
            }

            inComment = true;
        }

        return [.. steps.Select(step => new ShellStep(step.Text, Part(step.Line, string.Join('\n', step.Lines)), step.Line))];

        CodeBlock Part(int line, string text) => new(line, code.Language, text, fenced: true) { Info = code.Info };
    }

    /// <summary>The steps that numbered comments tell; none where fewer than two comments are numbered.</summary>
    public static IReadOnlyList<ShellStep> CountedSteps(CodeBlock code) =>
        code.TextLines.Count(line => IsCounted(line.Trim(), code.Language)) >= 2 ? Steps(code, string.Empty) : [];

    private static bool IsCounted(string line, string language) => line.Length > 0 && IsComment(line, language) && NumberedComment().IsMatch(line);

    /// <summary>True for a list in words, whatever language the fence claims: "- Call the baker", "1. Light the oven".</summary>
    public static bool IsProse(CodeBlock code) =>
        code.TextLines.Where(line => line.Trim().Length > 0 && !line.StartsWith('#')).ToArray() is { Length: >= 2 } lines && Array.TrueForAll(lines, WordLine().IsMatch);

    [GeneratedRegex(@"^\s*(?:[-*•]|\d{1,2}[.)])\s+\p{Lu}\p{L}+\s\p{L}", RegexOptions.CultureInvariant)]
    private static partial Regex WordLine();

    // Comments that no command follows are each a thing to do: for each line, whether there are only comments from it to the next gap.
    private static bool[] CommentsToTheEnd(string[] lines)
    {
        bool[] ends = new bool[lines.Length];
        for (int i = lines.Length - 1; i >= 0; i--)
        {
            ReadOnlySpan<char> line = lines[i].AsSpan().Trim();
            ends[i] = line.Length == 0 || (line[0] == '#' && (i + 1 == lines.Length || ends[i + 1]));
        }

        return ends;
    }

    // A numbered list in a fence, whatever language the fence claims.
    private static List<ShellStep> NumberedLines(CodeBlock code, string[] lines)
    {
        List<ShellStep> steps = [];
        int others = 0;
        for (int i = 0; i < lines.Length; i++)
        {
            Match number = NumberedLine().Match(lines[i]);
            if (number.Success)
            {
                steps.Add(new ShellStep(lines[i][number.Length..].Trim(), new CodeBlock(code.Line, code.Language, string.Empty, fenced: true), code.Line + 1 + i));
            }
            else
            {
                others += lines[i].Trim().Length > 0 ? 1 : 0;
            }
        }

        return steps.Count >= others ? steps : [];
    }

    /// <summary>True for inline code that can be run, as against a name or a setting.</summary>
    public static bool IsCommand(string code) =>
        code.Length > 1 && (CommandWord().IsMatch(code) || (code.Contains(' ', StringComparison.Ordinal) && ProgramFirst().IsMatch(code)));

    private static bool LooksLikeCommands(string[] lines)
    {
        int commands = 0;
        int others = 0;
        foreach (string line in lines.Take(200))
        {
            string text = line.Trim();
            if (text.Length > 0 && text[0] != '#' && !line.StartsWith(' '))
            {
                bool command = text.StartsWith("$ ", StringComparison.Ordinal) || CommandWord().IsMatch(text);
                commands += command ? 1 : 0;
                others += command ? 0 : 1;
            }
        }

        return commands > 0 && commands >= others;
    }

    // "#!/bin/bash" and the script's own name say nothing of what is done.
    private static bool IsScriptHead(string line, int index) => index < 3 && ScriptHead().IsMatch(line);

    private static bool IsComment(string line, string language) =>
        line[0] == '#' || line.StartsWith(language == "sql" ? "--" : "-- ", StringComparison.Ordinal) || line.StartsWith("//", StringComparison.Ordinal)
        || (language is "cmd" or "bat" && line.StartsWith("REM ", StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"^(?:#+|--|//)\s*(?:step\s*)?\d{1,2}\s*[.):]\s*|^(?:#+|--|//)\s*step\s*\d{1,2}\s*[-–—:]?\s*|^(?:#+|--|//)\s*\(\d{1,2}\)\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NumberedComment();

    [GeneratedRegex(@"^(?:#+|--|//)\s*[-*•]\s+\p{L}", RegexOptions.CultureInvariant)]
    private static partial Regex DashedComment();

    [GeneratedRegex(@"^#!|^#\s*[\w.-]+\.(?:sh|bash|py|ps1|yml|yaml|sql)$", RegexOptions.CultureInvariant)]
    private static partial Regex ScriptHead();

    [GeneratedRegex(@"^\s*\d{1,2}[.)]\s+(?=\p{L})", RegexOptions.CultureInvariant)]
    private static partial Regex NumberedLine();

    [GeneratedRegex(@"^(?:\$|PS[^>]{0,40}>|>)\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Prompt();

    [GeneratedRegex(@"^(?:sudo\s+(?:-\w+\s+)*)?(?:kubectl|docker|docker-compose|podman|systemctl|journalctl|service|curl|wget|aws|gcloud|az|psql|mysql|mongo(?:sh)?|redis-cli|git|grep|tail|head|cat|less|ls|df|du|free|top|htop|ps|kill|pkill|netstat|ss|ping|dig|nslookup|traceroute|nc|telnet|ssh|scp|rsync|helm|terraform|ansible(?:-playbook)?|npm|npx|yarn|pnpm|node|python3?|pip|make|flyctl|fly|heroku|vercel|railway|supabase|wrangler|doctl|openssl|nginx|iptables|ufw|pg_dump|pg_restore|pg_ctl|uptime|vmstat|iostat|lsof|find|sed|awk|echo|export|cd|rm|mv|cp|mkdir|chmod|chown|tar|crontab|pm2|argocd|istioctl|consul|vault|nomad|gh|rabbitmqctl|kafka-\S+|Get-\w+|Set-\w+|New-\w+|Invoke-\w+|Restart-\w+|Start-\w+|Stop-\w+|Test-\w+|Watch-\w+|\./\S+)(?:\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex CommandWord();

    [GeneratedRegex(@"^(?:sudo\s+)?[a-z][\w.-]*\s+(?:-{1,2}\w|[a-z./$""'])", RegexOptions.CultureInvariant)]
    private static partial Regex ProgramFirst();

    [GeneratedRegex(@"^(?:class|def|async def|import|from|for|while|if|with|try)\b", RegexOptions.CultureInvariant)]
    private static partial Regex ProgramLine();
}
