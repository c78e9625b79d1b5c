using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;
using IncidentOps.Incidents;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Procedures.Readers;

/// <summary>The phases of the workflow: headings below a workflow heading, or "Phase 1", "Phase 2", … wherever they stand.</summary>
internal sealed partial class PhaseReader(GuideContext context)
{
    public IReadOnlyList<WorkflowPhase> Read()
    {
        GuideSection[] sections = Best();
        sections = sections.Length <= 1 && ChaptersOfProcess() is { Length: > 0 } chapters ? chapters : sections;
        if (sections.Length <= 1 && NamedBelow() is { Count: > 0 } named)
        {
            return named;
        }

        if (sections.Length <= 1 && RunIn() is { Count: > 0 } runIn)
        {
            return runIn;
        }

        if ((sections.Length <= 1 || (Array.TrueForAll(sections, IsUnnamed) && context.Document.Sections.Any(HoldsNamedSteps)) || context.Document.Sections.Any(section => HoldsBareRun(section, sections))) && FromAnyBlocks(beside: sections) is { Count: > 0 } listed)
        {
            return listed;
        }

        sections = sections.Length > 0 ? sections : Alone();
        if (FirstOf([() => sections is [var only] ? FromOnly(only) : [], () => FromRunWithin(sections), () => FromChainWithin(sections)]) is { Count: > 0 } within)
        {
            return within;
        }

        if (sections.Length > 0)
        {
            for (GuideSection? container = sections[0].Parent; container is { Kind: SectionKind.Workflow }; container = container.Parent)
            {
                context.Ledger.Take(container);
                TakeOverviewOf(container, sections);
            }

            return FromSummary(sections) ?? FromChain(sections) ?? FromTable(sections) ?? (IReadOnlyList<WorkflowPhase>?)FromFlow(sections) ?? [.. sections.Select((section, i) => FromSection(section, i + 1))];
        }

        return FirstOf([FromOnlyCase, FromToldChain, FromCourse, FromCountedFlow]);
    }

    // One heading alone stands back behind a list of titled steps.
    private List<WorkflowPhase> FromAnyBlocks(GuideSection[] beside)
    {
        foreach (GuideSection section in context.Document.Sections.Where(section => section.Kind == SectionKind.Workflow && (beside.Length == 0 || HoldsTitledSteps(section) || HoldsBareRun(section, beside) || section.Blocks.Exists(block => ChainIn(block)?.Length >= 4))))
        {
            if (FromBlocks(section) is { Count: > 0 } phases)
            {
                context.Ledger.Take(section);
                return phases;
            }
        }

        return beside.Length == 0 ? FromNamedList() : [];
    }

    private GuideSection[] Best()
    {
        GuideSection[] best = [];
        int bestScore = 0;
        foreach (GuideSection parent in context.Document.Root.SelfAndDescendants)
        {
            if (parent.Kind is SectionKind.Scenario or SectionKind.Scenarios or SectionKind.PostMortemTemplate or SectionKind.Templates or SectionKind.Exercise or SectionKind.Severities or SectionKind.Escalation or SectionKind.Contacts
                && !(parent is { Kind: SectionKind.Severities, Parent.Kind: SectionKind.Workflow }))
            {
                continue;
            }

            GuideSection[] phases = PhasesOf(parent);
            int score = phases.Length == 0 || AreCommands(parent, phases) ? 0 : Score(parent, phases);
            if (score > bestScore)
            {
                (best, bestScore) = (phases, score);
            }
        }

        // One or two chapters, of which one is told in "Step 1 (0-5 min)" to "Step 4 (30-60 min)": the steps are the course.
        GuideSection[]? timed = best.Length > 2 ? null : best.Select(PhasesOf).FirstOrDefault(steps => steps.Length >= 4 && Array.TrueForAll(steps, step => OrdinalWords.IsPhase(step.Heading.OrdinalWord)) && steps.Count(step => step.Heading.Remarks.Any(LooseSeverityText.IsTime)) * 2 >= steps.Length);
        return timed ?? (best.Length > 0 ? best : FirstAndLast());
    }

