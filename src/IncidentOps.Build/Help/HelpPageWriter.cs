using System.Text;

namespace IncidentOps.Build.Help;

/// <summary>
/// Writes what the code decides into pages: a skeleton for a cmdlet that has none, and the syntax and the facts
/// of the parameters into a page that has its prose.
/// </summary>
internal static class HelpPageWriter
{
    /// <summary>Stands where an author has to write; the check refuses it.</summary>
    internal const string Placeholder = "{{ Write this. }}";

    private const string Online = "https://github.com/incidentops/incidentops/blob/main/docs/commands/";

    internal static IReadOnlyDictionary<string, string> FrontMatter(string name) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["external help file"] = "IncidentOps.PowerShell.dll-Help.xml",
        ["Module Name"] = "IncidentOps",
        ["online version"] = $"{Online}{name}.md",
        ["schema"] = "2.0.0",
    };

    internal static string Skeleton(CmdletFacts cmdlet)
    {
        var text = new StringBuilder();
        text.Append("---\n");
        foreach (var (key, value) in FrontMatter(cmdlet.Name))
        {
            text.Append(key).Append(": ").Append(value).Append('\n');
        }

        text.Append("---\n\n# ").Append(cmdlet.Name).Append("\n\n");
        text.Append("## SYNOPSIS\n\n").Append(Placeholder).Append("\n\n");
        text.Append("## SYNTAX\n\n").Append(Syntax(cmdlet)).Append('\n');
        text.Append("## DESCRIPTION\n\n").Append(Placeholder).Append("\n\n");
        text.Append("## EXAMPLES\n\n");
        foreach (var number in (int[])[1, 2])
        {
            text.Append("### Example ").Append(number).Append(": ").Append(Placeholder).Append("\n\n```powershell\n")
                .Append(cmdlet.Name).Append("\n```\n\n").Append(Placeholder).Append("\n\n");
        }

        text.Append("## PARAMETERS\n\n");
        foreach (var parameter in cmdlet.Parameters)
        {
            text.Append(Parameter(parameter)).Append('\n');
        }

        text.Append("### CommonParameters\n\n").Append(CommonParameters).Append("\n\n");
        AppendTypes(text, "INPUTS", cmdlet.Inputs);
        AppendTypes(text, "OUTPUTS", cmdlet.Outputs);
        text.Append("## NOTES\n\n## RELATED LINKS\n\n[about_IncidentOps](../about/about_IncidentOps.md)\n");
        return text.ToString();
    }

    /// <summary>The page's text with its syntax and parameters as the cmdlet has them now; the prose stays.</summary>
    internal static string Update(string text, HelpPage page, CmdletFacts cmdlet)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n').ToList();
        var edits = new List<(int Line, int Count, string Text)>
        {
            Section(page, lines, "SYNTAX", "\n" + Syntax(cmdlet) + "\n"),
            Section(page, lines, "PARAMETERS", "\n" + Parameters(page, lines, cmdlet)),
        };
        foreach (var (line, count, replacement) in edits.OrderByDescending(edit => edit.Line))
        {
            lines.RemoveRange(line, count);
            lines.InsertRange(line, replacement.Split('\n')[..^1]);
        }

        return string.Join('\n', lines);
    }

    /// <summary>The lines under a section's heading, as an edit to make.</summary>
    private static (int Line, int Count, string Text) Section(HelpPage page, List<string> lines, string section, string text)
    {
        var start = page.SectionLines.TryGetValue(section, out var line)
            ? line
            : throw new HelpException(page.Path, 1, $"The page has no section {section}.");
        var end = page.SectionLines.Values.Where(other => other > start).DefaultIfEmpty(lines.Count + 1).Min() - 1;
        return (start, end - start, text);
    }

    private static string Parameters(HelpPage page, List<string> lines, CmdletFacts cmdlet)
    {
        var text = new StringBuilder();
        foreach (var parameter in cmdlet.Parameters)
        {
            var old = page.Parameters.FirstOrDefault(other => other.Name.Equals(parameter.Name, StringComparison.OrdinalIgnoreCase));
            text.Append(old is null ? Parameter(parameter) : Parameter(parameter, Prose(lines, old.Line), old.Facts)).Append('\n');
        }

        return text.Append("### CommonParameters\n\n").Append(CommonParameters).Append("\n\n").ToString();
    }

    /// <summary>What the author wrote under a parameter's heading, before its YAML.</summary>
    private static string Prose(List<string> lines, int heading) => string.Join(
        '\n',
        lines.Skip(heading).TakeWhile(line => !line.StartsWith("```yaml", StringComparison.Ordinal) && !line.StartsWith("##", StringComparison.Ordinal))).Trim('\n');

    private static string Parameter(CmdletParameter parameter, string? prose = null, IReadOnlyList<ParameterFacts>? old = null)
    {
        var text = new StringBuilder($"### -{parameter.Name}\n\n{prose ?? StandardText(parameter.Name)}\n\n");
        foreach (var facts in parameter.Facts)
        {
            text.Append(facts == parameter.Facts[0] ? "" : "\n");
            var defaultValue = old?.FirstOrDefault(other => other.ParameterSets == facts.ParameterSets) ?? (old is [var first, ..] ? first : null);
            text.Append("```yaml\n")
                .AppendJoin('\n', (facts with { DefaultValue = defaultValue?.DefaultValue ?? facts.DefaultValue }).Lines())
                .Append("\n```\n");
        }

        return text.ToString();
    }

    private static string StandardText(string parameter) => parameter switch
    {
        "WhatIf" => "Says what would happen. Nothing is changed.",
        "Confirm" => "Asks before anything is changed.",
        _ => Placeholder,
    };

    private static string Syntax(CmdletFacts cmdlet)
    {
        var text = new StringBuilder();
        foreach (var syntax in cmdlet.Syntax)
        {
            if (syntax.SetName is { } name)
            {
                text.Append("### ").Append(name).Append(syntax.IsDefault ? " (Default)" : "").Append("\n\n");
            }

            text.Append("```\n").Append(syntax.Text).Append("\n```\n");
            text.Append(syntax == cmdlet.Syntax[^1] ? "" : "\n");
        }

        return text.ToString();
    }

    private static void AppendTypes(StringBuilder text, string section, IReadOnlyList<string> types)
    {
        text.Append("## ").Append(section).Append("\n\n");
        foreach (var type in types.DefaultIfEmpty("None"))
        {
            text.Append("### ").Append(type).Append("\n\n").Append(type == "None" ? "" : Placeholder + "\n\n");
        }
    }

    private const string CommonParameters =
        """
        This cmdlet supports the common parameters: -Debug, -ErrorAction, -ErrorVariable, -InformationAction,
        -InformationVariable, -OutBuffer, -OutVariable, -PipelineVariable, -ProgressAction, -Verbose, -WarningAction
        and -WarningVariable. See
        [about_CommonParameters](https://go.microsoft.com/fwlink/?LinkID=113216).
        """;
}
