using IncidentOps.Runbooks;

namespace IncidentOps.Core.Runbooks.Risks;

internal sealed partial class CommandRisk
{
    // Options that leave the command behind them as it is: letters without and with a value.
    private static readonly Dictionary<string, (string Flags, string Values, string[] Long)> Wrappers = new(StringComparer.Ordinal)
    {
        ["sudo"] = ("nEHkbSP", "ugCpr", ["--non-interactive", "--preserve-env", "--user=", "--group=", "--set-home"]),
        ["doas"] = ("n", "u", []),
        ["time"] = ("pv", "", []),
        ["nice"] = ("", "n", ["--adjustment="]),
        ["ionice"] = ("t", "cn", []),
        ["nohup"] = ("", "", []),
        ["stdbuf"] = ("", "ioe", []),
        ["setsid"] = ("fw", "", []),
        ["unbuffer"] = ("p", "", []),
        ["builtin"] = ("", "", []),
        ["exec"] = ("c", "", []),
        ["timeout"] = ("v", "ks", ["--foreground", "--kill-after=", "--signal=", "--preserve-status"]),
        ["env"] = ("i0", "u", ["--ignore-environment", "--unset="]),
        ["xargs"] = ("0rtx", "nIPLdEs", ["--null", "--no-run-if-empty", "--max-args=", "--max-procs=", "--replace=", "--delimiter="]),
        ["chroot"] = ("", "", ["--userspec="]),
        ["nsenter"] = ("amuinpCUTZrw", "tSG", ["--target=", "--mount", "--net", "--pid", "--ipc", "--uts", "--all"]),
        ["runuser"] = ("", "ug", []),
    };

    private static readonly HashSet<string> Shells = new(StringComparer.Ordinal) { "bash", "sh", "zsh", "dash", "ksh", "ash" };

    private bool TryWrapper(string name, Argument[] arguments)
    {
        switch (name)
        {
            case "command" when arguments is [{ Literal: "-v" or "-V" }, ..]:
                walk.Note(Risk.Read, "command -v");
                return true;
            case "command":
                Assess(arguments.SkipWhile(argument => argument.Literal == "-p").ToArray());
                return true;
            case "eval":
                walk.Reparse(arguments, "eval");
                return true;
            case "source" or ".":
                walk.Note(Risk.Unknown, $"{name} {(arguments.Length > 0 ? arguments[0].Text : "")}");
                return true;
            case "watch":
                AssessWatch(arguments);
                return true;
            case "ssh":
                AssessSsh(arguments);
                return true;
            case "su":
                AssessSu(arguments);
                return true;
            case "ip" when arguments is [{ Literal: "netns" }, { Literal: "exec" }, _, ..]:
                Assess(arguments[3..]);
                return true;
            case "kubectl" or "oc" or "k":
                return TryKubernetes(name, arguments);
            case "docker" or "podman" or "nerdctl" or "crictl" or "docker-compose":
                return TryContainer(name, arguments);
            default:
                break;
        }

        if (Shells.Contains(name))
        {
            AssessShell(name, arguments);
            return true;
        }

        if (!Wrappers.TryGetValue(name, out var options))
        {
            return false;
        }

        AssessWrapped(name, arguments, options);
        return true;
    }

    private void AssessWrapped(string name, Argument[] arguments, (string Flags, string Values, string[] Long) options)
    {
        if (name == "sudo" && arguments.Any(argument => argument.Literal is "-i" or "-s" or "--login" or "--shell"))
        {
            Argument[] command = [.. arguments.Where(argument => argument.Literal is not ("-i" or "-s" or "--login" or "--shell"))];
            if (Skip(command, options) is { } from && from < command.Length)
            {
                // The login shell reads the words once more.
                walk.Reparse(command[from..], "sudo -i");
            }
            else
            {
                walk.Note(Risk.Unknown, "sudo -i opens a shell", interactive: !_hasInput);
            }

            return;
        }

        if (name == "sudo" && arguments is [{ Literal: "-e" or "--edit" }, ..])
        {
            walk.Note(Risk.Change, "sudo -e", interactive: true);
            return;
        }

        if (name == "sudo" && arguments is [{ Literal: "-l" or "-v" or "-V" }])
        {
            walk.Note(Risk.Read, "sudo " + arguments[0].Literal);
            return;
        }

        if (Skip(arguments, options) is not { } at)
        {
            walk.Note(Risk.Unknown, $"{name}: an option that is not known");
            return;
        }

        if (name is "env" or "sudo" or "doas")
        {
            while (at < arguments.Length && arguments[at].Prefix.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals)
            {
                walk.CheckVariable(arguments[at].Prefix[..equals]);
                at++;
            }
        }

        at += name is "timeout" or "chroot" ? 1 : 0;
        if (at >= arguments.Length)
        {
            bool shell = name is "chroot" or "nsenter" or "runuser" or "setsid";
            walk.Note(shell ? Risk.Unknown : Risk.Read, name, interactive: shell && !_hasInput);
            return;
        }

        Argument[] inner = arguments[at..];
        if (name == "xargs")
        {
            // What comes in is appended and may begin with a dash.
            inner = [.. inner.Select(word => word.Literal?.Contains("{}", StringComparison.Ordinal) == true ? word with { Literal = null, Wild = true, Splits = true } : word), new Argument(null, "", Wild: true, Splits: true, [])];
        }

        Assess(inner);
    }

