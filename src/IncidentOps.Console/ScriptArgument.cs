namespace IncidentOps.Console;

/// <summary>
/// One argument for a script: a named one with its value, a bare name (a switch, or a name whose value is the next
/// argument), or a value alone. The engine's binder decides what they mean.
/// </summary>
internal sealed record ScriptArgument(string? Name, object? Value)
{
    /// <summary>Reads the arguments that follow the script's path as <c>pwsh -File</c> does.</summary>
    public static IReadOnlyList<ScriptArgument> Parse(IEnumerable<string> arguments)
    {
        List<ScriptArgument> parsed = [];
        string? pending = null;
        foreach (string argument in arguments)
        {
            if (pending is not null)
            {
                parsed.Add(new ScriptArgument(pending, argument));
                pending = null;
                continue;
            }

            if (argument.Length < 2 || !IsDash(argument[0]))
            {
                parsed.Add(new ScriptArgument(null, argument));
                continue;
            }

            int colon = argument.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0)
            {
                parsed.Add(new ScriptArgument(argument, null));
            }
            else if (colon == argument.Length - 1)
            {
                pending = argument[..colon];
            }
            else
            {
                parsed.Add(new ScriptArgument(argument[..colon], TruthOrText(argument[(colon + 1)..])));
            }
        }

        if (pending is not null)
        {
            parsed.Add(new ScriptArgument(pending, null));
        }

        return parsed;
    }

    /// <summary>The engine takes the typographic dashes for a hyphen as well: documents turn one into the other.</summary>
    internal static bool IsDash(char character) => character is '-' or '\u2013' or '\u2014' or '\u2015';

    // `-Switch:$false` on a command line arrives as text; no shell has evaluated it.
    private static object TruthOrText(string text) =>
        bool.TryParse(text.StartsWith('$') ? text[1..] : text, out bool truth) ? truth : text;
}
