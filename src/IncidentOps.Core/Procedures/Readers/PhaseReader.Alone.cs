using System.Globalization;
using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;
using IncidentOps.Incidents;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>
/// What is done first, where a guide tells of no run of phases: "Initial triage" and its numbered steps. What is told with
/// the levels is no run.
/// </content>
internal sealed partial class PhaseReader
{
    // One such chapter is enough; what else is called as phases are stands beside it. Reporting is what everybody does.
    private GuideSection[] Alone()
    {
        GuideSection? chapters = context.Document.Root.SelfAndDescendants.FirstOrDefault(parent => parent is { Level: <= 1, Kind: SectionKind.Unknown or SectionKind.Scenarios or SectionKind.Workflow } && parent.Sections.Exists(IsFirstResponse));
        return [.. (chapters?.Sections ?? []).Where(section => IsFirstResponse(section) || IsPhaseBeside(section))];
    }

    /// <summary>The chapters of a page that is the process as a whole: "Declare it", "Ensure that somebody leads", "Fixing it", "Post incident".</summary>
    private GuideSection[] ChaptersOfProcess()
    {
        string title = context.Document.Title is { } whole ? SectionTitle.Parse(whole).NameWithoutRemarks : string.Empty;
        if (!GuideWords.Sections.Is(title, SectionKind.Workflow))
        {
            return RespondingTo().IsMatch(title) ? RunOfDeeds() : [];
        }

        GuideSection top = context.Document.Root.Sections is [{ Level: 1 } only] ? only : context.Document.Root;
        GuideSection[] chapters = [.. (top.Sections is [{ Level: 1 } heading, ..] && heading.Sections.Count > 1 ? heading : top).Sections.Where(section => !section.IsBold)];
        return chapters.Length is >= 4 and <= 12 && chapters[^1].Kind is SectionKind.PostMortem or SectionKind.Phase
            && Array.TrueForAll(chapters, section => section.Kind is SectionKind.Unknown or SectionKind.Phase or SectionKind.PostMortem or SectionKind.Roles or SectionKind.Communication or SectionKind.Workflow)
            && chapters.Count(section => PhaseWords.BeginsWithPhase(section.Heading) || Doing().IsMatch(section.Heading.NameWithoutRemarks)) * 4 >= chapters.Length * 3
                ? chapters : [];
    }

    // "Tell people if you see it", "Appoint a lead", "Work to fix it", "After the incident": the run of deeds that leads to where it is over
    private GuideSection[] RunOfDeeds()
    {
        GuideSection top = context.Document.Root.Sections.Find(section => section.Level == 1 && section.Sections.Count > 1) ?? context.Document.Root;
        GuideSection[] chapters = [.. top.Sections.Where(section => !section.IsBold && section.Kind is not SectionKind.Prose)];
        int last = Array.FindLastIndex(chapters, section => section.Kind is SectionKind.PostMortem || AfterIt().IsMatch(section.Heading.NameWithoutRemarks));
        int first = last;
        while (first > 0 && (PhaseWords.BeginsWithPhase(chapters[first - 1].Heading) || Doing().IsMatch(chapters[first - 1].Heading.NameWithoutRemarks)))
        {
            first--;
        }

        return last >= 0 && last - first >= 5 ? chapters[first..(last + 1)] : [];
    }