    /// <summary>The place of the first word that is no option; null where an option is not known.</summary>
    private static int? Skip(Argument[] arguments, (string Flags, string Values, string[] Long) options)
    {
        for (int at = 0; at < arguments.Length; at++)
        {
            if (arguments[at].Literal == "--")
            {
                return at + 1;
            }

            if (!arguments[at].IsOption)
            {
                return arguments[at].Wild ? null : at;
            }

            string text = arguments[at].Prefix;
            if (text.StartsWith("--", StringComparison.Ordinal))
            {
                string spelled = text.Split('=')[0];
                if (Array.IndexOf(options.Long, spelled + "=") >= 0)
                {
                    at += text.Contains('=', StringComparison.Ordinal) ? 0 : 1;
                }
                else if (Array.IndexOf(options.Long, spelled) < 0)
                {
                    return null;
                }

                continue;
            }

            for (int letter = 1; letter < text.Length; letter++)
            {
                if (options.Values.Contains(text[letter], StringComparison.Ordinal))
                {
                    at += letter == text.Length - 1 && arguments[at].Literal is not null ? 1 : 0;
                    break;
                }

                if (!options.Flags.Contains(text[letter], StringComparison.Ordinal) && !char.IsAsciiDigit(text[letter]))
                {
                    return null;
                }
            }
        }

        return arguments.Length;
    }

    private void AssessShell(string name, Argument[] arguments)
    {
        for (int at = 0; at < arguments.Length; at++)
        {
            string text = arguments[at].Literal ?? "$";
            if (text is "--login" or "--norc" or "--noprofile" or "--posix")
            {
                continue;
            }

            if (text is ['-', not '-', ..] && text.Skip(1).All("lexucop".Contains))
            {
                if (text.Contains('o', StringComparison.Ordinal))
                {
                    at++;
                }

                if (text.Contains('c', StringComparison.Ordinal))
                {
                    walk.Reparse(at + 1 < arguments.Length ? [arguments[at + 1]] : [], $"{name} -c");
                    return;
                }

                continue;
            }

            walk.Note(Risk.Unknown, $"{name} {arguments[at].Text}", interactive: text == "-i");
            return;
        }

        walk.Note(Risk.Unknown, _hasInput ? $"{name} runs what comes in" : $"{name} opens a shell", interactive: !_hasInput);
    }

    private void AssessWatch(Argument[] arguments)
    {
        int? from = Skip(arguments, ("dtebcgx", "n", ["--interval=", "--differences", "--no-title", "--color"]));
        walk.Note(Risk.Read, "watch", interactive: true);
        if (from is { } at && at < arguments.Length)
        {
            walk.Reparse(arguments[at..], "watch");
        }
        else
        {
            walk.Note(Risk.Unknown, "watch: an option that is not known");
        }
    }

    private void AssessSsh(Argument[] arguments)
    {
        if (Skip(arguments, ("qv46nTtaxCA", "pilo", [])) is not { } host || Strange(arguments[..host]))
        {
            walk.Note(Risk.Unknown, "ssh: an option that is not known");
        }
        else if (host + 1 >= arguments.Length)
        {
            walk.Note(Risk.Unknown, _hasInput ? "ssh runs what comes in" : "ssh opens a shell", interactive: !_hasInput);
        }
        else
        {
            // The other side's shell reads the words once more.
            walk.Reparse(arguments[(host + 1)..], "ssh");
        }
    }

    /// <summary>Whether among the options of ssh there is a setting that may start a program.</summary>
    private static bool Strange(Argument[] options)
    {
        for (int at = 0; at < options.Length; at++)
        {
            int letter = options[at].IsOption ? options[at].Prefix.AsSpan().IndexOfAny("opil") : -1;
            if (letter > 0 && options[at].Prefix[letter] == 'o')
            {
                string glued = options[at].Prefix[(letter + 1)..];
                string setting = glued.Length > 0 ? glued : at + 1 < options.Length ? options[at + 1].Prefix : "";
                if (setting.Split('=', ' ')[0]
                    is not ("ConnectTimeout" or "BatchMode" or "StrictHostKeyChecking" or "UserKnownHostsFile" or "LogLevel" or "ServerAliveInterval"))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private void AssessSu(Argument[] arguments)
    {
        int command = Array.FindIndex(arguments, argument => argument.Literal is "-c" or "--command" or "-lc");
        bool plain = arguments.Where((_, at) => command < 0 || (at != command && at != command + 1))
            .All(argument => argument.Literal is "-" or "-l" or "--login" || !argument.IsOption);
        if (command >= 0 && command + 1 < arguments.Length && plain)
        {
            walk.Reparse([arguments[command + 1]], "su -c");
        }
        else
        {
            walk.Note(Risk.Unknown, "su opens a shell", interactive: !_hasInput);
        }
    }
}
