using System.Globalization;
using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>Phases drawn one below the other, an arrow between each two, with or without a time before and deeds behind.</content>
internal sealed partial class PhaseReader
{
    private const int LongestFlow = 120;

    // "T+0  DETECTION", an arrow down, "T+15min  CONTAINMENT", "→ stop the writes", an arrow down, …
    private static WorkflowPhase[] DrawnFlow(CodeBlock code)
    {
        if (code.TextLines.Length > LongestFlow || ShellText.IsShell(code))
        {
            return [];
        }

        if (code.Text.Contains('┌', StringComparison.Ordinal))
        {
            return BoxedFlow(code);
        }

        List<WorkflowPhase> phases = [];
        List<PhaseActivity> told = [];
        bool open = true;
        for (int i = 0; i < code.TextLines.Length; i++)
        {
            string line = code.TextLines[i].Trim();
            int at = code.Line + 1 + i;
            if (line.Length == 0)
            {
                continue;
            }

            if (ArrowDown().IsMatch(line))
            {
                open = true;
            }
            else if (open)
            {
                string[] columns = Columns().Split(line);
                bool timed = columns.Length == 2 && TimeColumn().IsMatch(columns[0]);
                SectionTitle title = SectionTitle.Parse(timed ? columns[1] : line);
                if (title.NameWithoutRemarks.Length is 0 or > 48 || (columns.Length > 1 && !timed) || FrameMark().IsMatch(title.Name))
                {
                    return [];
                }

                told = [];
                phases.Add(new WorkflowPhase { Order = phases.Count + 1, Name = title.NameWithoutRemarks, Window = timed ? columns[0] : title.Remarks.FirstOrDefault(LooseSeverityText.IsTime), Activities = told, Line = at });
                open = false;
            }
            else if (FlowItem().Match(line) is { Success: true } item)
            {
                told.Add(new PhaseActivity { Text = line[item.Length..], Line = at });
            }
            else if (told.Count > 0)
            {
                told[^1] = told[^1] with { Text = $"{told[^1].Text} {line}" };
            }
            else
            {
                return [];
            }
        }

        return AreCourse(phases) ? [.. phases] : [];
    }

    // One chapter alone: its heads are the phases, or the boxes drawn in it.
    private List<WorkflowPhase> FromOnly(GuideSection section)
    {
        if (FromHeads(section) is { Count: > 0 } heads)
        {
            return heads;
        }

        foreach (CodeBlock drawn in section.Blocks.OfType<CodeBlock>())
        {
            if (DrawnFlow(drawn) is { Length: > 0 } flow)
            {
                context.Ledger.Take(drawn);
                return [.. flow];
            }
        }

        return [];
    }

    // "│ DETECTION │  ← the alarm rings", a box of one line and what is said beside it, then an arrow down to the next
    private static WorkflowPhase[] BoxedFlow(CodeBlock code)
    {
        List<WorkflowPhase> phases = [];
        for (int i = 0; i < code.TextLines.Length; i++)
        {
            string line = code.TextLines[i].Trim();
            if (NamedBox().Match(line) is { Success: true } box)
            {
                string told = box.Groups["told"].Value;
                phases.Add(new WorkflowPhase { Order = phases.Count + 1, Name = SectionTitle.Parse(box.Groups["name"].Value).NameWithoutRemarks, Activities = told.Length == 0 ? [] : [new PhaseActivity { Text = told, Line = code.Line + 1 + i }], Line = code.Line + 1 + i });
            }
            else if (line.Trim(Frame).Length > 0)
            {
                return [];
            }
        }

        return AreCourse(phases) ? [.. phases] : [];
    }

    private static bool AreCourse(List<WorkflowPhase> phases) =>
        phases.Count >= 4 && phases.Count(phase => PhaseWords.IsPhase(SectionTitle.Parse(phase.Name))) is var named && (named * 2 >= phases.Count || named >= 3);

