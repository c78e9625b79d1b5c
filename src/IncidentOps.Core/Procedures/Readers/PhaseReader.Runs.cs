using System.Globalization;
using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;
using IncidentOps.Incidents;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>Phases that only their numbers, their times or their neighbours tell.</content>
internal sealed partial class PhaseReader
{
    // "The first 10 minutes", "15-60 minutes"
    private static bool IsWindow(GuideSection section) =>
        Window().IsMatch(section.Heading.NameWithoutRemarks) && DurationText.TryParse(section.Heading.NameWithoutRemarks, out _);

    // "Immediate (the first 15 minutes)"
    internal static bool HasWindow(GuideSection section) =>
        !section.IsBold && section.Heading.Remarks.Any(remark => Window().IsMatch(remark.TrimStart('<', '≤', '~', ' ')) && DurationText.TryParse(remark, out _));

    /// <summary>True for "0-5 min: Contain".</summary>
    internal static bool LeadsWithWindow(SectionTitle heading) => LeadingWindow().IsMatch(heading.NameWithoutRemarks);

    // "Declaring an incident", "During an incident", "After an incident"
    private static GuideSection[] AroundIncident(GuideSection parent)
    {
        GuideSection[] run = [.. parent.Sections.Where(section => section is { IsBold: false, Links.Count: 0, Kind: SectionKind.Unknown or SectionKind.Workflow or SectionKind.Phase or SectionKind.PostMortem } && section.SelfAndDescendants.Any(part => part.Blocks.Exists(block => block is ListBlock)) && Around().IsMatch(section.Heading.NameWithoutRemarks))];
        return run.Length >= 2 && Array.Exists(run, section => During().IsMatch(section.Heading.Normal)) ? run : [];
    }

