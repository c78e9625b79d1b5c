using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;
using IncidentOps.Core.Text.Troubles;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>Cases that are told otherwise than their neighbours: with dashes among numbers, in a table, in one sentence.</content>
internal static partial class SectionClassifier
{
    // Two troubles with their steps, and nothing with steps beside them but further troubles and what undoes a change
    private static bool IsMostlyTroubles(GuideSection parent)
    {
        GuideSection[] parts = [.. parent.Sections.Where(section => section is { IsBold: false, Kind: SectionKind.Unknown } && section.Blocks.Exists(block => block is ListBlock or CodeBlock)).Take(MostCases)];
        return parts.Length >= 3 && parts.Count(section => IsTrouble(section) && HasSteps(section)) >= 2
            && (Array.TrueForAll(parts, section => IsTroubleOrUndoing(section)) || parts.Count(IsTroubleOrUndoing) is >= 4 and var troubles && troubles * 4 >= parts.Length * 3);
    }

    // Where all others are cases, so is "Suspicious message", with its steps, whatever else its name speaks of.
    private static void MarkOddCase(GuideDocument document)
    {
        foreach (GuideSection parent in document.Root.SelfAndDescendants.Where(section => section is { Level: > 1, Sections.Count: >= 4 and <= MostCases }))
        {
            GuideSection[] parts = [.. parent.Sections.Where(section => !section.IsBold)];
            if (parts.Length >= 4 && parts.Count(part => part.Kind is SectionKind.Scenario) == parts.Length - 1
                && Array.Find(parts, part => part.Kind is not SectionKind.Scenario) is { Kind: SectionKind.Unknown or SectionKind.Communication or SectionKind.Workflow } odd
                && HasSteps(odd) && !IsWhole(odd, odd.Kind) && !PhaseWords.BeginsWithPhase(odd.Heading))
            {
                foreach (GuideSection part in odd.SelfAndDescendants)
                {
                    part.Kind = SectionKind.Scenario;
                }
            }
        }
    }

    // "Leaked key", with its steps, beside three cases
    private static void MarkTroubleBeside(GuideDocument document)
    {
        foreach (GuideSection parent in document.Root.SelfAndDescendants.Where(section => section.Sections.Count is >= 4 and <= MostCases))
        {
            GuideSection[] cases = [.. parent.Sections.Where(part => part.Kind is SectionKind.Scenario)];
            // Where each says "Scenario" of itself, what does not is none.
            foreach (GuideSection part in cases.Length < 3 || Array.TrueForAll(cases, part => ScenarioWords.IsScenarioTitle(part.Heading)) ? [] : parent.Sections.Where(part => part is { Heading.Ordinal: null } && IsTrouble(part) && HasSteps(part)).SelectMany(part => part.SelfAndDescendants))
            {
                part.Kind = SectionKind.Scenario;
            }
        }
    }

    // "P3 - Small things", with what to do in dashes, beside chapters of cases of P0, P1 and P2
    private static void MarkLevelBeside(GuideDocument document)
    {
        foreach (GuideSection parent in document.Root.SelfAndDescendants.Where(section => section.Sections.Count is >= 3 and <= MostCases))
        {
            if (parent.Sections.Count(part => part.Kind is SectionKind.Scenarios && IsOfLevel(part)) < 2)
            {
                continue;
            }

            foreach (GuideSection level in parent.Sections.Where(part => part is { IsBold: false, Kind: SectionKind.Unknown, Sections.Count: > 0 } && IsOfLevel(part) && part.Sections.TrueForAll(below => !below.IsBold && below.Blocks.Count > 0)))
            {
                level.Kind = SectionKind.Scenarios;
                MarkAsCase(level.Descendants);
            }
        }
    }

    // "SEV-1 - Told by somebody", with its steps, beside "SEV-0 - Theft" and "SEV-2 - Flood"
    private static void MarkLevelledBeside(GuideDocument document)
    {
        foreach (GuideSection parent in document.Root.SelfAndDescendants.Where(section => section.Sections.Count is >= 3 and <= MostCases))
        {
            if (parent.Sections.Count(part => part is { IsBold: false, Kind: SectionKind.Scenario } && LevelAndCase(part.Title) is not null) >= 2)
            {
                GuideSection[] beside = [.. parent.Sections.Where(part => part is { IsBold: false, Kind: SectionKind.Unknown or SectionKind.Severities } && LevelAndCase(part.Title) is not null && HasSteps(part) && LevelsAbove(part) && !PhaseWords.BeginsWithPhase(part.Heading))];
                MarkAsCase(beside.SelectMany(part => part.SelfAndDescendants));
            }
        }
    }

