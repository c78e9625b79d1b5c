using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;
using IncidentOps.Incidents;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>One numbered list that is the whole course: each item a phase, called by its first words.</content>
internal sealed partial class PhaseReader
{
    private const int FewestOfCourse = 5;

    /// <summary>What is said first; beyond it the name would be a sentence.</summary>
    private const int LongestName = 60;

    // Nothing in the chapter is numbered but this list, and it is long enough to lead through.
    private static bool IsCourse(GuideSection section, ListBlock list) =>
        list is { Ordered: true, HasBoxes: false } && list.Items.Count >= FewestOfCourse
        && section.Blocks.OfType<ListBlock>().Count(other => other.Ordered) == 1;

    /// <summary>"1. Confirm the signal: …" to "6. Validate: …", titles of what is listed below each, in the one chapter about the response.</summary>
    private List<WorkflowPhase> FromHeads(GuideSection section)
    {
        ListBlock[] lists = [.. section.Blocks.OfType<ListBlock>()];
        return section.Sections.Count == 0 && lists is [{ Ordered: true, HasBoxes: false, Items.Count: >= 4 } list]
            && (list.Items.All(item => item.Text is { Length: <= 48 } text && text.EndsWith(':') && item.Children.Any())
                || (section is { Kind: SectionKind.Phase, Blocks.Count: 1 } && list.Items.All(item => item is { Blocks.Count: 0, Label: null } && IsShort(item.Text))))
            && list.Items.Count(item => PhaseWords.IsPhase(SectionTitle.Parse(item.Text))) * 2 >= list.Items.Count
                ? FromList(section, list) : [];
    }

    private static List<WorkflowPhase> FirstOf(Func<List<WorkflowPhase>>[] readers) =>
        readers.Select(read => read()).FirstOrDefault(phases => phases.Count > 0) ?? [];

    /// <summary>"1. Sort it out - …" to "8. Look back - …", in one of a few chapters: that chapter tells the whole course, or the only one before the review does.</summary>
    private List<WorkflowPhase> FromRunWithin(GuideSection[] chapters)
    {
        GuideSection[] before = [.. chapters.Where(chapter => PhaseWords.Meaning(chapter.Heading.NameWithoutRemarks) is not IncidentPhase.PostIncident)];
        foreach (GuideSection chapter in chapters.Where(chapter => !PhaseWords.IsOrdinal(chapter.Heading.OrdinalWord) && chapter.Parent!.Kind is not SectionKind.Workflow))
        {
            ListBlock[] runs = [.. chapter.Blocks.OfType<ListBlock>().Where(list => list is { Ordered: true, HasBoxes: false } && list.Items.Count > Math.Max(FewestOfCourse - 1, chapters.Length) && list.Items.All(item => item.Bold is { Length: <= LongestName } bold && item.Text.StartsWith(bold, StringComparison.Ordinal)))];
            if (runs is [var run] && (run.Items.Count(item => PhaseWords.IsPhase(SectionTitle.Parse(item.Bold!))) * 3 >= run.Items.Count * 2 || (before is [var only] && only == chapter && chapter.Sections.Count == 0 && (IsWindow(chapter) || FirstMove().IsMatch(chapter.Heading.NameWithoutRemarks)))))
            {
                return FromList(chapter, run);
            }
        }

        return [];
    }

    /// <summary>"DETECT -> … -> LEARN", below "Response workflow", the last of a few chapters, with "**DETECT**: …" behind it.</summary>
    private List<WorkflowPhase> FromChainWithin(GuideSection[] chapters)
    {
        foreach (GuideSection chapter in chapters.Where(chapter => GuideWords.Sections.Is(chapter.Heading.NameWithoutRemarks, SectionKind.Workflow)))
        {
            (GuideBlock? block, string[]? names) = chapter.Blocks.Select(block => (block, ChainIn(block))).FirstOrDefault(one => one.Item2?.Length >= Math.Max(FewestOfCourse, chapters.Length + 1));
            if (names is null || names.Count(name => PhaseWords.IsPhase(SectionTitle.Parse(name))) * 2 < names.Length)
            {
                continue;
            }

            TextLine[] told = [.. chapter.Blocks.OfType<TextBlock>().SelectMany(text => text.Lines).Where(line => line is { Label: not null, Value.Length: > 0 })];
            context.Ledger.Take(block);
            context.Ledger.Take(chapter);
            return [.. names.Select((name, i) => (Name: name, Order: i + 1, Told: Array.Find(told, line => string.Equals(line.Label, name, StringComparison.OrdinalIgnoreCase))))
                .Select(one => new WorkflowPhase { Order = one.Order, Name = one.Name, Activities = one.Told is { } line ? [new PhaseActivity { Text = line.Value, Line = line.Line }] : [], Line = one.Told?.Line ?? block.Line })];
        }

        return [];
    }

