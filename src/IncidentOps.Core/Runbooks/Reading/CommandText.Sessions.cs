using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using IncidentOps.Core.Runbooks.Shell;

namespace IncidentOps.Core.Runbooks.Reading;

/// <summary>Tells the commands of a session from what they printed.</summary>
internal static partial class CommandText
{
    private static readonly SearchValues<char> PromptMarks = SearchValues.Create("$#%❯➜");

    /// <summary>Prompts begin commands, everything that does not belong to one of them is output.</summary>
    private static string FromSession(string[] lines, bool session)
    {
        StringBuilder commands = new();
        StringBuilder current = new();
        bool open = false;
        foreach (string line in lines)
        {
            // In a shell that the session has opened, "#" is the prompt of root.
            if (Prompted(line, session) is { } command && !(open && IsHereDocument(current)))
            {
                Finish(commands, current);
                current.Append(command);
                session |= OpensShell().IsMatch(command);
            }
            else if (open)
            {
                current.Append('\n').Append(Continuation().Replace(line, ""));
            }
            else
            {
                continue;
            }

            open = IsOpen(current.ToString());
        }

        Finish(commands, current);
        return commands.ToString();
    }

    /// <summary>A block without prompts in which commands and their output stand together.</summary>
    /// <param name="text">The block.</param>
    /// <param name="strict">Whether a command has to be known or to have options.</param>
    /// <param name="known">The same, but a known one may be broken.</param>
    /// <param name="clean">Whether there was no output after all: what looks like it may stand inside of commands.</param>
    private static string WithoutOutput(string text, bool strict, bool known, out bool clean)
    {
        clean = true;
        StringBuilder commands = new();
        bool inOutput = false;
        int next;
        for (int at = 0; at < text.Length; at = next)
        {
            int end = text.IndexOf('\n', at);
            string line = text[at..(end < 0 ? text.Length : end)];
            next = end < 0 ? text.Length : end + 1;
            bool comment = line.TrimStart().StartsWith('#');
            if (comment || string.IsNullOrWhiteSpace(line))
            {
                inOutput &= !comment;
                continue;
            }

            bool looksLikeOutput = CommandRecognizer.LooksLikeOutput(line);
            looksLikeOutput |= strict && !CommandRecognizer.MayBeCommand(line);
            inOutput = looksLikeOutput || (inOutput && !CommandRecognizer.Knows(CommandRecognizer.FirstWord(line)));
            if (inOutput)
            {
                clean = false;
                continue;
            }

            next = ShellParser.EndOfCommand(text, at);
            string command = text[at..next].TrimEnd('\n');
            if ((!strict && CommandRecognizer.IsKnown(command)) || CommandRecognizer.LooksLikeCommand(command, strict)
                && (!known || CommandRecognizer.Knows(CommandRecognizer.FirstWord(command)) || CommandRecognizer.LooksLikeCommand(command, strict: true)))
            {
                commands.Append(commands.Length > 0 ? "\n" : "").Append(command);
            }
            else
            {
                inOutput = true;
                clean = false;
            }
        }

        return commands.ToString();
    }

    private static void Finish(StringBuilder commands, StringBuilder current)
    {
        if (current.Length > 0)
        {
            commands.Append(commands.Length > 0 ? "\n" : "").Append(current);
            current.Clear();
        }
    }

    private static bool IsOpen(string command)
    {
        string trimmed = command.TrimEnd();
        return trimmed.EndsWith('\\') || trimmed.EndsWith('|') || trimmed.EndsWith("&&", StringComparison.Ordinal)
            || ShellParser.Parse(command).Incomplete;
    }

    private static bool IsHereDocument(StringBuilder current) =>
        current.ToString().Contains("<<", StringComparison.Ordinal);

    private static string? Prompted(string line, bool session)
    {
        if (line.AsSpan().IndexOfAny(PromptMarks) < 0)
        {
            return null;
        }

        Match match = Prompt().Match(line);
        if (!match.Success)
        {
            // "$kubectl get pods": the blank is missing, no variable has such a name.
            string trimmed = line.TrimStart();
            return trimmed is ['$', >= 'a' and <= 'z', ..] && trimmed.Contains(' ', StringComparison.Ordinal)
                && CommandRecognizer.Knows(CommandRecognizer.FirstWord(trimmed[1..]))
                ? trimmed[1..]
                : null;
        }

        string command = match.Groups["command"].Value;
        if (match.Groups["mark"].Value is "$" or "❯" or "➜" || match.Groups["host"].Success)
        {
            return command;
        }

        // "# " is the prompt of root in a session and a comment everywhere else; the words behind it tell.
        return session
            && (CommandRecognizer.Knows(CommandRecognizer.FirstWord(command))
                ? CommandRecognizer.LooksLikeCommand(command, strict: true)
                : PipedOn().Match(command) is { Success: true } next && CommandRecognizer.Knows(next.Groups["program"].Value))
            && !Prose().IsMatch(command)
            ? command
            : null;
    }

    [GeneratedRegex(@"^\s*(?:\([\w.\-]{1,40}\)\s*)?(?<host>\[[^\]\n]{1,60}\]|[\w.\-]{1,60}@[\w.\-]{1,80}(?::[^\s$#%>]{0,80})?|(?:sh|bash|zsh)-\d[\w.]{0,10}|[\w.\-]{1,60}:[~/][^\s$#%>]{0,80})?\s?(?<mark>[$#%❯➜])[ \t]+(?<command>\S.*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Prompt();

    [GeneratedRegex(@"^(?:oc|kubectl) (?:\S+ )*?(?:debug|rsh)\s|^(?:oc|kubectl|docker|podman) (?:\S+ )*?exec .*\b(?:ba)?sh$|^(?:sudo )?(?:ssh|chroot|su|nsenter)\s|^sudo -[is]$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OpensShell();

    [GeneratedRegex(@"^[a-z][\w.-]*(?: [\w./=-]+)+ \| (?<program>\w+) ", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PipedOn();

    [GeneratedRegex(@"^\s*>\s?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Continuation();

    [GeneratedRegex(@"^\S+\s+(?:the|a|an|all|your|this|that|for|if|to|and|on|in|it|is|of|with|from)\s", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Prose();
}
