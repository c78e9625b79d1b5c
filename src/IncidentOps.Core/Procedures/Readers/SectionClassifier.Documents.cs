using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>Documents that are one thing as a whole.</content>
internal static partial class SectionClassifier
{
    /// <summary>Among how many parts of a case one of a name is looked for.</summary>
    private const int MostParts = 20;

    private static readonly SectionKind[] PageKinds = [SectionKind.Contacts, SectionKind.Templates, SectionKind.Escalation, SectionKind.Scenarios, SectionKind.Checklist, SectionKind.Rotation];

    // A guide may be spread over many pages: "Escalation policy", "Emergency contacts", "Playbooks", with no chapter of anything else
    private static SectionKind KindOfPage(GuideSection title) =>
        ByTitle(title.Heading) is var kind && Array.IndexOf(PageKinds, kind) >= 0 && IsWhole(title, kind) && (kind is not SectionKind.Scenarios || title.Sections.Count == 0)
        && title.Sections.TrueForAll(part => part.IsBold || ByTitle(part.Heading) is var below && (below == kind || below is SectionKind.Unknown or SectionKind.Prose)) ? kind : SectionKind.Unknown;

    // "Emergency Procedures", and chapters that say no more than what has happened and what to do then.
    private static void MarkCases(GuideDocument document)
    {
        if (document.Sections.FirstOrDefault(section => section.Level == 1) is not { } title
            || !CasesTitle().IsMatch(title.Title)
            || document.Sections.Any(section => section.Kind is SectionKind.Scenario or SectionKind.Scenarios or SectionKind.Phase or SectionKind.Severities))
        {
            return;
        }

        GuideSection[] cases = [.. title.Sections.Where(section => section is { IsBold: false, Kind: SectionKind.Unknown or SectionKind.Prose, Heading.Ordinal: null } && IsNoPart(section) && section.Blocks.Exists(block => block is ListBlock { Items.Count: >= 2 }))];
        if (cases.Count(section => section.Blocks.Exists(block => block is ListBlock { Ordered: true })) < 2)
        {
            return;
        }

        foreach (GuideSection part in cases.SelectMany(section => section.SelfAndDescendants))
        {
            part.Kind = SectionKind.Scenario;
        }
    }

    // "Containment" is a phase, "Restoring the database" is what is to be done; a review with numbered steps is one too.
    private static bool IsNoPart(GuideSection section) =>
        section.Kind is SectionKind.Unknown && !PhaseWords.IsPhase(section.Heading)
        || (section.Heading.Name.Contains(' ', StringComparison.Ordinal) && !PhaseWords.BeginsWithPhase(section.Heading) && section.Blocks.Exists(block => block is ListBlock { Ordered: true, Items.Count: >= 3 }));

    // "Security incident", "Data incident": chapters of kinds of incidents, each with what to do, where nothing else tells.
    private static void MarkIncidents(GuideDocument document)
    {
        if (document.Sections.Any(section => section.Kind is SectionKind.Scenario or SectionKind.Scenarios))
        {
            return;
        }

        foreach (GuideSection parent in document.Root.SelfAndDescendants.ToArray())
        {
            GuideSection[] cases = [.. parent.Sections.Where(section => section is { IsBold: false, Kind: SectionKind.Unknown } && KindOfIncident().IsMatch(section.Heading.NameWithoutRemarks) && !PhaseWords.IsPhase(section.Heading) && section.Blocks.Exists(block => block is ListBlock { Items.Count: >= 2 }))];
            foreach (GuideSection part in cases.Length >= 2 ? cases.SelectMany(section => section.SelfAndDescendants) : [])
            {
                part.Kind = SectionKind.Scenario;
            }
        }
    }

