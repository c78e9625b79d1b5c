using IncidentOps.Runbooks;

namespace IncidentOps.Core.Runbooks.Risks;

/// <summary>Commands that run in a pod or a container.</summary>
internal sealed partial class CommandRisk
{
    private bool TryKubernetes(string name, Argument[] arguments)
    {
        ProgramRule rule = ProgramTable.Find(name)!;
        int verb = 0;
        while (verb < arguments.Length && arguments[verb].IsOption && !arguments[verb].Wild && arguments[verb].Literal is { } option)
        {
            if (!rule.Options.TryGetValue(option.Split('=')[0], out bool takesValue))
            {
                return false;
            }

            verb += takesValue && !option.Contains('=', StringComparison.Ordinal) ? 2 : 1;
        }

        if (verb >= arguments.Length)
        {
            return false;
        }

        if (arguments[verb..] is [{ Literal: "adm" }, { Literal: "upgrade" }]
            || (arguments[verb].Literal == "extract" && arguments.Any(argument => argument.Literal == "--to=-")
                && arguments.All(argument => !argument.IsOption || argument.Literal is "--to=-" or "-n" or "--namespace"
                    || argument.Prefix.StartsWith("--keys=", StringComparison.Ordinal) || argument.Prefix.StartsWith("--namespace=", StringComparison.Ordinal))))
        {
            // The one shows what there is, the other prints instead of writing files.
            walk.Note(Risk.Read, $"{name} {string.Join(' ', arguments[verb..].Take(2).Select(argument => argument.Text))}");
            return true;
        }

        if (Array.FindIndex(arguments, argument => argument.Prefix.StartsWith("--raw", StringComparison.Ordinal)) is >= 0 and var raw
            && ActingAddresses.Act(arguments[raw].Prefix.Length > 6 ? arguments[raw].Shape[6..] : raw + 1 < arguments.Length ? arguments[raw + 1].Shape : "", []))
        {
            walk.Note(Risk.Unknown, $"{name}: what {arguments[raw].Text} does");
        }

        if (arguments[verb].Literal is not ("exec" or "rsh" or "debug"))
        {
            return false;
        }

        string word = arguments[verb].Literal!;
        Argument[] rest = arguments[(verb + 1)..];
        int dashes = Array.FindIndex(rest, argument => argument.Literal == "--");
        if (rest.Take(dashes < 0 ? rest.Length : dashes).Any(argument => rule.Denied.Exists(denied => argument.Prefix.StartsWith(denied, StringComparison.Ordinal))))
        {
            walk.Note(Risk.Unknown, $"{name} {word}: an option that may start programs");
        }

        Argument[] inner = dashes >= 0 ? rest[(dashes + 1)..] : [];
        if (word == "rsh" && dashes < 0)
        {
            int? pod = Skip(rest, ("tT", "nc", ["--namespace=", "--container=", "--shell=", "--timeout="]));
            inner = pod is { } at && at + 1 < rest.Length ? rest[(at + 1)..] : [];
        }

        if (word == "debug")
        {
            walk.Note(Risk.Change, $"{name} debug starts a pod", interactive: inner.Length == 0 && !_hasInput);
        }

        if (inner.Length > 0)
        {
            Assess(inner);
        }
        else if (word != "debug")
        {
            bool opens = word == "rsh" || dashes >= 0;
            walk.Note(Risk.Unknown, $"{name} {word}", interactive: opens && !_hasInput);
        }

        return true;
    }

    /// <summary>Where "exec" stands behind the files and names that compose was told; null where it does not.</summary>
    private static int? ComposeExec(Argument[] arguments)
    {
        int? at = Skip(arguments, ("", "fp", ["--file=", "--project-name=", "--env-file=", "--profile=", "--project-directory="]));
        return at is { } found && found < arguments.Length && arguments[found].Literal == "exec" ? found : null;
    }

    private bool TryContainer(string name, Argument[] arguments)
    {
        if (arguments is [{ Literal: "compose" }, ..] && name != "docker-compose")
        {
            Assess([Argument.Of("docker-compose"), .. arguments[1..]]);
            return true;
        }

        if (name == "docker-compose" && ComposeExec(arguments) is { } at)
        {
            arguments = arguments[at..];
        }

        int exec = arguments is [{ Literal: "exec" }, ..] ? 1 : arguments is [{ Literal: "container" }, { Literal: "exec" }, ..] ? 2 : 0;
        if (exec == 0)
        {
            bool terminal = arguments is [{ Literal: "run" }, ..] && arguments.Any(argument => argument.Literal is "-it" or "-ti");
            if (terminal)
            {
                walk.Note(Risk.Change, $"{name} run", interactive: true);
            }

            return terminal;
        }

        Argument[] rest = arguments[exec..];
        if (Skip(rest, ("itdTs", "uw", ["--user=", "--workdir=", "--interactive", "--tty", "--index="])) is not { } container)
        {
            walk.Note(Risk.Unknown, $"{name} exec: an option that is not known");
        }
        else if (container + 1 < rest.Length)
        {
            Assess(rest[(container + 1)..]);
        }
        else
        {
            walk.Note(Risk.Unknown, $"{name} exec");
        }

        return true;
    }
}
