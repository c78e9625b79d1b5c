using IncidentOps.Core.Runbooks.Shell;

namespace IncidentOps.Core.Runbooks.Linting;

/// <summary>Finds the command in a script that waits for something which may never come.</summary>
internal static class WaitingCommand
{
    private static readonly HashSet<string> Prefixes =
        new(StringComparer.Ordinal) { "sudo", "doas", "time", "nohup", "nice", "exec", "command", "stdbuf", "env" };

    /// <summary>The command's first words; null where nothing waits without an end of its own.</summary>
    public static string? Find(ShellScript script)
    {
        foreach (ShellNode node in ShellTree.Nodes(script))
        {
            if (node is ShellCompoundCommand { Kind: ShellCompoundKind.Loop } loop && loop.Bodies.SelectMany(ShellTree.Nodes).Any(IsSleep))
            {
                return "a loop with sleep";
            }

            if (node is ShellSimpleCommand command && Words(command) is { Length: > 0 } words && Waits(words))
            {
                return string.Join(' ', words.Take(2));
            }
        }

        return null;
    }

    private static bool IsSleep(ShellNode node) => node is ShellSimpleCommand command && Words(command) is ["sleep", ..];

    private static bool Waits(string[] words)
    {
        bool Has(params ReadOnlySpan<string> options)
        {
            foreach (string option in options)
            {
                if (Array.Exists(words, word => word == option || (option.StartsWith("--", StringComparison.Ordinal) && word.StartsWith(option + "=", StringComparison.Ordinal))))
                {
                    return true;
                }
            }

            return false;
        }

        bool follows = Has("-f", "--follow");
        bool bounded = Has("--timeout", "--request-timeout");
        return words[0] switch
        {
            "kubectl" or "oc" => !bounded && (words.Contains("wait") || (words.Contains("rollout") && words.Contains("status"))
                || (words.Contains("logs") && follows) || Has("-w", "--watch", "--watch-only")),
            "docker" or "podman" => words.Length > 1 && (words[1] == "wait" || (words.Contains("logs") && follows) || words[1] is "events" or "stats" && !Has("--no-stream")),
            "aws" => words.Contains("wait"),
            "tail" => follows || Has("-F", "--retry"),
            "journalctl" => follows,
            "dmesg" => Has("-w", "-W", "--follow", "--follow-new"),
            "watch" or "inotifywait" or "tcpdump" when Has("-c", "--timeout", "-t") => false,
            "watch" or "inotifywait" or "tcpdump" => true,
            "ping" or "ping6" => !Has("-c", "-w") && !Array.Exists(words, word => word.StartsWith("-c", StringComparison.Ordinal) || word.StartsWith("-w", StringComparison.Ordinal)),
            "sleep" => words is [_, "infinity" or "inf"],
            "top" => Has("-b") && !Array.Exists(words, word => word.StartsWith("-n", StringComparison.Ordinal) || word.StartsWith("-bn", StringComparison.Ordinal)),

            // With an interval and no count they go on for ever.
            "vmstat" or "iostat" or "mpstat" or "pidstat" => words.Skip(1).Count(word => word.Length > 0 && word.All(char.IsAsciiDigit)) == 1,
            _ => false,
        };
    }

    /// <summary>The words without what only says how to run them; none where `timeout` sets the end.</summary>
    private static string[] Words(ShellSimpleCommand command)
    {
        string[] words = [.. command.Words.Select(word => word.Literal ?? "$")];
        int at = 0;
        while (at < words.Length && (Prefixes.Contains(words[at]) || (at > 0 && (words[at].StartsWith('-') || words[at].Contains('=', StringComparison.Ordinal)))))
        {
            at++;
        }

        return at == words.Length || words[at] == "timeout" ? [] : [words[at][(words[at].LastIndexOf('/') + 1)..], .. words[(at + 1)..]];
    }
}
