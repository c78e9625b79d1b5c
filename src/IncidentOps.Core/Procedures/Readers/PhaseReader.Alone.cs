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

    private static bool IsFirstResponse(GuideSection section) =>
        section is { IsBold: false, Kind: SectionKind.Unknown or SectionKind.Phase }
        && section.Blocks.Exists(block => block is ListBlock { Ordered: true, HasBoxes: false, Items.Count: >= 2 })
        && ((PhaseWords.BeginsWithPhase(section.Heading) && PhaseWords.Meaning(section.Heading.NameWithoutRemarks) is IncidentPhase.Triage or IncidentPhase.Response or IncidentPhase.Resolution) || IsWindow(section) || FirstMove().IsMatch(section.Heading.NameWithoutRemarks));

    private static bool IsPhaseBeside(GuideSection section) =>
        section is { IsBold: false, Kind: SectionKind.Unknown or SectionKind.Phase or SectionKind.PostMortem } && PhaseWords.BeginsWithPhase(section.Heading)
        && section.Blocks.Exists(block => block is ListBlock { HasBoxes: false, Items.Count: >= 2 });

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
    [GeneratedRegex(@"^(?:play\b\W*)?(?:when|if|once) (?:an? |the )?(?:alert|alarm|page|pager)s? (?:fires?|goes off|rings?|comes? in|triggers?)\b|^roll[\s-]?back(?:\s*[/&]|\s+(?:and|or)\b|$)|^(?:the )?first (?:\d{1,3}|two|three|five|ten|fifteen|twenty|thirty|sixty|few) (?:minutes|hours?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FirstMove();
}