    private static bool IsOfLevel(GuideSection section) => SeverityName.TryParse(section.Heading.Name, loose: true) is { IsCode: true };

    // "Replay", "Broken ledger", "Lost letters", each with "Step 1", "Step 2" to its own end: a course is told once, cases are many.
    private static void MarkCountedCases(GuideDocument document)
    {
        foreach (GuideSection parent in document.Root.SelfAndDescendants.Where(section => section is { Level: <= 2, Kind: SectionKind.Unknown or SectionKind.Scenarios or SectionKind.Workflow, Sections.Count: >= 3 and <= MostCases }))
        {
            GuideSection[] cases = [.. parent.Sections.Where(part => part is { IsBold: false, Heading.Ordinal: null, Kind: SectionKind.Unknown or SectionKind.Phase or SectionKind.Workflow } && !PhaseWords.BeginsWithPhase(part.Heading) && SeverityName.TryParse(part.Heading.Name, loose: true) is null && IsRunOfSteps(part))];
            foreach (GuideSection part in cases.Length >= 3 && cases.Count(part => TellsOfTrouble(part.Heading.NameWithoutRemarks)) * 2 >= cases.Length ? cases.SelectMany(part => part.SelfAndDescendants) : [])
            {
                part.Kind = SectionKind.Scenario;
            }
        }
    }

    // "Escalation chain", told within one case alone: "1. At once: …", "2. 15 minutes: …"
    private static void MarkPathInCase(GuideDocument document)
    {
        if (document.Sections.Any(section => section.Kind is SectionKind.Escalation))
        {
            return;
        }

        GuideSection[] paths = [.. document.Sections.Where(section => section is { Kind: SectionKind.Scenario, Sections.Count: 0 } && EscalationPath().IsMatch(section.Title)
            && section.Blocks.OfType<ListBlock>().ToArray() is [{ Ordered: true, HasBoxes: false, Items: { Count: >= 2 and <= MostParts } items }]
            && items.All(item => item is { Label: { } label, Value.Length: > 0 } && DurationText.TryParse(label, out _)) && items.Count(item => EscalationReader.IsPerson(item.Value)) * 2 >= items.Count)];
        if (paths is [var path])
        {
            path.Kind = SectionKind.Escalation;
        }
    }

    private static bool IsTroubleOrUndoing(GuideSection section) =>
        IsTrouble(section) || IsTroubleWithBullets(section) || Undoing().IsMatch(section.Heading.NameWithoutRemarks);

    // "Cache issues", and what to do about them, dash by dash
    private static bool IsTroubleWithBullets(GuideSection section) =>
        section is { IsBold: false, Kind: SectionKind.Unknown, Title.Length: <= 80, Heading.Ordinal: null } && !PhaseWords.BeginsWithPhase(section.Heading)
        && section.Blocks.Exists(block => block is ListBlock { HasBoxes: false, Items.Count: >= 2 } or CodeBlock)
        && (TroubleText.Read(section.Heading.Name).Has(TermKind.Trouble) || (TroubleNoun().IsMatch(section.Heading.NameWithoutRemarks) && IncidentNoun().IsMatch(section.Heading.NameWithoutRemarks)));

