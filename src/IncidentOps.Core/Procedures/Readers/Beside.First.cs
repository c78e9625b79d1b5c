using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;
using IncidentOps.Incidents;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>What is done first, told apart from the phases that follow.</content>
internal sealed partial class Beside
{
    // "First response", with numbered steps, where no phase is that
    private WorkflowPhase[] WithFirst(WorkflowPhase[] phases)
    {
        bool known = phases.Length == 0 || Array.Exists(phases, phase => Opens().IsMatch(phase.Name) || PhaseWords.Meaning(phase.Name) is IncidentPhase.Detection or IncidentPhase.Triage);
        return known || context.Document.Sections.FirstOrDefault(IsFirst) is not { } first
            ? phases
            : [.. phases.Prepend(new PhaseReader(context).OfItsOwn(first)).Select((phase, i) => phase with { Order = i + 1 })];
    }

    private bool IsFirst(GuideSection section) =>
        section is { IsBold: false, Level: > 1, Kind: SectionKind.Unknown or SectionKind.Workflow or SectionKind.Phase }
        && section.Parent!.Kind is SectionKind.Unknown or SectionKind.Workflow
        && !context.Ledger.Has(section)
        && Opens().IsMatch(section.Heading.NameWithoutRemarks)
        && section.SelfAndDescendants.SelectMany(part => part.Blocks).OfType<ListBlock>().Any(list => TellsDeeds(list) && list.Items.Any(item => !context.Ledger.Has(item)));

    [GeneratedRegex(@"^(?:(?:first|initial|immediate|rapid|quick)\s+(?:response|steps|actions?|moves?|reaction)|(?:the )?first (?:\d{1,3}|two|three|five|ten|fifteen|twenty|thirty|sixty|few) (?:minutes|hours?))$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Opens();
}
