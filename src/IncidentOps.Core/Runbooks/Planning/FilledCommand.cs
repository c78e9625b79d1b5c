using System.Text;
using System.Text.RegularExpressions;
using IncidentOps.Core.Runbooks.Risks;
using IncidentOps.Core.Runbooks.Shell;

namespace IncidentOps.Core.Runbooks.Planning;

/// <summary>
/// A command as people want to read it before it runs. Only for reading: what runs gets its values as environment
/// variables. Values that would need quotes stay references, so that the text never says another thing than what runs.
/// </summary>
internal static partial class FilledCommand
{
    public static string Of(string command, IReadOnlyDictionary<string, string> values)
    {
        Dictionary<string, string> plain = new(StringComparer.Ordinal);
        foreach ((string name, string value) in values)
        {
            if (value.Length > 0 && ShellRisk.PlainValue().IsMatch(value))
            {
                plain[ParameterNames.VariableOf(name)] = value;
            }
        }

        return Variable().Replace(
            Placeholders(command, plain),
            match => match.Groups["name"] is { Success: true, Value: var name } && plain.TryGetValue(name, out string? value) ? value : match.Value);
    }

    private static string Placeholders(string command, Dictionary<string, string> plain)
    {
        StringBuilder text = new(command.Length);
        int done = 0;
        foreach (ShellPlaceholder placeholder in ShellParser.Parse(command).Placeholders.OrderBy(placeholder => placeholder.Start))
        {
            if (plain.TryGetValue(ParameterNames.VariableOf(placeholder.Name), out string? value))
            {
                text.Append(command, done, placeholder.Start - done).Append(value);
                done = placeholder.End;
            }
        }

        return text.Append(command, done, command.Length - done).ToString();
    }

    // What stands in single quotes is no variable to the shell.
    [GeneratedRegex(@"'[^']*'|\\.|\$(?:\{(?<name>\w+)\}|(?<name>\w+))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Variable();
}