    // "Cache issues", "Cache issue"; "Security incident" may be a chapter of another kind
    [GeneratedRegex(@"\b(?:incidents|issues?|problems?|failures?|outages?|mismatch(?:es)?|disruptions?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TroubleNoun();

    // "Common runbooks", and below it nothing but "Runbook | Trigger | Location"
    private static bool HoldsTableOfCases(GuideSection section) =>
        section is { IsBold: false, Sections.Count: 0 } && section.Blocks.TrueForAll(block => block is TextBlock or TableBlock)
        && section.Blocks.OfType<TableBlock>().ToArray() is [{ Rows.Count: >= 2, Header.Cells: { Count: >= 2 } heads }] && CaseColumn().IsMatch(heads[0].Text)
        && GuideWords.Sections.Has(section.Heading.Name, SectionKind.Scenarios);

    // "Security incident response", and below it "Break-in", "Replayed ticket", each with its numbered steps
    private static bool HoldsCasesOfKind(GuideSection section)
    {
        if (section is not { IsBold: false, Level: > 1, Sections.Count: >= 2 and <= 30 } || !ResponseToKind().IsMatch(section.Heading.NameWithoutRemarks))
        {
            return false;
        }

        GuideSection[] parts = [.. section.Sections.Where(part => !part.IsBold)];
        return parts.Length >= 2 && Array.TrueForAll(parts, part => part.Heading.Ordinal is null && HasSteps(part) && !PhaseWords.BeginsWithPhase(part.Heading) && SeverityName.TryParse(part.Heading.Name, loose: true) is null)
            && parts.Count(part => TellsOfTrouble(part.Heading.NameWithoutRemarks)) * 3 >= parts.Length * 2;
    }

    // "Oven incidents", "Door and window incidents", chapters beside one another, each with what is done in its list
    private static void MarkKinds(GuideDocument document)
    {
        foreach (GuideSection parent in document.Root.SelfAndDescendants.Where(section => section.Sections.Count is >= 3 and <= MostCases))
        {
            GuideSection[] kinds = [.. parent.Sections.Where(part => part is { IsBold: false, Kind: SectionKind.Unknown or SectionKind.Scenarios, Sections.Count: 0 } && OfKind().IsMatch(part.Heading.NameWithoutRemarks) && part.Blocks.OfType<ListBlock>().ToArray() is [{ HasBoxes: false, Items.Count: >= 3 }])];
            if (kinds.Length >= 2)
            {
                MarkAsCase(kinds);
            }
        }
    }

    [GeneratedRegex(@"^(?!(?:major|minor|critical|post|past|all|our|open|known|example|sample|reporting|declaring|closing|handling|managing)\b)(?:[\p{L}/-]+ ){1,3}incidents?(?: (?:path|response|handling))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfKind();

    // "Security incident response", "Data incident handling", "Network incidents"
    [GeneratedRegex(@"^(?!(?:major|minor|critical|post|general|the|our|initial)\b)(?:[\p{L}-]+[ /&]+){1,3}incidents?(?:\s+(?:response|handling|procedures?|runbooks?))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ResponseToKind();

    private static void MarkEmergencies(GuideDocument document)
    {
        if (document.Sections.Any(section => section.Kind is SectionKind.Scenario or SectionKind.Scenarios))
        {
            return;
        }

        foreach (GuideSection chapter in document.Sections.Where(section => section.Kind is SectionKind.Unknown or SectionKind.Workflow && HoldsEmergencyProcedures(section)).ToArray())
        {
            chapter.Kind = SectionKind.Scenarios;
            foreach (GuideSection part in chapter.Descendants.Where(part => part.Kind is SectionKind.Unknown or SectionKind.Phase or SectionKind.Workflow))
            {
                part.Kind = SectionKind.Scenario;
            }
        }
    }

    // "Emergency procedures", and below it "Stop the mill", "Start it again", each with its commands
    private static bool HoldsEmergencyProcedures(GuideSection section) =>
        section is { IsBold: false, Level: > 1 } && CasesTitle().Match(section.Heading.NameWithoutRemarks) is { Success: true } title && title.Length == section.Heading.NameWithoutRemarks.Length
        && section.Sections.Where(part => !part.IsBold).ToArray() is { Length: >= 2 and <= MostCases } parts
        && Array.TrueForAll(parts, part => HasSteps(part) && !PhaseWords.IsNamed(part.Heading.NameWithoutRemarks) && !PhaseWords.IsOrdinal(part.Heading.OrdinalWord) && SeverityName.TryParse(part.Heading.Name, loose: true) is null);

    // "Diagnosis flows", and below it "Search is gone", "Orders stop", each with what is looked at
    private static bool HoldsDiagnoses(GuideSection section) =>
        section is { IsBold: false, Level: > 1 } && Diagnoses().IsMatch(section.Heading.NameWithoutRemarks)
        && section.Sections.Where(part => !part.IsBold).ToArray() is { Length: >= 2 and <= MostCases } parts
        && Array.TrueForAll(parts, part => (HoldsDeeds(part) || part.Blocks.Exists(block => block is CodeBlock)) && !AskedWhich().IsMatch(part.Heading.Name) && !PhaseWords.BeginsWithPhase(part.Heading) && !PhaseWords.IsOrdinal(part.Heading.OrdinalWord));

    // Of several, not "Diagnosis"
    [GeneratedRegex(@"\b(?:diagnos\w+|decision|troubleshooting|triage) (?:flow ?charts|flows|trees|paths|guides|workflows|by symptom)\b|\b(?:flows|trees|fluxos|flujos|árboles|parcours|flux|flussi|alberi) (?:of|de|del?|di|d['’]) ?(?:diagn|triage|tria)|\bdiagnose(?:abläufe|bäume|pfade)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Diagnoses();

    // "If the shop is down", "If a key leaks", each with what to do
    private static void MarkConditions(GuideDocument document)
    {
        foreach (GuideSection parent in document.Root.SelfAndDescendants.Where(section => section.Kind is SectionKind.Unknown or SectionKind.Workflow).ToArray())
        {
            GuideSection[] cases = [.. parent.Sections.Where(IsCondition)];
            foreach (GuideSection part in cases.Length >= 2 ? cases.SelectMany(section => section.SelfAndDescendants) : [])
            {
                part.Kind = SectionKind.Scenario;
            }
        }
    }

    private static bool IsCondition(GuideSection section) =>
        section is { IsBold: false, Kind: SectionKind.Unknown or SectionKind.Phase or SectionKind.Workflow, Title.Length: <= 80 } && Condition().Match(section.Heading.NameWithoutRemarks) is { Success: true } condition
        && (section.Kind is not SectionKind.Workflow || condition.Groups["what"].Success)
        && section.Blocks.Exists(block => block is ListBlock { HasBoxes: false } list && (list.Ordered || condition.Groups["what"].Success) || (block is CodeBlock code && ShellText.IsShell(code)));

    /// <summary>True for "If the shop is down:" and the like, each with its list, and nothing else below the heading.</summary>
    internal static bool HoldsConditions(GuideSection section) =>
        section is { IsBold: false, Sections.Count: 0, Blocks.Count: >= 4 and <= MostCases }
        && section.Blocks.Where((block, i) => IsConditionAt(section, i)).Count() is >= 2 and var conditions
        && section.Blocks.Count(block => block is ListBlock) == conditions && section.Blocks.TrueForAll(block => block is TextBlock or ListBlock { HasBoxes: false });

    // "Common causes & fixes", a chapter of its own, with a heading for each cause and what mends it
    private static bool HoldsCausesWithFixes(GuideSection section) =>
        section is { IsBold: false, Parent.Level: <= 1 } && CausesAndFixes().IsMatch(section.Heading.NameWithoutRemarks)
        && section.Sections.Where(part => !part.IsBold).ToArray() is { Length: >= 2 } parts && Array.TrueForAll(parts, part => part.Blocks.Exists(block => block is ListBlock or CodeBlock));

    [GeneratedRegex(@"^(?:(?:common|known|typical|likely|possible) )?(?:causes?|problems?|issues?)\s*(?:&|and|\+|/)\s*(?:fix(?:es)?|solutions?|remed(?:y|ies)|resolutions?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CausesAndFixes();

    // "If the oven goes out", "If somebody breaks in": nothing but headings that say what may be the case, each with its steps
    private static bool HoldsConditionTitles(GuideSection section) =>
        section is { IsBold: false, Sections.Count: >= 2 and <= MostCases } && section.Sections.Where(part => !part.IsBold).ToArray() is { Length: >= 2 } parts
        && Array.TrueForAll(parts, part => Condition().IsMatch(part.Heading.NameWithoutRemarks) && part.SelfAndDescendants.Any(below => below.Blocks.Exists(block => block is ListBlock { Ordered: true } or CodeBlock))) && Array.Exists(parts, HasSteps);

    /// <summary>True where a line says what may be the case, and a list follows that says what is done then.</summary>
    internal static bool IsConditionAt(GuideSection section, int at) =>
        section.Blocks[at] is TextBlock { Quoted: false, Lines: [{ Text.Length: <= 90 } line] } && line.Text.EndsWith(':') && at + 1 < section.Blocks.Count && section.Blocks[at + 1] is ListBlock { HasBoxes: false }
        && Condition().IsMatch(line.Text);

    // "When to call" says no more than when.
    [GeneratedRegex(@"^\S+(?:\s\S+){1,5}\s시$|^(?<what>what to do (?:if|when|in case)|was tun,? (?:wenn|falls|bei)|que faire (?:si|en cas)|qué hacer (?:si|cuando|en caso)|o que fazer (?:se|quando|em caso))?(?(what)|(?:if|in case|when(?! to\b)|wenn|falls|si|cuando|quando|se|als|jeśli|если))\s+\S+\s+\S", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Condition();

    [GeneratedRegex(@"^(?:runbook|playbook|scenario)s?(?: name)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CaseColumn();

    [GeneratedRegex(@"^(?:\S+ ){0,2}(?:roll-?back|restart|restore|recovery|failover|maintenance mode)(?: procedures?| steps)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Undoing();
}
