using System.Text.RegularExpressions;
using IncidentOps.Runbooks;

namespace IncidentOps.Core.Runbooks.Risks;

internal sealed partial class CommandRisk
{
    private static readonly HashSet<string> FindTests = new(StringComparer.Ordinal)
    {
        "-name", "-iname", "-path", "-ipath", "-wholename", "-regex", "-iregex", "-regextype", "-type", "-xtype", "-size",
        "-mtime", "-mmin", "-atime", "-amin", "-ctime", "-cmin", "-newer", "-newermt", "-user", "-group", "-uid", "-gid",
        "-perm", "-empty", "-maxdepth", "-mindepth", "-mount", "-xdev", "-depth", "-print", "-print0", "-printf", "-ls",
        "-prune", "-quit", "-not", "-a", "-o", "-and", "-or", "-L", "-H", "-P", "-follow", "-inum", "-links", "-nouser",
        "-nogroup", "-readable", "-writable", "-executable", "-samefile", "-daystart", "-true", "-false", "-fstype", "-lname",
    };

    private bool TrySpecial(string name, Argument[] arguments)
    {
        switch (name)
        {
            case "find":
                AssessFind(arguments);
                return true;
            case "awk" or "gawk" or "mawk" or "nawk":
                AssessAwk(name, arguments);
                return true;
            case "sed" or "gsed":
                AssessSed(arguments);
                return true;
            case "tar":
                AssessTar(arguments);
                return true;
            case "curl":
                AssessCurl(arguments);
                return true;
            case "wget":
                AssessWget(arguments);
                return true;
            case "psql" or "mysql" or "mariadb" or "sqlite3":
                new DatabaseRisk(walk, redirections, _hasInput).Assess(name, arguments);
                return true;
            case "openssl":
                AssessOpenSsl(arguments);
                return true;
            case "rpm":
                AssessRpm(arguments);
                return true;
            case "vault" when arguments is [{ Literal: "kv" }, { Literal: "get" }, ..] && arguments.Any(argument => MakesSecrets().IsMatch(argument.Shape)):
                // A path of another kind of secrets makes new ones when it is read.
                walk.Note(Risk.Unknown, "vault kv get: this path may make credentials");
                return true;
            case "virsh" when arguments.Any(argument => StartingUri().IsMatch(argument.Shape)):
                walk.Note(Risk.Unknown, "virsh: a connection that may start programs");
                return true;
            case "less" or "more" or "most" or "pg" when arguments.Any(argument => argument.Prefix is ['+', ..] && argument.Literal is not ("+F" or "+G")):
                walk.Note(Risk.Unknown, $"{name}: a command of its own", interactive: true);
                return true;
            case "export" or "declare" or "typeset" or "local" or "readonly" when arguments.Any(argument => argument.Literal is null && argument.Prefix.IndexOf('=', StringComparison.Ordinal) <= 0):
                walk.Note(Risk.Unknown, $"{name}: what {arguments.First(argument => argument.Literal is null).Text} holds decides");
                return true;
            case "read" when !_hasInput:
                walk.Note(Risk.Read, "read", interactive: true);
                return false;
            case "aws":
                CloudRisk.Aws(walk, arguments);
                return true;
            case "gcloud" or "az":
                CloudRisk.Grouped(walk, name, arguments);
                return true;
            case "git" when arguments is [{ Literal: "branch" or "tag" or "remote" or "stash" or "config" } verb, ..]:
                return TryGitList(verb.Literal, arguments[1..]);
            case "sysctl" or "postconf" when arguments.Any(argument => !argument.IsOption && argument.Literal?.Contains('=', StringComparison.Ordinal) != false):
                walk.Note(Risk.Change, $"{name} sets a value");
                return true;
            case "let" or "declare" or "typeset" or "local" or "readonly" or "unset" or "read" or "test" or "[" or "printf" or "mapfile" or "readarray" or "wait" or "getopts"
                when arguments.Any(argument => argument.Literal is { } text && (text.Contains("$(", StringComparison.Ordinal) || text.Contains('`', StringComparison.Ordinal))):
                // The shell looks for a subscript in these words, and runs what stands in it.
                walk.Note(Risk.Unknown, $"{name}: a substitution inside quotes");
                return true;
            case "printf" when arguments is [{ Prefix: ['-', 'v', ..] }, ..]:
                walk.CheckVariable(arguments[0].Prefix.Length > 2 ? arguments[0].Prefix[2..] : arguments.Length > 1 ? arguments[1].Text : "");
                walk.Note(Risk.Read, "printf");
                return true;
            case "kill" when arguments is [{ Literal: "-0" or "-l" or "-L" }, ..]:
                walk.Note(Risk.Read, $"kill {arguments[0].Literal}");
                return true;
            case "tee" when arguments.All(argument => argument.Literal is "/dev/null" or "/dev/stderr" or "/dev/tty" or "-a"):
                walk.Note(Risk.Read, "tee");
                return true;
            case "python" or "python3" when arguments is [{ Literal: "-m" }, { Literal: "json.tool" }] or [{ Literal: "-m" }, { Literal: "json.tool" }, { Wild: false, IsOption: false }]:
                walk.Note(Risk.Read, "json.tool");
                return true;
            case "history" when arguments.Any(argument => argument.IsOption):
                walk.Note(Risk.Change, $"history {arguments[0].Text}");
                return true;
            case "crontab" when arguments.Any(argument => argument.Literal is "-e" or "-r"):
                bool edits = arguments.Any(argument => argument.Literal == "-e");
                walk.Note(edits ? Risk.Change : Risk.Destructive, $"crontab {(edits ? "-e" : "-r")}", interactive: edits);
                return true;
            case "zip" or "gzip" or "gunzip" or "xz" or "bzip2" when arguments.Any(argument => argument.Literal is "-l" or "-t" or "--list" or "--test" or "-c" or "-dc" or "-cd")
                && arguments.All(argument => !argument.IsOption || argument.Literal is "-l" or "-t" or "-v" or "--list" or "--test" or "-c" or "-dc" or "-cd"):
                walk.Note(Risk.Read, $"{name} {arguments.First(argument => argument.IsOption).Literal}");
                return name != "zip";
            case "gzip" or "gunzip" or "xz" or "unxz" or "bzip2" or "bunzip2" when _hasInput
                && Array.TrueForAll(arguments, argument => argument.Literal is "-d" or "-c" or "-dc" or "-cd" or "--decompress" or "--stdout"):
                walk.Note(Risk.Read, name);
                return true;
            default:
                return false;
        }
    }