    private GuideSection[] PhasesOf(GuideSection parent)
    {
        if (HowTo().IsMatch(parent.Heading.NameWithoutRemarks))
        {
            return [];
        }

        GuideSection[] named = OfOneWord([.. parent.Sections.Where(section => PhaseWords.IsOrdinal(section.Heading.OrdinalWord))]);
        if (named.Length >= 2)
        {
            return [.. named, .. InNextChapters(parent, named[^1].Heading)];
        }

        if (parent.Kind is SectionKind.Workflow)
        {
            GuideSection[] below = [.. parent.Sections.Where((section, i) => (section.Kind is SectionKind.Phase && !(section is { Blocks: [ListBlock times], Sections.Count: 0 } && IsOfTimes(times))) || IsBetweenPhases(parent, i) || HoldsCases(section))];
            below = WithoutBeside(below is [var first, ..] && below.Count(HasWindow) >= 3 && !HasWindow(first) && TellsWhatSetsItOff(first) ? below[1..] : below);
            below = Array.TrueForAll(below, IsToldWithLevel) ? [] : below;
            return below.Length >= 2 && Array.TrueForAll(below, section => section.IsBold && Way().IsMatch(section.Heading.Name)) ? [] : below;
        }

        GuideSection[] run = NumberedRun(parent);
        run = run.Length > 0 ? run : ContinuedRun(parent);
        if (run.Length > 0)
        {
            return run;
        }

        // "P0 - Critical" below the workflow, with what is done then.
        bool ofLevel = parent is { Kind: SectionKind.Severities, Parent.Kind: SectionKind.Workflow };
        if (ofLevel)
        {
            GuideSection[] parts = [.. parent.Sections.Where(section => PhaseWords.BeginsWithPhase(section.Heading) || HasWindow(section))];
            return parts.Length >= 3 ? parts : [];
        }

        if (AroundIncident(parent) is { Length: > 0 } around)
        {
            return around;
        }

        if (WholeRun(parent) is { Length: > 0 } whole)
        {
            return CalledPhases(whole) is { Length: > 0 } called ? called : whole;
        }

        GuideSection[] known = [.. parent.Sections.Where((section, at) => !section.IsBold
            && section.Kind is SectionKind.Unknown or SectionKind.Phase or SectionKind.PostMortem or SectionKind.Communication
            && section.Heading.OrdinalWord is not ("appendix" or "annex") && !(section.Heading.Ordinal is null && Sources().IsMatch(section.Heading.NameWithoutRemarks) && !HasWindow(section))
            && (PhaseWords.BeginsWithPhase(section.Heading) || IsWindow(section) || (section.Heading.Ordinal is not null && HasWindow(section)) || StandsBetweenPhases(parent, at)))];
        known = known is [var source, _, ..] && known.Count(HasWindow) >= 2 && !HasWindow(source) && TellsWhatSetsItOff(source) ? known[1..] : known;
        // "4. Post-mortem", "5. Its form", "6. Communication": what comes after another chapter is beside the way.
        int review = Array.FindIndex(known, section => PhaseWords.Meaning(section.Heading.NameWithoutRemarks) is IncidentPhase.PostIncident);
        known = review >= 2 && review + 1 < known.Length && CountOf(known[review]) is > 0 and var count && CountOf(known[review + 1]) > count + 1 ? known[..(review + 1)] : known;
        // "Within a day", "Within a week", of the review: when its tasks are due.
        bool due = parent.Kind is SectionKind.PostMortem && Array.TrueForAll(known, IsWindow);
        return !due && !Array.TrueForAll(known, IsBlank) && (known.Length >= 3 || known.Count(IsWindow) >= 2) ? known : [];
    }

