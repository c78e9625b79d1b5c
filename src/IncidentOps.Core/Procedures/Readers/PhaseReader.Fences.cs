using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>What is done in a phase, written in a fence.</content>
internal sealed partial class PhaseReader
{
    // "Step 2: Go live", "4.1 Health check", and below it nothing but the commands for it
    private static bool IsStepOfCommands(GuideSection part) =>
        part is { Sections.Count: 0, Heading: { Ordinal: not null, Name.Length: > 0 }, Blocks: [_, ..] } && (part.Heading.OrdinalWord is null || OrdinalWords.IsStep(part.Heading.OrdinalWord))
        && part.Blocks.Exists(block => block is CodeBlock) && part.Blocks.TrueForAll(block => block is TextBlock || (block is CodeBlock code && ShellText.IsShell(code) && ShellText.CountedSteps(code).Count == 0));

    private void AddNumberedLines(CodeBlock code, string? group, List<PhaseActivity> activities)
    {
        string[] lines = code.TextLines;
        int before = activities.Count;
        for (int i = 0; i < lines.Length; i++)
        {
            SectionTitle title = SectionTitle.Parse(lines[i]);
            if (title.Name.Contains("    ", StringComparison.Ordinal))
            {
                // Columns beside one another: a drawing
                activities.RemoveRange(before, activities.Count - before);
                return;
            }

            if (title.Ordinal is not null && title.Name.Length > 0)
            {
                activities.Add(new PhaseActivity { Group = group, Text = title.Name, Line = code.Line + 1 + i });
            }
        }

        if (activities.Count > before && !ShellText.IsProse(code))
        {
            context.Ledger.Take(code);
        }
        else if (AddBranches(code, group, activities))
        {
            context.Ledger.Take(code);
        }
        else if (IsDashList(lines))
        {
            // "At once:", "Later:", each with what is done, dash by dash; "Who: …", "What: …" before it perhaps
            for (int i = 0; i < lines.Length; i++)
            {
                if (IsFact(lines[i]))
                {
                    activities.Add(new PhaseActivity { Text = lines[i].Trim(), Line = code.Line + 1 + i });
                    continue;
                }

                string line = lines[i].StartsWith('#') ? $"{lines[i].Trim('#', ' ', ':')}:" : lines[i];
                group = line.TrimEnd() is [.., ':'] title && !IsDashed(title) ? (DeedsTitle().IsMatch(title) ? null : title.Trim().TrimEnd(':')) : group;
                if (IsDashed(lines[i]))
                {
                    activities.Add(new PhaseActivity { Group = group, Text = lines[i].TrimStart(' ', '-', '*', '•'), Line = code.Line + 1 + i });
                }
            }

            context.Ledger.Take(code);
        }
    }

    // "├─ Wake the baker", and a branch of that below it
    private static bool AddBranches(CodeBlock code, string? group, List<PhaseActivity> activities)
    {
        (Match Branch, int Line)[] branches = [.. code.TextLines.Select((line, i) => (DrawnBranch().Match(line), code.Line + 1 + i)).Where(line => line.Item1.Success)];
        if (branches.Length < 2 || branches.Length < code.TextLines.Count(line => line.Trim(' ', '│', '|').Length > 0))
        {
            return false;
        }

        int outermost = branches.Min(one => one.Branch.Groups["text"].Index);
        string? above = group;
        foreach ((Match branch, int line) in branches)
        {
            bool outer = branch.Groups["text"].Index == outermost;
            above = outer ? branch.Groups["text"].Value : above;
            activities.Add(new PhaseActivity { Group = outer ? group : above, Text = branch.Groups["text"].Value, Line = line });
        }

        return true;
    }

    [GeneratedRegex(@"^[\s│|]*[┌├└╰╭]─*[>►▶]?\s*(?<text>\p{L}.*?)\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex DrawnBranch();

    private static bool IsDashed(string line) => line.TrimStart() is ['-' or '*' or '•', ' ', ..];

    // "Who: whoever is up", as far to the left as the titles
    private static bool IsFact(string line) =>
        line.Length > 0 && char.IsLetter(line[0]) && new TextLine(line.TrimEnd(), 0) is { Label.Length: <= 24, Value.Length: > 0 };

    private static bool IsDashList(string[] lines) =>
        lines.Where(line => line.Trim().Length > 0).ToArray() is { Length: >= 2 } told && told.Count(IsDashed) >= 2
        && Array.TrueForAll(told, line => IsDashed(line) || line.TrimEnd().EndsWith(':') || line.StartsWith('#') || IsFact(line))
        && (Array.TrueForAll(told, line => IsDashed(line) || line.StartsWith('#')) || (Array.Find(told, line => !IsFact(line)) is { } first && first.TrimEnd().EndsWith(':')));

    // "Actions:" above all that is done sorts nothing.
    [GeneratedRegex(@"^\s*(?:actions?|activities|steps?|tasks?|to do|acciones|ações|actions à mener|maßnahmen|azioni)\s*:\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DeedsTitle();

    // What calls for the phase is nothing to do in it.
    [GeneratedRegex(@"^(?:(?:triggered|required|applies|applicable|starts?|begins?|needed|mandatory) (?:when|if|for)|triggers?|entry criteria|exit criteria)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WhenLabel();
}