    private void AssessFind(Argument[] arguments)
    {
        walk.Note(Risk.Read, "find");
        for (int at = 0; at < arguments.Length; at++)
        {
            Argument argument = arguments[at];
            string text = argument.Literal ?? argument.Prefix;
            if (argument.Wild && !text.StartsWith('*') && !text.StartsWith('['))
            {
                walk.Note(Risk.Unknown, $"find: what {argument.Text} holds decides");
            }
            else if (text == "-delete")
            {
                walk.Note(Risk.Destructive, "find -delete");
            }
            else if (text is "-exec" or "-execdir" or "-ok" or "-okdir")
            {
                int end = Array.FindIndex(arguments, at, each => each.Literal is ";" or "+");
                Argument[] inner = arguments[(at + 1)..(end < 0 ? arguments.Length : end)];
                Assess(inner.Select(word => word.Literal == "{}" ? Argument.Of("./found") : word).ToArray());
                at = end < 0 ? arguments.Length : end;
            }
            else if (text.StartsWith("-fprint", StringComparison.Ordinal) || text == "-fls")
            {
                walk.Note(Risk.Change, $"find {text}");
            }
            else if (argument.IsOption && !FindTests.Contains(text) && !NumberTest().IsMatch(text))
            {
                walk.Note(Risk.Unknown, $"find {text}");
            }
        }
    }

    private void AssessAwk(string name, Argument[] arguments)
    {
        int at = 0;
        while (at < arguments.Length && arguments[at].IsOption)
        {
            string text = arguments[at].Prefix;
            if (text.StartsWith("-F", StringComparison.Ordinal) || text.StartsWith("-v", StringComparison.Ordinal))
            {
                at += text.Length == 2 && arguments[at].Literal is not null ? 2 : 1;
                continue;
            }

            if (text != "--")
            {
                walk.Note(text.StartsWith("-i", StringComparison.Ordinal) ? Risk.Change : Risk.Unknown, $"{name} {text}");
                return;
            }

            at++;
            break;
        }

        if (at >= arguments.Length)
        {
            walk.Note(Risk.Unknown, name);
        }
        else if (arguments[at].Literal is not { } program || arguments.Any(argument => argument.Wild && argument != arguments[at]))
        {
            walk.IsReparsed(arguments[at]);
            walk.Note(Risk.Unknown, $"{name}: values become code");
        }
        else
        {
            string? trouble = FilterScripts.AwkTrouble(program);
            walk.Note(trouble is null ? Risk.Read : Risk.Unknown, trouble is null ? name : $"{name} {trouble}");
        }
    }

