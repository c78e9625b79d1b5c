using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Procedures.Readers;

/// <summary>Scenarios: how each shows, and its steps, whether listed, broken up by blocks of commands or hidden in comments.</summary>
internal sealed partial class ScenarioReader(GuideContext context)
{
    public IReadOnlyList<Scenario> Read()
    {
        List<Scenario> found = [];
        bool apart = context.Document.Sections.Any(section => section.Kind is SectionKind.Scenarios);
        bool told = context.Document.Sections.Count(section => section is { IsBold: false, Kind: SectionKind.Scenario } && section.Parent!.Kind != SectionKind.Scenario) >= 3;
        foreach (GuideSection section in context.Document.Sections)
        {
            if (section.Kind == SectionKind.Scenario && section.Parent!.Kind != SectionKind.Scenario)
            {
                found.Add(FromSection(section));
            }
            else if (told && section.Kind == SectionKind.Scenarios && (ListsKinds(section) || SumsUp(section)))
            {
                // Which kinds there are, or all in short: the cases stand elsewhere.
            }
            else if (section.Kind == SectionKind.Scenarios)
            {
                int before = found.Count;
                AddListed(section, found);
                if (found.Count > before || section.Sections.Exists(part => part.Kind is SectionKind.Scenario or SectionKind.Scenarios))
                {
                    context.Ledger.Take(section);
                }
            }
            else if (!told && !(section.Kind is SectionKind.Phase && apart) && section.Kind is not (SectionKind.Scenario or SectionKind.Exercise or SectionKind.Templates or SectionKind.PostMortemTemplate or SectionKind.Severities or SectionKind.Escalation or SectionKind.Communication))
            {
                AddTables(section, found);
            }
        }

        // "Symptom | Fix", where nothing else tells and no phase holds it
        foreach (GuideSection section in found.Count > 0 ? [] : context.Document.Sections.Where(section => section.Kind is SectionKind.Unknown or SectionKind.Tools && !section.Ancestors.Prepend(section).Any(part => PhaseWords.BeginsWithPhase(part.Heading) || PhaseWords.IsOrdinal(part.Heading.OrdinalWord))))
        {
            AddTables(section, found, troubles: true);
        }

        return found;
    }