    // Chapters that are called after troubles, "Leaked key", "Disk gone", each with what to do: three of them where the
    // guide has no scenarios, or beside one. What stands between them with steps of its own is one as well.
    private static void MarkTroubles(GuideDocument document)
    {
        bool none = !document.Sections.Any(section => section.Kind is SectionKind.Scenario or SectionKind.Scenarios);
        foreach (GuideSection parent in document.Root.SelfAndDescendants.Where(section => section.Kind is SectionKind.Unknown).ToArray())
        {
            bool beside = parent.Sections.Exists(section => section.Kind is SectionKind.Scenario || (section.Kind is SectionKind.Scenarios && IsListed(section)));
            if ((!none && !beside) || (parent.Sections.Count(section => (IsTrouble(section) || (beside && HoldsRepair(section))) && HasSteps(section)) < (beside ? 1 : 3) && !(none && IsMostlyTroubles(parent))))
            {
                continue;
            }

            int first = parent.Sections.FindIndex(IsTrouble);
            int last = parent.Sections.FindLastIndex(IsTrouble);
            GuideSection[] cases = [.. parent.Sections.Where((section, i) => IsTrouble(section) || (none && IsTroubleWithBullets(section)) || (beside && HoldsRepair(section)) ? none || HasSteps(section) : none && i > first && i < last && section is { IsBold: false, Kind: SectionKind.Unknown } && (HasSteps(section) || (section.Heading.Ordinal is not null && TellsTrouble(section.Heading.Name))))];
            foreach (GuideSection part in cases.SelectMany(section => section.SelfAndDescendants))
            {
                part.Kind = SectionKind.Scenario;
            }
        }
    }

    // "Shop down response", a chapter of its own with what to do, be it one alone, where nothing else tells; one among
    // numbered chapters is part of the course, unless another tells of that.
    private static void MarkResponses(GuideDocument document)
    {
        if (document.Sections.Any(section => section.Kind is SectionKind.Scenario or SectionKind.Scenarios))
        {
            return;
        }

        // "Workflow checklist" tells the course too.
        bool told = document.Sections.Any(section => section.Kind is SectionKind.Workflow || (section is { IsBold: false, Kind: SectionKind.Checklist } && GuideWords.Sections.Has(section.Heading.Name, SectionKind.Workflow)));
        foreach (GuideSection section in document.Sections.Where(section => section is { IsBold: false, Level: > 1, Kind: SectionKind.Unknown or SectionKind.Communication, Parent.Kind: SectionKind.Unknown } && (told || section.Heading.Ordinal is null) && IsResponseToTrouble(section)).ToArray())
        {
            // "Lost child protocol", beside it, is one as well.
            GuideSection[] beside = section.Parent!.Sections.Count > MostCases ? [] : [.. section.Parent.Sections.Where(other => other is { IsBold: false, Kind: SectionKind.Unknown, Heading.Ordinal: null } && ResponseTo().Match(other.Heading.NameWithoutRemarks) is { Success: true } named && IncidentNoun().IsMatch(named.Groups["what"].Value) && !PhaseWords.BeginsWithPhase(other.Heading) && HasSteps(other))];
            foreach (GuideSection part in beside.Prepend(section).SelectMany(one => one.SelfAndDescendants).Where(part => part.Kind is SectionKind.Unknown or SectionKind.Phase or SectionKind.Communication))
            {
                part.Kind = SectionKind.Scenario;
            }
        }
    }

    private static bool IsResponseToTrouble(GuideSection section) =>
        ResponseTo().Match(section.Heading.NameWithoutRemarks) is { Success: true } named
        && SeverityName.TryParse(section.Heading.Name, loose: true) is null && IsCaseName(named.Groups["what"].Value) && !PhaseWords.BeginsWithPhase(section.Heading)
        && TellsTrouble(named.Groups["what"].Value)
        && section.Sections.Count(part => !part.IsBold && PhaseReader.HasWindow(part)) < 2
        && (HasSteps(section) || section.SelfAndDescendants.Any(part => part.Blocks.Exists(block => block is CodeBlock code && code.TextLines.Count(line => SectionTitle.Parse(line).Ordinal is not null) >= 2)));

    // "Common failures", told in paragraphs
    private static bool IsListed(GuideSection section) =>
        section.Sections.Count == 0 && section.Blocks.Take(MostCases).Count(block => block is TextBlock { Lines: [{ Bold: not null }, ..] }) >= 2;

    // "Diagnosis" and "Recovery" below a heading that stands beside the scenarios, or "Steps", as below each of these
    private static bool HoldsRepair(GuideSection section) =>
        section is { IsBold: false, Kind: SectionKind.Unknown, Title.Length: <= 80 } && !PhaseWords.BeginsWithPhase(section.Heading)
        && (section.Sections.Count(part => !part.IsBold && GuideWords.Fields.Is(part.Heading.NameWithoutRemarks, GuideField.Step)) >= 2
            || (section.Sections is [{ IsBold: false } only] && GuideWords.Fields.Is(only.Heading.NameWithoutRemarks, GuideField.Step)
                && section.Parent!.Sections.Take(MostCases).Count(other => other.Kind is SectionKind.Scenario && other.Sections.Take(MostParts).Any(part => part.Heading.Normal == only.Heading.Normal)) >= 2));