    private void AssessSed(Argument[] arguments)
    {
        List<Argument> scripts = [];
        List<Argument> operands = [];
        for (int at = 0; at < arguments.Length; at++)
        {
            string text = arguments[at].Prefix;
            if (text is "-e" or "--expression" && arguments[at].Literal is not null && at + 1 < arguments.Length)
            {
                scripts.Add(arguments[++at]);
            }
            else if (text.StartsWith("-i", StringComparison.Ordinal) || text.StartsWith("--in", StringComparison.Ordinal) || EditsInPlace().IsMatch(text))
            {
                walk.Note(Risk.Change, $"sed {text}");
                return;
            }
            else if (arguments[at].IsOption && !SedOptions().IsMatch(text))
            {
                walk.Note(Risk.Unknown, $"sed {text}");
                return;
            }
            else if (!arguments[at].IsOption)
            {
                operands.Add(arguments[at]);
            }
            else if (text is "-ne" or "-re" or "-Ee" or "-nre" or "-nEe" && at + 1 < arguments.Length)
            {
                scripts.Add(arguments[++at]);
            }
        }

        if (scripts.Count == 0 && operands.Count > 0)
        {
            scripts.Add(operands[0]);
        }

        foreach (Argument script in scripts)
        {
            walk.IsReparsed(script);
        }

        bool reads = scripts.Count > 0 && scripts.TrueForAll(script => script.Literal is { } text && FilterScripts.SedOnlyReads(text))
            && !operands.Exists(operand => operand.Wild && operand.Prefix.Length == 0);
        walk.Note(reads ? Risk.Read : Risk.Unknown, reads || scripts.Count == 0 ? "sed" : $"sed {scripts[0].Text}");
    }

    private void AssessTar(Argument[] arguments)
    {
        string mode = arguments.Length > 0 ? arguments[0].Literal ?? "" : "";
        bool lists = TarList().IsMatch(mode) && !arguments.Skip(1).Any(argument => argument.Wild || argument.IsOption);
        bool longList = arguments is [{ Literal: "--list" or "-t" }, ..]
            && arguments.All(argument => !argument.Wild && (!argument.IsOption || TarListOption().IsMatch(argument.Prefix)));
        walk.Note(lists || longList ? Risk.Read : Risk.Change, $"tar {mode}");
    }

    private void AssessRpm(Argument[] arguments)
    {
        bool query = arguments.Length > 0 && RpmQuery().IsMatch(arguments[0].Literal ?? "")
            && arguments.Skip(1).All(argument => !argument.Wild && (!argument.IsOption || RpmOption().IsMatch(argument.Prefix)));
        walk.Note(
            query ? Risk.Read : arguments.Any(argument => argument.Literal is "-e" or "--erase") ? Risk.Destructive : Risk.Change,
            $"rpm {(arguments.Length > 0 ? arguments[0].Text : "")}");
    }

    private bool TryGitList(string verb, Argument[] arguments)
    {
        bool lists = verb switch
        {
            "branch" => arguments.All(argument => argument.Literal is "-a" or "-r" or "-v" or "-vv" or "-av" or "--all" or "--list" or "--show-current" or "--remotes"),
            "tag" => arguments.All(argument => argument.Literal is "-l" or "--list" or "-n"),
            "remote" => arguments.All(argument => argument.Literal is "-v" or "--verbose"),
            _ => false,
        };
        if (lists)
        {
            walk.Note(Risk.Read, $"git {verb}");
        }

        return lists;
    }

    [GeneratedRegex(@"\+ext:|://.*[?*]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex StartingUri();

    [GeneratedRegex(@"/(?:creds|issue|token|sign|roleset|static-creds|accounts?)(?:/|$)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex MakesSecrets();

    [GeneratedRegex(@"^[-+]?\d+[a-zA-Z]?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NumberTest();

    [GeneratedRegex(@"^-[nErsuz]*i", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EditsInPlace();

    [GeneratedRegex(@"^(?:-[nErsuze]+|--quiet|--silent|--regexp-extended|--null-data|--unbuffered)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SedOptions();

    [GeneratedRegex(@"^-?(?=[a-zA-Z]*t)[tvfzjJaZ]+$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TarList();

    [GeneratedRegex(@"^(?:-[tvfzjJaZ]+|--list|--file=.*|--verbose)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TarListOption();

    [GeneratedRegex(@"^(?:-q[a-zA-Z]*|--query|-V[a-z]*|--verify)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex RpmQuery();

    [GeneratedRegex(@"^(?:-[a-z]+|--(?:queryformat|qf|last|changelog|scripts|requires|provides|whatprovides|all|list|info|file|conflicts)(?:=.*)?)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex RpmOption();
}