    private Scenario FromSection(GuideSection section)
    {
        context.Ledger.Take(section);
        List<string> symptoms = [];
        List<string> remarks = [];
        ScenarioSteps steps = new(context);
        string? severity = SeverityOf(section);
        bool numbered = section.Sections.Exists(part => part.IsBold && FieldOf(part.Heading.NameWithoutRemarks) is GuideField.Step && part.Blocks is [ListBlock { Ordered: true, HasBoxes: false, Items.Count: >= 3 }]);
        bool about = SectionClassifier.TellsBeforeDeeds(section);
        // Commands above "Steps:" show how it stands.
        bool shown = numbered && section.Blocks.TrueForAll(block => block is TextBlock or CodeBlock);
        AddContext(section.Blocks.Where(block => about || (shown && block is CodeBlock)), remarks);
        AddBlocks(section, [.. section.Blocks.Where(block => !about && !(shown && block is CodeBlock))], null, symptoms, remarks, steps, ref severity);
        GuideSection? main = section.Sections.Count(IsStepTitle) >= 2 ? null : section.Sections.Find(part => part.Sections.Count(IsStepTitle) >= 2);
        GuideSection? signs = section.Sections.Find(part => ScenarioWords.IsSymptomOutright(part.Heading.NameWithoutRemarks));
        bool tabled = section.Blocks.Exists(block => block is TableBlock table && CountsSteps(table));
        foreach (GuideSection part in section.Descendants)
        {
            if (part.Kind is SectionKind.Templates or SectionKind.PostMortemTemplate or SectionKind.PostMortem or SectionKind.Communication or SectionKind.Contacts or SectionKind.Escalation or SectionKind.Roles or SectionKind.Rotation or SectionKind.Tools)
            {
                continue;
            }

            context.Ledger.Take(part);
            string label = part.Heading.NameWithoutRemarks;
            GuideField field = FieldOf(label);
            if (!part.IsBold || !steps.AnyAbove(part.Line) || steps.LastLine > part.Line || IsPartTitle(label))
            {
                steps.EndList();
            }

            if (steps.Any && part.Parent is { } step && IsStepTitle(step) && step != section && step != main && step.Kind == SectionKind.Scenario && !IsNextStep(part, step))
            {
                steps.AddNested(part.Blocks);
                continue;
            }

            // "How it is meant to work", before the symptoms, and "Scenario", with a sentence: told, not done; so is a
            // diagnosis beside numbered steps that call themselves so.
            if ((signs is not null && part.Parent == section && part.Line < signs.Line && field is GuideField.None && !IsStepTitle(part) && TellsOnly(part)) || (TellsWhat().IsMatch(label) && part.Blocks.TrueForAll(block => block is TextBlock)) || TellsTargets().IsMatch(label) || (tabled && field is GuideField.None && TellsBesideSteps(part)) || (numbered && (IsDiagnosis(part) || (steps.Any && IsInvestigation(part)))))
            {
                AddContext(part.Blocks, remarks);
                continue;
            }

            if (part.Heading.Name.Split(':', 2) is [var name, { Length: > 1 } value] && IsSeverityLabel(name))
            {
                // What follows the line is about the case, not about its level.
                severity ??= FirstSeverity(value);
                AddBlocks(section, part.Blocks, null, symptoms, remarks, steps, ref severity);
                continue;
            }

            if (field == GuideField.Symptom && !steps.AnyAbove(part.Line))
            {
                // What comes after the list of symptoms, without a title of its own, is what to do.
                int stop = part.Blocks.FindIndex(block => block is CodeBlock or ListBlock { Ordered: true });
                if (part.Blocks is [CodeBlock { Fenced: true } looked] && ShellText.CountedSteps(looked).Count == 0 && part.Parent!.Sections.Exists(other => other.Line > part.Line && other.Blocks.Count > 0 && FieldOf(other.Heading.NameWithoutRemarks) is GuideField.Step))
                {
                    // "Detection", and the commands that show it
                    AddContext([WithoutSigns(looked, symptoms)], remarks);
                    context.Ledger.Take(looked);
                    continue;
                }

                // "Detection", with "Symptoms" below it or beside it: only those are signs.
                bool above = !ScenarioWords.IsSymptomOutright(label) && (signs ?? part.Sections.Find(below => ScenarioWords.IsSymptomOutright(below.Heading.NameWithoutRemarks))) is not null;
                AddSigns(part.Blocks.Take(stop < 0 ? part.Blocks.Count : stop), above ? remarks : symptoms, remarks);
                AddBlocks(part, stop < 0 ? [] : part.Blocks[stop..], null, symptoms, remarks, steps, ref severity);
            }
            else if (((field == GuideField.Cause || (field == GuideField.None && SectionClassifier.TellsImpact(label))) && !IsStepTitle(part)) || (steps.Any && !IsStepTitle(part) && (TellsAfterwards(part) || (TellsBeyond().IsMatch(label) && !GoesOn(part)))) || (TellsWhom(label) && part.Blocks.TrueForAll(block => block is TextBlock or ListBlock { Ordered: false, HasBoxes: false })) || (main is not null && main != part && part.Parent == section && field != GuideField.Symptom && part.Blocks.TrueForAll(block => block is TextBlock or TableBlock or ListBlock { Ordered: false, HasBoxes: false })))
            {
                severity ??= SeverityIn(part);
                AddContext(part.Blocks, remarks);
            }
            else
            {
                AddBlocks(part, part.Blocks, label, symptoms, remarks, steps, ref severity);
            }
        }

        AddTold(section, steps);
        return new Scenario
        {
            Name = NameOf(section),
            Severity = severity ?? SeverityToTreatAs(section) ?? SeverityToCall(section) ?? SeverityByLink(section) ?? SeverityByRow(section),
            Symptoms = symptoms.Count > 0 ? symptoms : [.. SignsInName(section)],
            Remarks = remarks,
            Link = LinkOf(section),
            Steps = steps.ToList(),
            Line = section.Line,
        };
    }

    private static bool IsStepTitle(GuideSection part) =>
        part.Heading.Ordinal is not null && !ScenarioWords.IsScenarioTitle(part.Heading) && !SectionClassifier.CountsParts(part.Parent!);