    [GeneratedRegex(@"^(?:responding|how (?:to|we) respond) to (?:an? )?(?:alerts and |alerts? or )?incidents?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RespondingTo();

    [GeneratedRegex(@"^after (?:an? |the )?incident$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AfterIt();

    // "Declare an incident", "Fixing the problem"
    [GeneratedRegex(@"^(?:declare|determine|assess|freeze|exit|preserve|protect|isolate|contain|triage|execute|verify|restore|recover|assign|classify|set|confirm|evaluate|establish|identify|decide|ensure|end|close|open|start|fix|solve|resolve|report|tell|call|gather|notify|appoint|agree|announce|stop|monitor|learn|write|update|work to|create|record|inform|categori[sz]e|\p{L}{3,}ing (?:the|an?|your|up)\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Doing();

    private static bool IsFirstResponse(GuideSection section) =>
        section is { IsBold: false, Kind: SectionKind.Unknown or SectionKind.Phase }
        && section.Blocks.Exists(block => block is ListBlock { Ordered: true, HasBoxes: false, Items.Count: >= 2 })
        && ((PhaseWords.BeginsWithPhase(section.Heading) && PhaseWords.Meaning(section.Heading.NameWithoutRemarks) is IncidentPhase.Triage or IncidentPhase.Response or IncidentPhase.Resolution) || IsWindow(section) || FirstMove().IsMatch(section.Heading.NameWithoutRemarks));

    private static bool IsPhaseBeside(GuideSection section) =>
        section is { IsBold: false, Kind: SectionKind.Unknown or SectionKind.Phase or SectionKind.PostMortem } && PhaseWords.BeginsWithPhase(section.Heading)
        && section.Blocks.Exists(block => block is ListBlock { HasBoxes: false, Items.Count: >= 2 });

    // "**Detect.** An alert fires. …", "**Contain.**" and its list, paragraph by paragraph, below the workflow
    private List<WorkflowPhase> RunIn()
    {
        foreach (GuideSection section in context.Document.Sections.Where(section => section is { IsBold: false, Kind: SectionKind.Workflow } && section.Blocks.Exists(StartsPhase) && section.Sections.TrueForAll(part => part.IsBold)))
        {
            SectionTitle[] names = [.. section.SelfAndDescendants.SelectMany(part => part.Blocks.OfType<TextBlock>().Where(StartsPhase).Select(TitleOf)), .. section.Sections.Select(part => part.Heading)];
            bool counted = names.Select((name, i) => name.Ordinal == (i + 1).ToString(CultureInfo.InvariantCulture)).All(inOrder => inOrder);
            if (names.Length < 3 || (!counted && names.Count(PhaseWords.IsPhase) * 3 < names.Length * 2))
            {
                continue;
            }

            List<WorkflowPhase> phases = [];
            foreach (GuideSection part in section.SelfAndDescendants)
            {
                if (part.IsBold)
                {
                    List<PhaseActivity> activities = [];
                    AddBlocks([.. part.Blocks.Where(block => !StartsPhase(block))], null, activities, []);
                    phases.Add(new WorkflowPhase { Name = part.Heading.NameWithoutRemarks, Order = 0, Activities = activities, Line = part.Line });
                }

                foreach (TextBlock text in part.Blocks.OfType<TextBlock>().Where(StartsPhase))
                {
                    phases.Add(new WorkflowPhase { Name = TitleOf(text).NameWithoutRemarks, Order = 0, Activities = [new PhaseActivity { Text = text.Text[text.Lines[0].Bold!.Length..].Trim(' ', ':', '—', '–'), Line = text.Line }], Line = text.Line });
                    context.Ledger.Take(text);
                }

                context.Ledger.Take(part);
            }

            return [.. phases.OrderBy(phase => phase.Line).Select((phase, i) => phase with { Order = i + 1 })];
        }

        return [];
    }

    // "**Step 1:** Confirm the alarm. Look at the lamp.", of which the bold words only count
    private static SectionTitle TitleOf(TextBlock text) =>
        SectionTitle.Parse(text.Lines[0].Bold!) is var title && title.Ordinal is null && SectionTitle.Parse(text.Lines[0].Text.Split(". ", 2)[0].TrimEnd('.')) is { Ordinal: not null } counted ? counted : title;

    private static bool StartsPhase(GuideBlock block) =>
        block is TextBlock { Quoted: false, Lines: [{ Bold: { Length: > 2 and <= 40 } bold } first, ..] } && first.Text.StartsWith(bold, StringComparison.Ordinal) && (bold[^1] is '.' or ':' || (first.Text.Length > bold.Length && first.Text[bold.Length] is '.' or ':') || SectionTitle.Parse(first.Text).Ordinal is not null) && (first.Text.Length > bold.Length + 1 || block is TextBlock { Lines.Count: > 1 });

    // "Phase 1" to "Phase 5" of the one case whose course the guide tells: nothing else does, and the case keeps its steps.
    private List<WorkflowPhase> FromOnlyCase()
    {
        GuideSection[][] told = [.. context.Document.Root.SelfAndDescendants.Where(section => section is { IsBold: false, Kind: SectionKind.Scenario }).Select(section => section.Sections.Where(part => !part.IsBold && part.Heading.OrdinalWord == "phase").ToArray()).Where(parts => parts.Length >= 3 && IsCounted(parts))];
        return told is not [var only] ? [] : [.. only.Select((section, i) => new WorkflowPhase { Order = i + 1, Name = NameOf(section), Window = WindowOf(section), Line = section.Line })];
    }

    // "In each case: detect → contain → recover → learn", where nothing else tells of phases
    private List<WorkflowPhase> FromToldChain()
    {
        foreach (GuideSection section in context.Document.Root.SelfAndDescendants.Where(section => section.Kind is SectionKind.Unknown or SectionKind.Prose))
        {
            foreach (TextLine line in section.Blocks.OfType<TextBlock>().SelectMany(text => text.Lines).Where(line => line.Text.Length < 400))
            {
                string[] names = [.. Arrow().Split(line.Text).Select(name => name.Trim(' ', '.', ';'))];
                names = names.Length < 4 ? [] : [names[0][(names[0].LastIndexOf(':') + 1)..].Trim(), .. names[1..]];
                if (names.Length > 0 && Array.TrueForAll(names, name => name.Length is > 0 and <= 40) && names.Count(name => PhaseWords.IsPhase(SectionTitle.Parse(name))) * 4 >= names.Length * 3)
                {
                    return [.. names.Select((name, i) => new WorkflowPhase { Order = i + 1, Name = name, Line = line.Line })];
                }
            }
        }

        return [];
    }

    // "P1 - Critical", with what is done then, which the level already has
    private bool IsToldWithLevel(GuideSection section) =>
        SeverityName.TryParse(section.Title, loose: false) is { IsCode: true } && section.Sections.Count == 0 && section.Blocks.OfType<ListBlock>().ToArray() is [_, ..] lists && Array.TrueForAll(lists, list => list.Items.All(context.Ledger.Has));

    // "When an alert fires", "Rollback and recovery", "First five minutes"
    [GeneratedRegex(@"^(?:play\b\W*)?(?:when|if|once) (?:an? |the )?(?:alert|alarm|page|pager)s? (?:fires?|goes off|rings?|comes? in|triggers?)\b|^roll[\s-]?back(?:\s*[/&]|\s+(?:and|or)\b|$)|(?:^|[-–—:]\s*)(?:the )?first (?:\d{1,3}|two|three|five|ten|fifteen|twenty|thirty|sixty|few) (?:minutes|hours?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FirstMove();

    // "Detection triggers", before the first of the windows: what sets them off
    private static bool TellsWhatSetsItOff(GuideSection section) =>
        section.Heading.Ordinal is null && section.Blocks.TrueForAll(block => block is TextBlock or ListBlock { Ordered: false, HasBoxes: false }) && (Fields.Among(section.Heading.NameWithoutRemarks, GuideField.Trigger, GuideField.Symptom) is not GuideField.None || Sources().IsMatch(section.Heading.NameWithoutRemarks));

    [GeneratedRegex(@"\b(?:detection|alert|monitoring) (?:sources?|channels?|methods?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Sources();
}
