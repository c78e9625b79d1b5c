using System.Text;

namespace IncidentOps.Core.Runbooks.Shell;

/// <summary>
/// Puts references to environment variables in the places that a document left open. The value itself never becomes
/// part of the text, so that nothing in it can end a quote or start a command.
/// </summary>
internal static class PlaceholderText
{
    /// <summary>The command with its placeholders rewritten; null where one stands where no value can go.</summary>
    public static string? Rewrite(string command)
    {
        ShellParseResult parsed = ShellParser.Parse(command);
        if (parsed.Placeholders.Count == 0)
        {
            return command;
        }

        if (parsed.Script is null || parsed.Placeholders.Any(placeholder => placeholder.Quoting == ShellQuoting.Fixed))
        {
            return null;
        }

        StringBuilder text = new(command.Length + 16 * parsed.Placeholders.Count);
        int done = 0;
        foreach (ShellPlaceholder placeholder in parsed.Placeholders.OrderBy(placeholder => placeholder.Start))
        {
            string reference = $"${{{ParameterNames.VariableOf(placeholder.Name)}}}";
            text.Append(command, done, placeholder.Start - done);
            text.Append(placeholder.Quoting switch
            {
                ShellQuoting.None => $"\"{reference}\"",
                ShellQuoting.Single => $"'\"{reference}\"'",
                ShellQuoting.AnsiC => $"'\"{reference}\"$'",
                _ => reference,
            });
            done = placeholder.End;
        }

        return text.Append(command, done, command.Length - done).ToString();
    }
}
