using IncidentOps.Core.Runbooks.Reading;
using IncidentOps.Procedures;
using IncidentOps.Runbooks;

namespace IncidentOps.Core.Runbooks;

/// <summary>A guide's scenario as a runbook: its steps, read as those of any runbook are.</summary>
internal static class ScenarioRunbook
{
    /// <summary>The guide's scenarios that can be run, each with the name it is known by. Of two with one name the first keeps it.</summary>
    public static IReadOnlyList<(string Name, Scenario Scenario)> Of(Procedure procedure)
    {
        List<(string, Scenario)> found = [];
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (Scenario scenario in procedure.Scenarios.Where(scenario => Drafts(scenario).Any()))
        {
            string own = RunbookReader.NameOf(scenario.Name);
            string name = own;
            for (int number = 2; !names.Add(name); number++)
            {
                name = $"{own}-{number}";
            }

            found.Add((name, scenario));
        }

        return found;
    }

    /// <param name="scenario">The scenario.</param>
    /// <param name="name">The name it is known by.</param>
    /// <param name="path">The guide.</param>
    /// <param name="sha256">The hash of the guide's bytes.</param>
    public static Runbook Read(Scenario scenario, string name, string path, string sha256)
    {
        StepCompiler compiler = new(path, []);
        foreach (StepDraft draft in Drafts(scenario))
        {
            compiler.Add(draft);
        }

        return new Runbook
        {
            Name = name,
            Title = scenario.Name,
            Path = path,
            Line = scenario.Line,
            IsScenario = true,
            Sha256 = sha256,
            Severity = scenario.Severity,
            Symptoms = scenario.Symptoms,
            Parameters = compiler.Parameters,
            Steps = compiler.Steps,
            Findings = compiler.Findings,
        };
    }

    /// <summary>A step for each command; one for a person to do where a step has none. What only explains is no step.</summary>
    private static IEnumerable<StepDraft> Drafts(Scenario scenario)
    {
        foreach (ScenarioStep step in scenario.Steps)
        {
            SectionMeaning meaning = RunbookParts.Of(step.Group ?? "", default) ?? default;
            if (meaning.IsContext)
            {
                continue;
            }

            List<StepDraft> commands = [.. step.Code.Select(code => Draft(code, step, meaning.Part)).OfType<StepDraft>()];
            StepDraft.DropRepeated(commands, 0);
            if (commands.Count == 0)
            {
                commands.Add(new StepDraft { Title = MarkdownText.Title(step.Text, []), Part = meaning.Part, Line = step.Line });
            }

            foreach (StepDraft draft in commands)
            {
                yield return draft;
            }
        }
    }

    private static StepDraft? Draft(ScenarioCode code, ScenarioStep step, RunbookPart part)
    {
        FenceAttributes attributes = FenceAttributes.Parse(code.Info ?? "");
        (string Shell, string Command)? found = code.Info is null ? CommandText.Inline(code.Text) : CommandText.Extract(code.Text, attributes.Language);
        return found is not { } command
            ? null
            : new StepDraft
            {
                Title = MarkdownText.Title(step.Text, step.Code.Where(other => other.Info is null && CommandText.Inline(other.Text) is not null).Select(other => other.Text)),
                Part = part,
                Line = code.Line,
                Shell = command.Shell,
                Command = command.Command,
                Attributes = attributes,
                Inline = code.Info is null,
            };
    }
}