    [GeneratedRegex(@"^(?:before|during|after|detecting|reporting|declaring|classifying|handling|resolving|closing|following|preparing for|responding to|recovering from) (?:an?|the|your) (?:\p{L}+ )?(?:incident|outage|emergency|event|breach|attack)s?$|^(?:vor|während|nach)(?: (?:dem|des|einem|eines))? (?:vorfalls?|störung|notfalls?)$|^(?:avant|pendant|après) (?:l'|l’|un )incident$|^(?:antes|durante|después|depois)(?: d)?(?:el| el| un| de un|o| o| um| de um)? incidente$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Around();

    [GeneratedRegex("^(?:during|während|pendant|durante) ", RegexOptions.CultureInvariant)]
    private static partial Regex During();

    // "Roles" in general; "assign the roles" is something to do.
    private static bool IsAbout(GuideSection section) =>
        TellsAbout().IsMatch(section.Heading.NameWithoutRemarks) || GuideWords.Sections.Is(section.Heading.NameWithoutRemarks, SectionKind.Roles);

    // What something is, or where to look, is no part of the way.
    [GeneratedRegex(@"^(?:what (?:is|are|counts?|we)|which|who|why|useful|helpful|handy|quick reference)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TellsAbout();

    [GeneratedRegex(@"^(?:goals?|objectives?|aim|purpose|what|objetivos?|objectifs?|ziele?|obiettiv[oi]|目的|目标|目標|목표|цель|cel|mål|hedef|tujuan|mục tiêu)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex GoalLabel();

    [GeneratedRegex(@"^(?:owner|who|responsible(?: party| person| role| team)?|team responsible|accountable|lead|led by|responsáve(?:l|is)|responsables?|responsabil[ei]|verantwortlich(?:e|er)?|zuständig|担当|負責人|负责人|责任人|담당|ответственн(?:ый|ая|ые))$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OwnerLabel();

    // "Via the console", "Option B": ways to do the same
    [GeneratedRegex(@"^(?:via|using|option|method|alternative(?:ly)?|from the|through)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Way();

    [GeneratedRegex(@"^(?:(?:the|in the|within the)\s+)?(?:first|next|following|initial|within|t\s?\+|minutes?|hours?|days?|\d+\s*(?:[-–+]|to|min|h))\b.{0,24}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Window();

    /// <summary>The name of the phase in a heading, without the time before or after it.</summary>
    internal static string NameOf(GuideSection section)
    {
        string name = section.Heading.NameWithout(remark => !TellsKind().IsMatch(remark));
        // "Step 1", and the one bold line below it
        bool unnamed = name.Length == 0 || (name.Length <= 12 && PhaseWords.IsOrdinal(name.Split(' ')[0].ToLowerInvariant()));
        name = unnamed && section.Sections.Where(part => part.IsBold).Take(2).ToArray() is [var only] ? only.Heading.NameWithoutRemarks : name;
        return LeadingWindow().Match(name) is { Success: true } window ? name[window.Length..] : name;
    }

    // "Containment (technical)": of what kind it is, and not how long it takes or who has it
    [GeneratedRegex(@"^(?:non-?)?(?:technical|internal|external|optional|legal|organi[sz]ational)(?:\s(?:and|or|&)\s(?:non-?)?(?:technical|internal|external|legal|organi[sz]ational))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TellsKind();

    // "T+0 to T+15: Initial response", "Ongoing: Review"
    [GeneratedRegex(@"^(?<window>T\s?[+-]\s?\d+\s?\p{L}*(?:\s*(?:-|–|—|to|bis|à|a)\s*(?:T\s?[+-]\s?)?(?:\d+\s?\p{L}*|\p{L}+))?|(?:first |within |up to )?\d+\s*(?:[-–—]\s*\d+|\+)?\s*(?:m|min|mins|minutes?|h|hrs?|hours?|days?|weeks?)|(?:minutes?|hours?|days?|weeks?)\s+\d+(?:\s*[-–—]\s*\d+|\+)?|immediate(?:ly)?|at once|ongoing|continuous(?:ly)?|afterwards|later)\s*(?:[:：|]|\s[–—-])\s+(?=\p{L})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex LeadingWindow();

    // "The first 15 minutes" and "Post-incident", and between them what may have happened
    private GuideSection[] FirstAndLast() =>
        context.Document.Root.SelfAndDescendants.Where(parent => parent.Kind is SectionKind.Unknown)
            .Select(parent => parent.Sections.Where(section => section is { IsBold: false, Kind: SectionKind.Unknown or SectionKind.Phase or SectionKind.PostMortem } && (PhaseWords.BeginsWithPhase(section.Heading) || IsWindow(section))).ToArray())
            .FirstOrDefault(run => run.Length == 2 && IsWindow(run[0]) && run[0].Blocks.Exists(block => block is ListBlock { Ordered: true, Items.Count: >= 2 })) ?? [];

    // "Phase 1" to "Phase 6", and one "Step 3" that stands too high
    private static GuideSection[] OfOneWord(GuideSection[] named) =>
        named.GroupBy(section => section.Heading.OrdinalWord, StringComparer.Ordinal).OrderByDescending(words => words.Count()).FirstOrDefault() is { } words && words.Count() is var most && most >= 4 && named.Length - most is 1 ? [.. words] : named;

    // "Phase 7", below "Post-incident activities", goes on where "Phase 6" of the chapter before it stopped.
    private static IEnumerable<GuideSection> InNextChapters(GuideSection parent, SectionTitle last)
    {
        // Steps that are counted through the chapters are not: there the chapters are the phases.
        if (parent.Parent is not { Sections.Count: <= 100 } whole || OrdinalWords.IsStep(last.OrdinalWord) || !int.TryParse(last.Ordinal, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
        {
            yield break;
        }

        foreach (GuideSection part in whole.Sections.SkipWhile(chapter => chapter != parent).Skip(1).SelectMany(chapter => chapter.Sections))
        {
            if (!part.IsBold && part.Heading.OrdinalWord == last.OrdinalWord && part.Heading.Ordinal == (number + 1).ToString(CultureInfo.InvariantCulture))
            {
                number++;
                yield return part;
            }
        }
    }

    // "Phase", time and again, and in the line below "1. Check the report", "2. Mitigation"
    private List<WorkflowPhase> NamedBelow()
    {
        GuideSection[] same = [.. context.Document.Sections.Where(section => PhaseWords.IsOrdinal(section.Heading.Normal) && section.Blocks is [TextBlock { Lines: [{ Text.Length: > 0 and <= 60 }, ..] }, ..])];
        if (same.Length is < 3 or > 40 || !Array.TrueForAll(same, section => section.Parent == same[0].Parent))
        {
            return [];
        }

        List<WorkflowPhase> phases = [];
        foreach (GuideSection section in same)
        {
            // What is done stands beside the heading, up to the next of its kind.
            GuideSection[] parts = [.. section.Parent!.Sections.SkipWhile(other => other != section).Skip(1).TakeWhile(other => !same.Contains(other) && other.Level >= section.Level)];
            List<PhaseActivity> activities = [];
            List<string> commands = [];
            foreach (GuideSection part in parts.Where(part => GuideWords.Sections.Is(part.Heading.NameWithoutRemarks, SectionKind.Checklist) || GuideWords.Fields.Find(part.Heading.NameWithoutRemarks).Any(match => match is { Whole: true, Meaning: GuideField.Step or GuideField.Task })))
            {
                AddBlocks(part.Blocks, null, activities, commands);
                context.Ledger.Take(part);
            }

            phases.Add(new WorkflowPhase { Order = phases.Count + 1, Name = SectionTitle.Parse(((TextBlock)section.Blocks[0]).Lines[0].Text).NameWithoutRemarks, Activities = activities, Commands = commands, Line = section.Line });
            context.Ledger.Take(section);
            context.Ledger.Take(section.Blocks[0]);
        }

        return phases;
    }

    // "The phases at a glance", "I - Identification" to "V - Review", "How this is kept up": only what is numbered is one.
    private static GuideSection[] WithoutBeside(GuideSection[] below)
    {
        if (CalledPhases(below) is { Length: > 0 } called)
        {
            return called;
        }

        int first = Array.FindIndex(below, section => section.Heading.Ordinal is not null);
        int last = Array.FindLastIndex(below, section => section.Heading.Ordinal is not null);
        GuideSection[] numbered = [.. below.Where(section => section.Heading.Ordinal is not null)];
        bool counted = numbered.Length >= 4 && numbered.Count(section => PhaseWords.IsPhase(section.Heading)) * 2 >= numbered.Length
            && numbered.Select((section, i) => CountOf(section) == i + 1).All(right => right);
        return counted ? below[first..(last + 1)] : below;
    }

    // "Containment phase", "Recovery phase", and behind them "How this is kept up": those that say so, from the first on
    private static GuideSection[] CalledPhases(GuideSection[] run) =>
        run.TakeWhile(section => section.Heading.NameWithoutRemarks.EndsWith(" phase", StringComparison.OrdinalIgnoreCase)).ToArray() is { Length: >= 3 } called ? called : [];

    // 4 of "IV"
    private static int CountOf(GuideSection section) =>
        section.Heading.Ordinal is null ? -1 :
        Array.IndexOf(Romans, section.Heading.Ordinal) is >= 0 and var roman ? roman + 1 : LastNumber(section);

    private static readonly string[] Romans = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];

    private static bool MayBePhase(GuideSection section) => section.Kind switch
    {
        SectionKind.Unknown or SectionKind.Workflow or SectionKind.Phase or SectionKind.Communication or SectionKind.PostMortem or SectionKind.Escalation => true,
        SectionKind.Severities => section.Sections.Count == 0 && PhaseWords.IsPhase(section.Heading) && (!section.Blocks.Exists(block => block is TableBlock) || PhaseWords.Meaning(section.Heading.Normal.Split(' ')[0]) is IncidentPhase.Detection),
        SectionKind.Checklist => PhaseWords.BeginsWithPhase(section.Heading),
        _ => false,
    };

    // "Start the response", between "Assess" and "Contain"
    private static bool StandsBetweenPhases(GuideSection parent, int at)
    {
        return at > 0 && at + 1 < parent.Sections.Count && parent.Sections[at].Kind is SectionKind.Unknown or SectionKind.Phase && PhaseWords.IsPhase(parent.Sections[at].Heading) && IsPhaseAt(at - 1) && IsPhaseAt(at + 1);

        bool IsPhaseAt(int i) => !parent.Sections[i].IsBold && PhaseWords.BeginsWithPhase(parent.Sections[i].Heading);
    }

    // "Mitigate (15-30 minutes)", with a scenario for each case
    private static bool HoldsCases(GuideSection section) =>
        section.Kind is SectionKind.Scenarios && (HasWindow(section) || section is { IsBold: false, Heading.Ordinal: not null }) && PhaseWords.BeginsWithPhase(section.Heading);

    // "4. Template for customers", between "3." and "5.", is a step as well; so is "4. Mitigation" with a case for each
    // trouble, and "5. Complete the checklist" at the end, which says what to do.
    private static bool IsBetweenPhases(GuideSection parent, int at) =>
        at > 0 && parent.Sections[at] is { IsBold: false, Heading.Ordinal: not null } section && parent.Sections[at - 1] is { Kind: SectionKind.Phase, Heading.Ordinal: not null } before
        && (section.Kind is SectionKind.Templates or SectionKind.Checklist or SectionKind.Contacts || (section.Kind is SectionKind.Severities && PhaseWords.IsPhase(section.Heading)) || (section.Kind is SectionKind.Scenarios && (PhaseWords.BeginsWithPhase(section.Heading) || Ordered().IsMatch(section.Heading.Name))))
        && (at + 1 < parent.Sections.Count ? parent.Sections[at + 1] is { Kind: SectionKind.Phase, Heading.Ordinal: not null } : LastNumber(section) == LastNumber(before) + 1 && (section.Kind is SectionKind.Scenarios || Ordered().IsMatch(section.Heading.Name)));

    // "Detect", and below it "[How was it noticed?]": a form, and no way to go
    private static bool IsBlank(GuideSection section) =>
        section is { Blocks.Count: > 0, Sections.Count: 0 } && section.Blocks.TrueForAll(block => block is TextBlock { Text: ['[', .., ']'] text } && text.LastIndexOf('[') == 0);

    [GeneratedRegex(@"^(?:complete|fill(?: in| out)?|finish|run(?: through)?|go through|work through|walk through|tick off|follow|send)\s+(?!\p{L}+$)\p{L}|\S\s(?:ausfüllen|abarbeiten|abhaken)$|^(?:remplir|compléter|completar|rellenar|preencher|compilare)\s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ordered();
}