    private void AddBlocks(GuideSection section, IReadOnlyList<GuideBlock> blocks, string? group, List<string> symptoms, List<string> remarks, ScenarioSteps steps, ref string? severity)
    {
        // A heading with a number inside a scenario is a step itself.
        if (group is not null && section.Heading is { Ordinal: not null, OrdinalWord: var word } && (word is null or "étape" || OrdinalWords.IsStep(word)) && section.Kind == SectionKind.Scenario && !SectionClassifier.CountsParts(section.Parent!))
        {
            steps.Add(group, section.Line, null);
            steps.AddNested(blocks);
            return;
        }

        // "Option A: more memory", and nothing but the commands for it
        if (group is not null && section.IsBold && blocks is [CodeBlock commands] && Option().IsMatch(section.Heading.Name) && ShellText.IsShell(commands))
        {
            steps.Add(section.Heading.Name, section.Line, null);
            steps.AddNested(blocks);
            return;
        }

        string? label = null;
        foreach (GuideBlock block in blocks)
        {
            switch (block)
            {
                case TextBlock { Quoted: true } when context.Ledger.Has(block):
                    // A message, which is a template
                    break;
                case TextBlock text:
                    label = AddText(text, group, symptoms, remarks, steps, ref severity) ?? label;
                    break;
                case ListBlock list when (group is null && FieldOf(label) is GuideField.Symptom or GuideField.Cause) || (label is not null && !list.HasBoxes && (FieldOf(label) is GuideField.Cause || !list.Ordered) && (TellsEffect().IsMatch(label) || TellsWhyOrWhen().IsMatch(label) || (steps.Any && TellsBeyond().IsMatch(label)))):
                    AddContext([list], FieldOf(label) == GuideField.Symptom ? symptoms : remarks);
                    label = null;
                    break;
                case ListBlock { Ordered: false, HasBoxes: false } lost when TellsLossAfterDeeds(section, blocks, lost, steps):
                    AddContext([lost], remarks);
                    break;
                case ListBlock list:
                    AddList(list, group ?? label, symptoms, remarks, steps, ref severity);
                    break;
                case CodeBlock code:
                    code = WithoutSigns(code, steps.Any ? null : symptoms);
                    steps.AddCode(code, group ?? label ?? section.Heading.NameWithoutRemarks, group ?? label);
                    break;
                case TableBlock table when SectionClassifier.IsRecord(table):
                    AddRecord(table, symptoms, remarks, steps);
                    break;
                case TableBlock table when Compares(table):
                    AddContext([table], remarks);
                    break;
                case TableBlock table:
                    steps.AddTable(table, group ?? label);
                    break;
                default:
                    break;
            }
        }
    }

    private static bool HoldsOnlyBoxes(ListItem item) => item is { Box: null, Blocks: [ListBlock { HasBoxes: true }] };

    private void AddList(ListBlock list, string? group, List<string> symptoms, List<string> remarks, ScenarioSteps steps, ref string? severity)
    {
        context.Ledger.Take(list);
        // "1. Look at the logs … 4. Ways out:" are four steps; only where every item is a title are the steps below.
        // "4. …" goes on where the list before it stopped.
        int parts = list.Items.All(IsTitled) && list.Items[0].Number <= 1 ? list.Items.Count(item => IsPartTitle(item.Label!)) : 0;
        bool groups = !list.Ordered || TellsSignsInList(list) || (parts > 0 && !(list.Items.Count >= 3 && list.Items.All(item => !item.Text.EndsWith(':'))) && (parts * 2 >= list.Items.Count || list.Items.All(item => item.Text.EndsWith(':'))));
        bool told = TellsPart(list);
        bool boxed = list.Ordered && list.Items.All(item => item.Text.Length <= 60 || item.Blocks.Count == 0) && list.Items.Count(HoldsOnlyBoxes) * 2 > list.Items.Count;
        foreach (ListItem item in list.Items)
        {
            if (boxed && HoldsOnlyBoxes(item))
            {
                // "1. Contain it", and below it the boxes to tick: what is done
                context.Ledger.Take(item);
                AddList((ListBlock)item.Blocks[0], item.Text, symptoms, remarks, steps, ref severity);
                continue;
            }

            if (!list.Ordered && SeverityOf(item) is { } level)
            {
                context.Ledger.Take(item);
                remarks.Add(item.Text);
                severity ??= level;
                continue;
            }

            // "- Look at the pumps:" among dashes that say all by themselves is one of them.
            bool titled = groups && IsTitled(item) && (list.Ordered || group is null || FieldOf(group) is not GuideField.Step || IsPartTitle(item.Label!) || list.Items.All(IsTitled));
            GuideField field = (list.Ordered && !titled && !TellsSignsInList(list)) || (group is not null && !titled) ? GuideField.None : FieldOf(item.Label);
            if (field == GuideField.Symptom)
            {
                context.Ledger.TakeAll(item);
                symptoms.AddRange(ToldBy(item));
            }
            else if (field == GuideField.Cause)
            {
                context.Ledger.TakeAll(item);
                remarks.AddRange(item.Descendants.Prepend(item).Select(part => part.Text));
                severity ??= IsSeverityLabel(item.Label!) ? FirstSeverity(item.Value) : null;
            }
            else if ((field == GuideField.Step || (titled && list.Ordered)) && item.Label is not null && (item.Blocks.Count > 0 || item.Value.Length == 0))
            {
                context.Ledger.Take(item);
                foreach (GuideBlock inner in item.Blocks)
                {
                    if (inner is ListBlock nested)
                    {
                        AddList(nested, item.Label, symptoms, remarks, steps, ref severity);
                    }
                    else if (inner is CodeBlock code)
                    {
                        steps.AddCode(code, item.Label, item.Label);
                    }
                }
            }
            else if (told && (field == GuideField.Step || (field is GuideField.None && DeedOfPart().IsMatch(item.Label ?? string.Empty))))
            {
                steps.AddLabelled(item);
            }
            else if (told && field is GuideField.None)
            {
                context.Ledger.TakeAll(item);
                remarks.Add(item.Text);
            }
            else
            {
                steps.Add(item, group);
            }
        }
    }
}
