namespace IncidentOps.Build.Help;

/// <summary>Compares pages with the compiled cmdlets; every finding names its page and line.</summary>
internal static class HelpCheck
{
    internal static IEnumerable<string> Run(string folder, IReadOnlyList<HelpPage> pages, IReadOnlyList<CmdletFacts> cmdlets)
    {
        foreach (var page in pages)
        {
            var cmdlet = cmdlets.FirstOrDefault(other => other.Name == page.Name);
            var findings = cmdlet is null
                ? [(1, $"The module exports no cmdlet '{page.Name}'.")]
                : Prose(page).Concat(Facts(page, cmdlet));
            foreach (var (line, message) in findings)
            {
                yield return HelpException.Format(page.Path, line, message);
            }
        }

        foreach (var cmdlet in cmdlets.Where(cmdlet => pages.All(page => page.Name != cmdlet.Name)))
        {
            yield return HelpException.Format(
                Path.Combine(folder, cmdlet.Name + ".md"),
                1,
                $"'{cmdlet.Name}' has no page. Run: dotnet run --project src/IncidentOps.Build -- new-help");
        }
    }

    private static IEnumerable<(int Line, string Message)> Prose(HelpPage page)
    {
        if (Path.GetFileNameWithoutExtension(page.Path) != page.Name)
        {
            yield return (1, $"The file's name is not '{page.Name}.md'.");
        }

        foreach (var (key, value) in HelpPageWriter.FrontMatter(page.Name))
        {
            if (!page.FrontMatter.TryGetValue(key, out var actual) || actual != value)
            {
                yield return (1, $"The front matter should say '{key}: {value}'.");
            }
        }

        foreach (var (section, text) in new[] { ("SYNOPSIS", page.Synopsis), ("DESCRIPTION", page.Description) })
        {
            if (IsUnwritten(text))
            {
                yield return (page.SectionLines.GetValueOrDefault(section, 1), $"The {section} is not written.");
            }
        }

        if (page.Examples.Count < 2)
        {
            yield return (page.SectionLines.GetValueOrDefault("EXAMPLES", 1), "The page has fewer than two examples.");
        }

        foreach (var (example, index) in page.Examples.Select((example, index) => (example, index)))
        {
            if (!example.Title.StartsWith($"Example {index + 1}: ", StringComparison.Ordinal))
            {
                yield return (example.Line, $"The heading should begin with 'Example {index + 1}: '.");
            }

            if (IsUnwritten([example.Title, .. example.Introduction, .. example.Remarks]))
            {
                yield return (example.Line, $"'{example.Title}' does not say what it shows.");
            }
        }

        foreach (var parameter in page.Parameters.Where(parameter => IsUnwritten(parameter.Description)))
        {
            yield return (parameter.Line, $"The parameter -{parameter.Name} is not described.");
        }

        foreach (var note in page.Inputs.Concat(page.Outputs).Where(note => note.Title != "None" && IsUnwritten(note.Text)))
        {
            yield return (note.Line, $"'{note.Title}' is not described.");
        }
    }

    private static bool IsUnwritten(IReadOnlyList<string> text) =>
        text.Count == 0 || text.Any(paragraph => paragraph.Contains("{{ ", StringComparison.Ordinal) || paragraph.Length == 0);

    private static IEnumerable<(int Line, string Message)> Facts(HelpPage page, CmdletFacts cmdlet)
    {
        const string Remedy = "Run: dotnet run --project src/IncidentOps.Build -- update-help";
        var written = page.Syntax.Select(syntax => syntax with { Line = 0 });
        if (!written.SequenceEqual(cmdlet.Syntax))
        {
            yield return (page.SectionLines.GetValueOrDefault("SYNTAX", 1), $"The syntax is not the cmdlet's: {string.Join(" | ", cmdlet.Syntax.Select(syntax => syntax.Text))} {Remedy}");
        }

        foreach (var parameter in cmdlet.Parameters)
        {
            var described = page.Parameters.FirstOrDefault(other => other.Name == parameter.Name);
            if (described is null)
            {
                yield return (page.SectionLines.GetValueOrDefault("PARAMETERS", 1), $"The parameter -{parameter.Name} is missing. {Remedy}");
            }
            else if (!described.Facts.Select(facts => facts.WithoutDefault()).SequenceEqual(parameter.Facts.Select(facts => facts.WithoutDefault())))
            {
                yield return (described.Line, $"The block of -{parameter.Name} is not the cmdlet's. {Remedy}");
            }
        }

        foreach (var parameter in page.Parameters.Where(parameter => cmdlet.Parameters.All(other => other.Name != parameter.Name)))
        {
            yield return (parameter.Line, $"The cmdlet has no parameter -{parameter.Name}. {Remedy}");
        }

        foreach (var output in cmdlet.Outputs.Where(output => page.Outputs.All(note => note.Title != output)))
        {
            yield return (page.SectionLines.GetValueOrDefault("OUTPUTS", 1), $"The output type {output} is missing.");
        }
    }
}