    [GeneratedRegex(@"^[│|║]\s*(?<name>\p{L}[^│|║]{1,38}?)\s*[│|║](?:\s*(?:[←⟵]|<-+|-->?|[–—:])\s*(?<told>\S.*))?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NamedBox();

    // "Response flow", in a chapter of something else, with "1. Look at it", an arrow down, "2. Sort it out" in a fence
    private List<WorkflowPhase> FromCountedFlow()
    {
        foreach (GuideSection section in context.Document.Sections.Where(section => section is { IsBold: false, Kind: SectionKind.Escalation or SectionKind.Unknown or SectionKind.Communication } && FlowTitle().IsMatch(section.Heading.NameWithoutRemarks)))
        {
            (SectionTitle Title, int Line)[] named = section.Blocks.OfType<CodeBlock>().ToArray() is [var code] && code.TextLines.Length <= LongestFlow && !ShellText.IsShell(code)
                ? [.. code.TextLines.Select((line, i) => (Text: line.Trim(), Line: code.Line + 1 + i)).Where(line => line.Text.Length > 0 && !ArrowDown().IsMatch(line.Text)).Select(line => (SectionTitle.Parse(line.Text), line.Line))] : [];
            if (named.Length >= 4 && named.Select((one, i) => one.Title.Ordinal == (i + 1).ToString(CultureInfo.InvariantCulture) && one.Title.NameWithoutRemarks.Length is > 0 and <= 48).All(counted => counted))
            {
                context.Ledger.Take(section);
                context.Ledger.Take(section.Blocks.OfType<CodeBlock>().First());
                return [.. named.Select((one, i) => new WorkflowPhase { Order = i + 1, Name = one.Title.NameWithoutRemarks, Line = one.Line })];
            }
        }

        return [];
    }

    [GeneratedRegex(@"\b(?:flow|workflow|process|sequence|ablauf|flujo|fluxo|flux)\b|流程|フロー|흐름", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FlowTitle();

    // "flowchart LR", and in it one box after the other, none beside another
    private static string[]? ChartChain(CodeBlock code)
    {
        string[] lines = [.. code.TextLines.Select(line => line.Trim()).Where(line => line.Length > 0)];
        if (!code.Language.Equals("mermaid", StringComparison.OrdinalIgnoreCase) || lines.Length is 0 or > LongestFlow || !ChartKind().IsMatch(lines[0]))
        {
            return null;
        }

        Dictionary<string, string> names = new(StringComparer.Ordinal);
        Dictionary<string, string> next = new(StringComparer.Ordinal);
        foreach (string line in lines.Skip(1).Where(line => line.Length < 400 && ChartArrow().IsMatch(line)))
        {
            Match[] boxes = [.. ChartArrow().Split(line).Select(part => ChartBox().Match(part.Trim()))];
            if (!Array.TrueForAll(boxes, box => box.Success))
            {
                return null;
            }

            foreach (Match box in boxes.Where(box => box.Groups["name"].Success))
            {
                names[box.Groups["id"].Value] = box.Groups["name"].Value.Trim().Trim('"');
            }

            for (int i = 0; i + 1 < boxes.Length; i++)
            {
                if (!next.TryAdd(boxes[i].Groups["id"].Value, boxes[i + 1].Groups["id"].Value))
                {
                    return null;
                }
            }
        }

        string[] first = [.. next.Keys.Except(next.Values, StringComparer.Ordinal)];
        List<string> chain = [];
        for (string? id = first is [var only] ? only : null; id is not null && chain.Count <= next.Count; id = next.GetValueOrDefault(id))
        {
            chain.Add(SectionTitle.Parse(names.GetValueOrDefault(id, id)).NameWithoutRemarks);
        }

        return chain.Count >= 3 && chain.Count == next.Count + 1 && chain.TrueForAll(name => name.Length is > 0 and <= 48) ? [.. chain] : null;
    }

    [GeneratedRegex(@"^(?:flowchart|graph)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ChartKind();

    [GeneratedRegex(@"\s*(?:-{2,}>|={2,}>|-\.+->)\s*", RegexOptions.CultureInvariant)]
    private static partial Regex ChartArrow();

    // "A", "A[Detect]", "A(Detect)"; a diamond asks
    [GeneratedRegex(@"^(?<id>\w+)(?:[\[(]+(?<name>[^\[\](){}|]+)[\])]+)?;?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ChartBox();

    // With or without what leads on: "▼ (if data were read)"
    [GeneratedRegex(@"^[↓⬇▼v|│]+(?:\s*\([^()]{1,80}\))?$", RegexOptions.CultureInvariant)]
    private static partial Regex ArrowDown();

    [GeneratedRegex(@"[├└┌┐┘─]|→|<-|->", RegexOptions.CultureInvariant)]
    private static partial Regex FrameMark();

    [GeneratedRegex(@"^(?:[-–•*→]|->|[├└]─*)\s*(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex FlowItem();

    [GeneratedRegex(@"\s{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Columns();

    [GeneratedRegex(@"^(?:T\s?[+-]\s?\d.{0,16}|\+?\d.{0,16}|ASAP|immediate(?:ly)?|at once|sofort|inmediato|imediato|immédiat)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TimeColumn();
}
