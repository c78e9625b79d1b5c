using IncidentOps.Core.Runbooks.Running;
using IncidentOps.Core.Runbooks.Scripts;
using IncidentOps.Core.Runbooks.Shell;
using IncidentOps.Core.Runbooks.Sql;

namespace IncidentOps.Core.Runbooks.Reading;

/// <summary>The values a command needs from outside, and the variables it leaves to the steps behind it.</summary>
internal sealed record StepParameters(IReadOnlyList<(string Name, string? Default)> Found, IReadOnlySet<string> Set)
{
    private static readonly StepParameters None = new([], new HashSet<string>(StringComparer.Ordinal));

    /// <param name="command">The command's text.</param>
    /// <param name="shell">Its shell; only bash and its kin are understood.</param>
    /// <param name="assigned">The variables that earlier steps have set.</param>
    /// <param name="known">What it was parsed to; null to parse it here.</param>
    public static StepParameters Of(string command, string shell, IReadOnlySet<string> assigned, ShellParseResult? known = null)
    {
        if (shell == SqlStep.Shell)
        {
            return None with { Found = [.. SqlText.Parse(command).Names.Where(name => !assigned.Contains(name)).Select(name => (name, (string?)null))] };
        }

        if (shell == ScriptReached.Shell)
        {
            ScriptText script = ScriptText.Parse(command);
            return new StepParameters([.. script.Places.Where(name => !assigned.Contains(name)).Select(name => (name, (string?)null))], script.Set);
        }

        if (!ShellParser.Reads(shell))
        {
            return None;
        }

        ShellParseResult parsed = known ?? ShellParser.Parse(command);
        List<(string Name, string? Default)> found = [];
        HashSet<string> seen = new(ParameterNames.Comparer);
        if (parsed.Script is not { } tree)
        {
            Add(parsed.Placeholders);
            return None with { Found = found };
        }

        ShellVariables variables = ShellVariables.Of(tree);
        foreach (string name in variables.Used)
        {
            if (!assigned.Contains(name) && !ParameterNames.IsWellKnown(name) && seen.Add(name))
            {
                found.Add((name, variables.DefaultOf(name)));
            }
        }

        Add(parsed.Placeholders);
        return new StepParameters(found, variables.Set);

        void Add(IReadOnlyList<ShellPlaceholder> placeholders)
        {
            foreach (ShellPlaceholder placeholder in placeholders)
            {
                if (seen.Add(placeholder.Name))
                {
                    found.Add((placeholder.Name, null));
                }
            }
        }
    }
}