    /// <summary>"1. Announce it …" to "7. Hold a retrospective …", under whatever heading: what leads from the call to the review.</summary>
    private List<WorkflowPhase> FromCourse()
    {
        foreach (GuideSection section in context.Document.Sections.Where(section => section is { IsBold: false, Kind: SectionKind.Unknown }))
        {
            if (section.Blocks.OfType<ListBlock>().FirstOrDefault(list => IsCourse(section, list)) is { } list && (LeadsThrough(list) || IsWholeGuide(section, list)))
            {
                return FromList(section, list);
            }
        }

        return [];
    }

    // "Runbook for leaks", and in it nothing but "1. **Choose who leads**. …", "2. **Write it down**. …"
    private bool IsWholeGuide(GuideSection section, ListBlock list) =>
        section is { Level: 1, Sections.Count: 0 } && context.Document.Root.Sections.Count == 1 && section.Blocks.OfType<ListBlock>().Count() == 1
        && list.Items.Count(item => item.Bold is { Length: >= 4 }) * 5 >= list.Items.Count * 4;

    // Most tell of the incident; it is resolved, and then looked back at.
    private static bool LeadsThrough(ListBlock list)
    {
        string[] texts = [.. list.Items.Select(item => item.Text)];
        int resolved = Array.FindIndex(texts, text => PhaseWords.Meanings(text).Contains(IncidentPhase.Resolution));
        int review = Array.FindLastIndex(texts, text => PhaseWords.Meanings(text).Contains(IncidentPhase.PostIncident));
        return resolved > 0 && review > resolved && texts.Count(text => Incident().IsMatch(text)) * 2 >= texts.Length;
    }

    // "Once the cause is known, …", "Open a channel (…) and …": up to where more is said of it
    private static string FirstWords(string text)
    {
        string name = FirstPart().Match(text) is { Success: true } part ? part.Value : text;
        if (name.Length > LongestName)
        {
            int blank = name.LastIndexOf(' ', LongestName);
            name = $"{name[..(blank > 0 ? blank : LongestName)].TrimEnd(',', ';', ' ')}…";
        }

        return name;
    }

    [GeneratedRegex(@"^.{3,}?(?=\s*[:：;。]|[.!?](?:\s|$)|\s+[(\[–—]|\s-\s|(?<=.{12}),\s)", RegexOptions.CultureInvariant)]
    private static partial Regex FirstPart();

    [GeneratedRegex(@"\b(?:incidents?|outages?|emergenc(?:y|ies)|issues?|problems?|alerts?|vorf[aä]lle?s?|störung(?:en)?|incidente?s?)\b|インシデント|事件|事故|장애|инцидент", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Incident();

    // "1. Triage and assign a severity. 2. Preserve the evidence. 3. Contain it. …": short sentences, one a phase
    private static bool TellsPhases(ListBlock list) =>
        list is { Ordered: true, HasBoxes: false, Items.Count: >= 6 } && list.Items.All(item => item is { Text.Length: <= 90 } && item.Text.IndexOf(". ", StringComparison.Ordinal) < 0 && (item.Blocks.Count == 0 ? item.Text.EndsWith('.') : item.Text.EndsWith(':') && item.Blocks is [ListBlock { Ordered: false }]))
        && list.Items.Count(item => PhaseWords.IsPhase(SectionTitle.Parse(item.Text.Length > 44 ? item.Text[..44] : item.Text))) * 2 >= list.Items.Count;

    // "- Detect: …" to "- Review: …", a phase in each label
    private static bool NamesPhases(ListBlock list) =>
        list.Items.Count >= 4 && list.Items.All(item => item is { Label.Length: <= 32, Value.Length: > 0 } && PhaseWords.IsNamed(SectionTitle.Parse(item.Label!).NameWithoutRemarks));

    // "**Saturday: open the door**. …"
    private static bool IsWithinBold(ListItem item) =>
        item is { Label: { } label, Bold: { } bold } && bold.Length > label.Length + 1 && bold.StartsWith(label, StringComparison.Ordinal) && item.Text.StartsWith(bold, StringComparison.Ordinal) && bold[label.Length..].TrimStart(':', ' ').Length > 0;
}