    private static bool IsTrouble(GuideSection section) =>
        (section is { IsBold: false, Kind: SectionKind.Unknown, Title.Length: <= 80 } || (section is { IsBold: false, Kind: SectionKind.Communication, Title.Length: <= 80, Heading.Ordinal: not null } && HasSteps(section)))
        && PhaseWords.Meaning(section.Heading.NameWithoutRemarks.Split(' ')[^1]) is null
        && (HasSteps(section) || section.Blocks.Exists(block => block is ListBlock { Items.Count: >= 2 } or CodeBlock))
        && (TellsTrouble(section.Heading.Name) || Unwanted().IsMatch(section.Heading.NameWithoutRemarks));

    // "Alarms ring unexpectedly"
    [GeneratedRegex(@"\S\s\S.*\b(?:unexpectedly|constantly|repeatedly|intermittently)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Unwanted();

    private static bool HasSteps(GuideSection section) =>
        section.SelfAndDescendants.Any(part => part.Blocks.Exists(block => (block is ListBlock list && (list is { Ordered: true, Items.Count: >= 2 } || HoldsCommands(list))) || (block is CodeBlock code && (ShellText.IsShell(code) || HoldsCountedLines(code)))));

    // "- Start it again:", and below that the command
    private static bool HoldsCommands(ListBlock list) =>
        list is { HasBoxes: false, Items.Count: >= 2 } && list.Items.Take(MostParts).Any(item => item.Blocks.OfType<CodeBlock>().Any(ShellText.IsShell));

    // "1. DETECT", "2. CONTAIN", each with its dashes, in a fence
    private static bool HoldsCountedLines(CodeBlock code)
    {
        int count = 0;
        foreach (string line in code.TextLines.Where(line => line.Trim().Length > 0))
        {
            if (CountedLine().Match(line) is { Success: true } counted && counted.Groups["number"].Value == (count + 1).ToString(System.Globalization.CultureInfo.InvariantCulture))
            {
                count++;
            }
            else if (count == 0 || line[0] is not (' ' or '\t' or '-' or '*' or '•'))
            {
                return false;
            }
        }

        return count >= 2;
    }

    [GeneratedRegex(@"^\s{0,3}(?<number>\d{1,2})[.)]\s+\S", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex CountedLine();

    // Where a template for the post-mortem has its own heading, that for an incident report is the first message.
    private static void MarkReports(GuideDocument document)
    {
        GuideSection[] templates = [.. document.Sections.Where(section => section.Kind is SectionKind.PostMortemTemplate && section.Parent!.Kind is not SectionKind.PostMortemTemplate)];
        if (templates.Length < 2 || !templates.Any(IsOfPostMortem))
        {
            return;
        }

        foreach (GuideSection part in templates.Where(section => !IsOfPostMortem(section)).SelectMany(section => section.SelfAndDescendants))
        {
            part.Kind = SectionKind.Templates;
        }
    }

    // A template whose chapters stand beside its heading: none of them is a phase or a case.
    private static void MarkReportsBeside(GuideDocument document)
    {
        foreach (GuideSection section in document.Sections.Where(section => section.Kind is SectionKind.Templates or SectionKind.PostMortemTemplate).ToArray())
        {
            foreach (GuideSection part in PostMortemReader.PartsBeside(section) is { Length: > 0 } parts ? parts.SelectMany(part => part.SelfAndDescendants).Prepend(section) : [])
            {
                part.Kind = SectionKind.PostMortemTemplate;
            }
        }
    }

    private static bool IsOfPostMortem(GuideSection section) =>
        !IncidentReport().IsMatch(section.Title) || GuideWords.Sections.Find(IncidentReport().Replace(section.Title, " ")).Any(match => match.Meaning is SectionKind.PostMortem);

    // "Responsibilities" below each of several headings: those are roles, whatever their names.
    private static void MarkRoles(GuideDocument document)
    {
        foreach (GuideSection parent in document.Root.SelfAndDescendants.Where(section => section.Sections.Count >= 2))
        {
            GuideSection[] roles = [.. parent.Sections.Where(section => section is { IsBold: false, Kind: SectionKind.Unknown or SectionKind.Rotation or SectionKind.Communication } && RoleReader.DutyPart(section) is not null)];
            if (roles.Length < 2)
            {
                continue;
            }

            foreach (GuideSection part in roles.SelectMany(section => section.SelfAndDescendants))
            {
                part.Kind = SectionKind.Roles;
            }
        }
    }
}