    // "How to escalate", step by step, is one deed of the course.
    [GeneratedRegex(@"^how to (?:escalate|report|contact|communicate|page|declare)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HowTo();

    // "1) Validate (test)", "2) Validate (production)", and nothing but the commands to copy
    private static bool AreCommands(GuideSection parent, GuideSection[] phases) =>
        parent.Kind is not SectionKind.Workflow && Array.TrueForAll(phases, phase => phase.Blocks is [CodeBlock code] && ShellText.IsShell(code) && phase.Sections.Count == 0)
        && phases.DistinctBy(phase => phase.Heading.NameWithoutRemarks, StringComparer.Ordinal).Count() < phases.Length;

    private static int Score(GuideSection parent, GuideSection[] phases) =>
        (phases.Length >= 2 ? 10 : 0) + Math.Min(phases.Length, 8) + (parent.Kind == SectionKind.Workflow ? 12 : 0)
        + (phases.Count(section => PhaseWords.IsOrdinal(section.Heading.OrdinalWord) && !OrdinalWords.IsStep(section.Heading.OrdinalWord)) >= 2 ? 20 : 0)
        + (3 * phases.Count(section => PhaseWords.IsPhase(section.Heading))) + (2 * phases.Count(HasWindow));

    // A numbered list of links to the phases' headings says nothing new.
    private void TakeOverviewOf(GuideSection container, GuideSection[] phases)
    {
        foreach (ListBlock list in container.Blocks.OfType<ListBlock>())
        {
            foreach (ListItem item in list.Items.Where(item => phases.Any(phase => SectionTitle.Normalise(item.Text).EndsWith(phase.Heading.Normal, StringComparison.Ordinal))))
            {
                context.Ledger.Take(item);
            }
        }
    }

    private WorkflowPhase FromSection(GuideSection section, int order)
    {
        section.Kind = section.Kind is SectionKind.Phase or SectionKind.Unknown or SectionKind.Communication or SectionKind.Prose or SectionKind.Workflow ? SectionKind.Phase : section.Kind;
        context.Ledger.Take(section);
        List<PhaseActivity> activities = [];
        List<string> commands = [];
        AddBlocks(section.Blocks, null, activities, commands);
        string? goal = Told(activities, GoalLabel());
        string? owner = Told(activities, OwnerLabel());
        foreach (GuideSection part in section.Descendants)
        {
            if (part.Kind is SectionKind.Checklist or SectionKind.Templates or SectionKind.Tools or SectionKind.PostMortemTemplate or SectionKind.Severities or SectionKind.Scenario or SectionKind.Scenarios)
            {
                continue;
            }

            int before = activities.Count + commands.Count;
            if (IsStepOfCommands(part))
            {
                activities.Add(new PhaseActivity { Text = part.Heading.NameWithoutRemarks, Line = part.Line });
            }

            AddBlocks(part.Blocks, part.Heading.NameWithoutRemarks, activities, commands);
            if (activities.Count + commands.Count > before || part.Blocks.TrueForAll(block => block is TextBlock))
            {
                context.Ledger.Take(part);
            }
        }

        return new WorkflowPhase
        {
            Order = order,
            Name = NameOf(section),
            Goal = goal,
            Owner = owner,
            Window = WindowOf(section),
            Activities = activities,
            Commands = commands,
            Line = section.Line,
        };
    }

    // "Contain (first hour)", "0-15 min: contain"
    private static string? WindowOf(GuideSection section) =>
        section.Heading.Remarks.FirstOrDefault(remark => DurationText.TryParse(remark, out _))
        ?? (LeadingWindow().Match(section.Heading.NameWithoutRemarks) is { Success: true } window ? window.Groups["window"].Value : null);

    // "Goal: …", "Owner: …" tell of the phase, and are nothing to do.
    private static string? Told(List<PhaseActivity> activities, Regex label)
    {
        int at = activities.FindIndex(activity => Labelled(activity) is { Label: { } name } && label.IsMatch(name));
        if (at < 0)
        {
            return null;
        }

        string told = Labelled(activities[at]).Value;
        activities.RemoveAt(at);
        return told;
    }

    private static TextLine Labelled(PhaseActivity activity) =>
        activity.Group is null ? new TextLine(activity.Text, activity.Line) : new TextLine($"{activity.Group}: {activity.Text}", activity.Line);

    private void AddBlocks(IReadOnlyList<GuideBlock> blocks, string? group, List<PhaseActivity> activities, List<string> commands)
    {
        foreach (GuideBlock block in blocks)
        {
            switch (block)
            {
                case ListBlock { HasBoxes: false } list when !IsOfMeeting(list):
                    AddItems(list, group, activities, commands);
                    break;
                case TableBlock table:
                    foreach (TableLine row in table.Rows)
                    {
                        activities.Add(new PhaseActivity { Group = group, Text = string.Join(": ", row.Cells.Select(cell => cell.Text).Where(text => text.Length > 0)), Line = row.Line });
                        context.Ledger.Take(row);
                    }

                    context.Ledger.Take(table);
                    break;
                case CodeBlock code when ShellText.IsShell(code) && !ShellText.IsProse(code):
                    activities.AddRange(ShellText.CountedSteps(code).Select(step => new PhaseActivity { Group = group, Text = step.Text, Line = step.Line }));
                    commands.AddRange(ShellText.Commands(code));
                    context.Ledger.Take(code);
                    break;
                case CodeBlock code:
                    AddNumberedLines(code, group, activities);
                    break;
                case TextBlock text:
                    foreach (TextLine line in text.Lines.Where(line => line.Label is not null && line.Bold is not null && line.Value.Length > 0 && !WhenLabel().IsMatch(line.Label)))
                    {
                        activities.Add(new PhaseActivity { Group = line.Label, Text = line.Value, Line = line.Line });
                    }

                    break;
                default:
                    break;
            }
        }
    }

    private void AddItems(ListBlock list, string? group, List<PhaseActivity> activities, List<string> commands)
    {
        context.Ledger.Take(list);
        foreach (ListItem item in list.Items.Where(item => !context.Ledger.Has(item)))
        {
            context.Ledger.Take(item);
            bool title = item.Bold is not null && item.Children.Any() && item.Value.Length <= 40;
            if (!title && item.Text.Length > 0)
            {
                activities.Add(new PhaseActivity { Group = group, Text = item.Text, Line = item.Line });
            }
            else if (title)
            {
                activities.Add(new PhaseActivity { Group = group, Text = item.Text.TrimEnd(':'), Line = item.Line });
            }

            AddBlocks(item.Blocks, title ? item.Label ?? item.Bold : group, activities, commands);
        }
    }
}
