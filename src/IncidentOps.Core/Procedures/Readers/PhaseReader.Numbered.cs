using System.Globalization;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;
using IncidentOps.Incidents;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>Runs of numbered headings and of lists that count on from heading to heading.</content>
internal sealed partial class PhaseReader
{
    /// <summary>
    /// "1." to "7.", one after the other, most of them called as phases are: then the others between them are phases too.
    /// What stands before the first and after the last that is called so is none.
    /// </summary>
    private static GuideSection[] WholeRun(GuideSection parent)
    {
        GuideSection[] numbered = [.. parent.Sections.Where(section => section is { IsBold: false, Heading: { OrdinalWord: null, Ordinal: not null } })];
        GuideSection[] run = [.. numbered.TakeWhile((section, i) => LastNumber(section) == LastNumber(numbered[0]) + i)];
        if (parent.Kind is SectionKind.Communication || AreChapters(run) || Array.Exists(numbered, HoldsCourse))
        {
            return [];
        }

        // "0) What sets it off" comes before the first.
        bool fromZero = run is [{ Heading.Ordinal: "0", Kind: not SectionKind.Phase }, ..];
        run = fromZero ? run[1..] : run;
        bool whole = run.Length >= 4 && run.Length + (fromZero ? 1 : 0) == numbered.Length && run[0].Heading.Ordinal == "1";
        if (whole && (IsOfTasks(run) || IsOfDeeds(run) || (TellsNothingElse(parent) && IsMostlyNamed(run))))
        {
            return run;
        }

        int first = Array.FindIndex(run, IsNamedPhase);
        GuideSection? end = run.Length > 0 && run[^1] is { Kind: SectionKind.Prose } told && PhaseWords.Meaning(told.Heading.NameWithoutRemarks) is IncidentPhase.PostIncident ? told : null;
        run = first < 0 ? [] : run[first..(Array.FindLastIndex(run, IsNamedPhase) + 1)];
        if (run.Length < 4 || !IsMostlyNamed(run))
        {
            return [];
        }

        // "8. Review and improvement", the very last, though it is told to people
        return end is not null && LastNumber(end) == LastNumber(run[^1]) + 1 ? [.. run, end] : run;
    }

    // "1. Alert escalation", "5. Escalation contacts": chapters of a guide, and no course
    private static bool AreChapters(GuideSection[] run) =>
        run.Count(section => section.Kind is SectionKind.Escalation) >= 2;

    // "4. Procedure", with the whole course in one list: the chapters beside it are none
    private static bool HoldsCourse(GuideSection section) =>
        section is { Kind: SectionKind.Workflow, Sections.Count: 0 } && HoldsTitledSteps(section);

    private static bool IsMostlyNamed(GuideSection[] run) =>
        Array.TrueForAll(run, section => MayBePhase(section) || (section.Kind is SectionKind.Prose && ((PhaseWords.BeginsWithPhase(section.Heading) && section.Heading.Normal.EndsWith(" incident", StringComparison.Ordinal)) || section.Blocks is [ListBlock { Items.Count: >= 2 }, ..]))) && run.Count(section => PhaseWords.IsPhase(section.Heading)) * 2 >= run.Length;

    private static bool TellsNothingElse(GuideSection parent) =>
        parent.Sections.TrueForAll(section => section is { IsBold: false, Heading.Ordinal: not null } || section.IsBold || section.Kind is SectionKind.Tools or SectionKind.Prose or SectionKind.Contacts or SectionKind.Unknown && !PhaseWords.IsPhase(section.Heading));

    private static bool IsNamedPhase(GuideSection section) => MayBePhase(section) && PhaseWords.IsPhase(section.Heading);

    // 3 of "4.3"
    private static int LastNumber(GuideSection section) =>
        int.TryParse(section.Heading.Ordinal.AsSpan((section.Heading.Ordinal!.LastIndexOf('.') + 1)..), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : -1;

    // "1 - Data gathering" to "6 - Retrospective", each with its boxes
    private static bool IsOfTasks(GuideSection[] run) =>
        Array.TrueForAll(run, section => section.Kind is not (SectionKind.Scenario or SectionKind.Contacts or SectionKind.Tools) && section.Blocks.Exists(HoldsBoxes))
        && run.Count(section => PhaseWords.BeginsWithPhase(section.Heading)) >= 2;

    // "1. Open a record" to "9. Close the incident": a deed each, up to the end
    private static bool IsOfDeeds(GuideSection[] run) =>
        run.Length >= 5 && Array.TrueForAll(run, section => MayBePhase(section) || section.Kind is SectionKind.Severities) && PhaseWords.Meaning(run[^1].Heading.NameWithoutRemarks) is IncidentPhase.PostIncident or IncidentPhase.Resolution
        && run.Count(section => PhaseWords.BeginsWithPhase(section.Heading) || Doing().IsMatch(section.Heading.NameWithoutRemarks)) * 4 >= run.Length * 3
        && run.Count(section => Doing().IsMatch(section.Heading.NameWithoutRemarks)) * 2 >= run.Length;

    private static bool HoldsBoxes(GuideBlock block) =>
        block is ListBlock { HasBoxes: true } || (block is TextBlock text && text.Lines.Any(line => CheckBox.Take(line).Box is not null));

    // "1." to "4." below one heading, "5." to "7." below the next: one procedure, and the headings are its phases.
    private static GuideSection[] ContinuedRun(GuideSection parent)
    {
        List<GuideSection> run = [];
        int last = 0;
        foreach (GuideSection section in parent.Sections)
        {
            ListItem[] items = [.. section.Blocks.OfType<ListBlock>().Where(list => list.Ordered).SelectMany(list => list.Items)];
            if (items.Length == 0 || items[0].Number != last + 1)
            {
                if (run.Count >= 2)
                {
                    break;
                }

                run.Clear();
                last = 0;
            }

            if (items.Length > 0 && items[0].Number == last + 1)
            {
                run.Add(section);
                last = items.Max(item => item.Number);
            }
        }

        return run.Count >= 2 ? [.. run] : [];
    }

    /// <summary>
    /// "1. …", "2. …" that are the workflow though they do not stand below its heading: they follow it, and it is empty;
    /// or they are all that a document called process has.
    /// </summary>
    private static GuideSection[] NumberedRun(GuideSection parent)
    {
        int from = parent.Sections.FindIndex(section => section is { Kind: SectionKind.Workflow, Blocks.Count: 0, Sections.Count: 0 }) + 1;
        bool whole = from == 0 && parent.Level <= 1 && SectionClassifier.ByTitle(parent.Heading) is SectionKind.Workflow;
        if (from == 0 && !whole)
        {
            return [];
        }

        GuideSection[] run = [.. parent.Sections.Skip(from).SkipWhile(section => whole && section.Heading.Ordinal is null)];
        run = [.. run.TakeWhile((section, i) => section.Level == run[0].Level && section.Heading.Ordinal == (i + 1).ToString(CultureInfo.InvariantCulture))];
        if (run.Length < (whole ? 4 : 2) || !Array.TrueForAll(run, section => section.Kind is SectionKind.Unknown or SectionKind.Workflow or SectionKind.Phase or SectionKind.Roles or SectionKind.Communication or SectionKind.PostMortem or SectionKind.Escalation))
        {
            return [];
        }

        if (whole && AreChapters(run))
        {
            return [];
        }

        GuideSection[] deeds = whole ? [.. run.Where(section => !IsAbout(section))] : run;
        return deeds.Length >= 2 ? deeds : [];
    }
}
