using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>
/// Scenarios whose parts stand in a fence of Markdown below an item, "1. Search is gone", and in the fence how it shows and
/// what is done; or in a list below the line that says what may be the case.
/// </content>
internal sealed partial class ScenarioReader
{
    /// <summary>How many fences are read as Markdown of their own; nobody has written so many.</summary>
    private const int MostFences = 100;

    private int _fences;

    /// <summary>True for a list of names, each with nothing but a fence of Markdown below it.</summary>
    internal static bool HoldsFencedCases(GuideSection section) =>
        section is { IsBold: false, Sections.Count: 0, Blocks: [.., ListBlock { Ordered: true, HasBoxes: false, Items.Count: >= 2 and <= MostFences } list] }
        && list.Items.All(item => item.Lines.Count == 1 && FencedCase(item) is { } fence && TellsLabelledParts(fence));

    private static CodeBlock? FencedCase(ListItem item) =>
        item is { Lines: [{ Text.Length: > 2 and <= 80 }], Blocks: [CodeBlock { Fenced: true, Language: "markdown" or "md" } fence] } ? fence : null;

    // "**Containment**:", and below it dashes; no headings, as a form has
    private static bool TellsLabelledParts(CodeBlock fence) =>
        !fence.Text.StartsWith('#') && !fence.Text.Contains("\n#", StringComparison.Ordinal)
        && Array.Exists(fence.TextLines, line => line.StartsWith("- ", StringComparison.Ordinal)) && Array.Exists(fence.TextLines, line => line.TrimEnd() is ['*', '*', .., ':'] or ['*', '*', .., ':', '*', '*']);

    // "If the shop is down:", and its list; what is said before all of them is about the chapter.
    private bool AddConditions(GuideSection section, List<Scenario> found)
    {
        if (!SectionClassifier.HoldsConditions(section))
        {
            return false;
        }

        for (int i = 0; i < section.Blocks.Count; i++)
        {
            if (!SectionClassifier.IsConditionAt(section, i))
            {
                continue;
            }

            TextBlock condition = (TextBlock)section.Blocks[i];
            ScenarioSteps steps = new(context);
            steps.AddNested([section.Blocks[i + 1]]);
            context.Ledger.Take(condition);
            found.Add(new Scenario { Name = condition.Text.TrimEnd(':', ' '), Symptoms = [], Remarks = [], Steps = steps.ToList(), Line = condition.Line });
        }

        return true;
    }

    /// <summary>The block without its comments that say how the scenario shows, "# Symptoms: it is slow" or "# Symptoms" above dashes: those are taken as signs.</summary>
    private CodeBlock WithoutSigns(CodeBlock code, List<string>? signs)
    {
        if (signs is null)
        {
            return code;
        }

        string[] lines = [.. code.TextLines];
        int before = signs.Count;
        for (int i = 0; i < lines.Length; i++)
        {
            string said = Comment().Match(lines[i]).Groups["said"].Value;
            said = said.Length == 0 && IsSignTitle(lines[i]) ? "symptoms:" : said;
            if (new TextLine(said, code.Line) is { Label: { } label, Value: { Length: > 0 } value } && ScenarioWords.IsSymptomOutright(label))
            {
                signs.AddRange(ExampleText.Split(value));
                lines[i] = string.Empty;
            }
            else if (ScenarioWords.IsSymptom(said.TrimEnd(':')))
            {
                for (int below = i + 1; below < lines.Length && lines[below].TrimStart() is ['-' or '*' or '•', ' ', ..]; below++)
                {
                    signs.Add(lines[below].TrimStart(' ', '-', '*', '•'));
                    lines[i] = lines[below] = string.Empty;
                }
            }
            else if (signs.Count > before && said.EndsWith(':') && FieldOf(said.TrimEnd(':')) is GuideField.Step)
            {
                // "# Resolution:" only parts the signs from the steps.
                lines[i] = string.Empty;
            }
        }

        if (signs.Count == before)
        {
            return code;
        }

        context.Ledger.Take(code);
        return new CodeBlock(code.Line, code.Language, string.Join('\n', lines), code.Fenced) { Info = code.Info };
    }

    // "DETECT the leak by:", at the very left
    private static bool IsSignTitle(string line) =>
        line.TrimEnd() is [>= 'A' and <= 'Z', .., ':'] and { Length: <= 60 } title && GuideWords.Fields.Find(title).Any(match => match is { Meaning: GuideField.Symptom, At: 0 });

    [GeneratedRegex(@"^\s*(?:#+|--|//)\s*(?<said>\S.*?)\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Comment();

    /// <summary>The scenario that an item names and its fence tells; null where there is none.</summary>
    private Scenario? FromFence(GuideSection section, ListItem item)
    {
        if (FencedCase(item) is not { } fence || !TellsLabelledParts(fence) || ++_fences > MostFences)
        {
            return null;
        }

        context.Ledger.TakeAll(item);
        // The lines keep their numbers.
        GuideSection told = GuideParser.Parse(string.Concat(new string('\n', fence.Line), fence.Text)).Root;
        foreach (GuideSection part in told.SelfAndDescendants)
        {
            part.Kind = SectionKind.Scenario;
        }

        Scenario scenario = FromSection(told);
        return scenario with { Name = SectionTitle.Parse(item.Bold ?? item.Text).NameWithoutRemarks.TrimEnd(':'), Severity = scenario.Severity ?? SeverityOf(section), Line = item.Line };
    }
}
