namespace IncidentOps.Console;

/// <summary>
/// Reads the command line the way pwsh reads its own: names are case-insensitive, may be cut short as long as they
/// stay clear, and the first word that is no option is the script; everything after it belongs to the script.
/// </summary>
internal static class ConsoleOptionsParser
{
    /// <summary>Each option with the shortest form that is accepted.</summary>
    private static readonly (string Name, string Shortest)[] Names =
    [
        ("command", "c"),
        ("file", "f"),
        ("help", "h"),
        ("noninteractive", "noni"),
        ("nologo", "nol"),
        ("noprofile", "nop"),
        ("version", "v"),
    ];

    public static ConsoleOptions Parse(IReadOnlyList<string> arguments)
    {
        ConsoleOptions options = new();
        for (int i = 0; i < arguments.Count; i++)
        {
            string argument = arguments[i];
            if (argument == "-")
            {
                return options with
                {
                    Mode = ConsoleMode.StandardInput,
                    Arguments = ScriptArgument.Parse(arguments.Skip(i + 1)),
                };
            }

            if (!IsOption(argument))
            {
                return Script(options, arguments, i);
            }

            switch (NameOf(argument))
            {
                case "help":
                    return options with { Mode = ConsoleMode.Help };
                case "version":
                    return options with { Mode = ConsoleMode.Version };
                case "noninteractive":
                    options = options with { NonInteractive = true };
                    break;
                case "nologo":
                    options = options with { NoLogo = true };
                    break;
                case "noprofile":
                    // Profiles belong to pwsh and are never run here, so there is nothing to leave out.
                    break;
                case "command":
                    return Command(options, arguments, i + 1);
                case "file":
                    return Script(options, arguments, i + 1);
                default:
                    return Invalid($"Unknown option '{argument}'.");
            }
        }

        return options;
    }

    private static bool IsOption(string argument) =>
        argument is "/?" || (argument.Length > 1 && ScriptArgument.IsDash(argument[0]));

    private static string? NameOf(string argument)
    {
        string name = argument[1..];
        if (name.StartsWith('-'))
        {
            name = name[1..];
        }

        if (name == "?")
        {
            return "help";
        }

        foreach ((string full, string shortest) in Names)
        {
            if (name.Length >= shortest.Length && full.StartsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                return full;
            }
        }

        return null;
    }

    private static ConsoleOptions Script(ConsoleOptions options, IReadOnlyList<string> arguments, int index)
    {
        if (index >= arguments.Count)
        {
            return Invalid("-File needs the path of a script.");
        }

        IReadOnlyList<ScriptArgument> rest = ScriptArgument.Parse(arguments.Skip(index + 1));
        return arguments[index] == "-"
            ? options with { Mode = ConsoleMode.StandardInput, Arguments = rest }
            : options with { Mode = ConsoleMode.Script, ScriptPath = arguments[index], Arguments = rest };
    }

    private static ConsoleOptions Command(ConsoleOptions options, IReadOnlyList<string> arguments, int index)
    {
        if (index >= arguments.Count)
        {
            return Invalid("-Command needs the text of a command.");
        }

        if (arguments[index] != "-")
        {
            return options with { Mode = ConsoleMode.Command, Command = string.Join(' ', arguments.Skip(index)) };
        }

        return index == arguments.Count - 1
            ? options with { Mode = ConsoleMode.StandardInput }
            : Invalid("'-Command -' reads standard input and takes nothing after it.");
    }

    private static ConsoleOptions Invalid(string error) => new() { Mode = ConsoleMode.Invalid, Error = error };
}
