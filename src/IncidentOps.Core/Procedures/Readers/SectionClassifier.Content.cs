using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>Sections whose parts say more than their heading.</content>
internal static partial class SectionClassifier
{
    // "Level 2: High": a code, and a word of severity.
    /// <summary>True for "Severity levels", with two or more by their name, whatever chapter it stands in.</summary>
    private static bool HoldsLevels(GuideSection section) =>
        section.Sections.Count(part => SeverityName.TryParse(part.Heading.NameWithoutRemarks, loose: true) is { Rest: "" }) >= 2
        || section.Blocks.OfType<ListBlock>().Any(list => list.Items.Count(item => (item.Label ?? item.Bold) is { } label && SeverityName.TryParse(label, loose: true) is { Rest: "" }) >= 2);

    private static bool IsLevel(GuideSection section) =>
        SeverityName.TryParse(section.Title, loose: true) is { IsCode: true } name && SeverityName.WordRank(name.Label) is not null;

    // "P1: Search is down", "P2: Slow database", each with what to do, are cases and no phases.
    private static bool HoldsCodedCases(GuideSection section) =>
        section.Sections.Count(IsCodedCase) is >= 2 and var cases && cases * 2 >= section.Sections.Count(part => !part.IsBold);

    private static bool IsCodedCase(GuideSection section) =>
        !section.IsBold
        && SeverityName.TryParse(section.Heading.Name, loose: false) is { IsCode: true } name
        && IsCaseName($"{name.Label} {name.Rest}")
        && section.SelfAndDescendants.Any(part => part.Blocks.Exists(block => block is CodeBlock or ListBlock { Ordered: true, Items.Count: >= 2 }));

    // "SEV-1 response", with "Phase 1", "Phase 2" below
    private static bool HoldsPhasesOfLevel(GuideSection section) =>
        SeverityName.TryParse(section.Title, loose: false) is { IsCode: true }
        && (section.Sections.Count(part => !part.IsBold && PhaseWords.IsOrdinal(part.Heading.OrdinalWord)) >= 2
            || (ResponseNoun().IsMatch(section.Heading.NameWithoutRemarks) && section.Sections.Count(part => !part.IsBold && PhaseWords.BeginsWithPhase(part.Heading)) >= 3));

    // "Known issue: the oven is cold" is one, and no list of them.
    private static bool IsOneIssue(GuideSection section) =>
        !section.IsBold && section.Sections.TrueForAll(part => part.IsBold) && OneIssue().IsMatch(section.Heading.Name);

    // "Database incidents", and below them each kind with its commands
    private static bool SortsCases(GuideSection section)
    {
        GuideSection[] parts = [.. section.Sections.Where(part => !part.IsBold)];
        return parts.Length >= 2 && CasesNoun().IsMatch(section.Heading.NameWithoutRemarks)
            && Array.TrueForAll(parts, part => part.Heading.Ordinal is null && !PhaseWords.BeginsWithPhase(part.Heading) && HasSteps(part)
                && !GuideWords.Fields.Find(part.Heading.NameWithoutRemarks).Any(match => match is { Whole: true, Meaning: GuideField.Symptom or GuideField.Cause or GuideField.Step }));
    }

    // "Cache incidents", and below it "Cache is gone (P2)", be it one alone
    private static bool SortsMarkedCases(GuideSection section) =>
        section is { Blocks.Count: 0, Sections: [_, ..] cases }
        && cases.TrueForAll(part => !part.IsBold && part.Heading.Ordinal is null && (LevelAndCase(part.Title) is not null || !PhaseWords.BeginsWithPhase(part.Heading)) && (HasSteps(part) || (LevelAndCase(part.Title) is not null && HoldsDeeds(part)))
            && (CasesNoun().IsMatch(section.Heading.NameWithoutRemarks) || cases.Count >= 2 || LevelAndCase(part.Title) is not null)
            && (LevelAndCase(part.Title) is not null || (IsScenario(part) && TellsOfTrouble(part.Heading.NameWithoutRemarks))));

    // "Theft (P1)", with what to do; "Stop all sales (P1 only)" tells when something may be used.
    private static bool IsCaseByRemark(GuideSection section) =>
        !section.IsBold
        && section.Heading.Remarks.Any(remark => SeverityName.TryParse(remark, loose: false) is { IsCode: true, Rest: { Length: <= 40 } rest } && !rest.EndsWith("only", StringComparison.OrdinalIgnoreCase))
        && IsCaseName(section.Heading.NameWithoutRemarks) && !Bids().IsMatch(section.Heading.NameWithoutRemarks)
        && ByTitle(SectionTitle.Parse(section.Heading.NameWithoutRemarks)) is SectionKind.Unknown
        && !PhaseWords.BeginsWithPhase(section.Heading)
        && (section.SelfAndDescendants.Any(part => part.Blocks.Exists(block => block is CodeBlock or ListBlock { Ordered: true, Items.Count: >= 2 })) || IsDeedOfKnownLevel(section));

    // "Notify the guild (P1)": what is done for the level, and no case
    [GeneratedRegex(@"^(?:notify|inform|report|tell|contact|escalate|communicate|review|assess|contain|document|call|page|convene|assemble|activate)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Bids();

    // The same with dashes, where the levels stand before, or the chapter is one of incidents
    private static bool IsDeedOfKnownLevel(GuideSection section) =>
        section.Blocks.Exists(block => block is ListBlock { HasBoxes: false, Items.Count: >= 2 } or ListBlock { Ordered: true }) && (CasesNoun().IsMatch(section.Parent!.Heading.NameWithoutRemarks) || LevelsAbove(section));

    // "Critical", "High severity", "Critical incident response" only name the level.
    private static bool IsCaseName(string text)
    {
        string name = SectionTitle.Parse(text).NameWithoutRemarks;
        return name.Length > 0 && !LooseSeverityText.IsTime(name) && !AskedWhich().IsMatch(name) && (!LevelNoun().IsMatch(name) || OwnResponse().IsMatch(name)) && SeverityName.TryParse(name, loose: true) is null;
    }

    // "Assessment & classification", which tells what is done and defines no levels.
    private static bool IsDeciding(GuideSection section) =>
        PhaseWords.IsPhase(section.Heading) && !section.SelfAndDescendants.Any(part => part.Blocks.Exists(block => block is TableBlock) || SeverityName.TryParse(part.Heading.Name, loose: false) is not null);

    // "Resource | Contact | When to call": people, though the heading promises resources.
    private static bool TellsWhomToReach(TableBlock table) =>
        table.Header is { Cells: var heads } && heads.Skip(1).Any(cell => ReachHead().IsMatch(cell.Text)) && !heads.Any(cell => ThingHead().IsMatch(cell.Text));

    // "Severity | Response time | …", with a level in each row
    private static bool TellsLevels(TableBlock table) =>
        table.Header is { Cells: var heads } && heads.Count >= 2 && GuideWords.Fields.Is(heads[0].Text, GuideField.Severity) && table.Rows.Count >= 2
        && table.Rows.All(row => SeverityName.TryParse(row.Cell(0).Text, loose: true) is not null)
        && heads.Skip(1).Any(cell => Fields.Among(cell.Text, GuideField.Response, GuideField.Acknowledge, GuideField.Definition, GuideField.Update) is not GuideField.None);

    // "Role | Name | Channel | Hours", under whatever heading
    internal static bool TellsWhoIsReached(TableBlock table) =>
        table.Header is { Cells: var heads } && heads.Count >= 3 && heads.Any(cell => IsNameHead(cell.Text)) && heads.Any(cell => Fields.Among(cell.Text, GuideField.Role) is not GuideField.None)
        && heads.Any(cell => !IsNameHead(cell.Text) && Fields.Among(cell.Text, GuideField.Channel) is not GuideField.None);

    private static bool IsNameHead(string head) => NameHead().IsMatch(head) || GuideWords.Terms.Is(head, GuideTerm.Name);

    // "Name | Cell phone | Chat", and nothing of what they do
    private static bool TellsNumbers(TableBlock table) =>
        table.Header is { Cells: [var name, _, ..] heads } && table.Rows.Count > 0 && (NameHead().IsMatch(name.Text) || name.Text is "Who" or "Whom") && heads.Skip(1).Any(cell => PhoneHead().IsMatch(cell.Text))
        && !heads.Any(cell => Fields.Among(cell.Text, GuideField.Role, GuideField.Duty) is not GuideField.None);

    [GeneratedRegex(@"^(?:(?:cell|mobile|work|office)\s?)?phones?(?: numbers?)?$|^(?:cell|mobile)s?$|^(?:telephone|tel|(?:telephone |call )?number)s?\.?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PhoneHead();

    // "Fire watch: [phone]", "Glazier: [contact]"
    private static bool HoldsBlankContacts(GuideSection section) =>
        section is { Sections.Count: 0, Blocks: [.., ListBlock { Items: [_, _, ..] items }] } && items.All(item => item.Label is not null && Unfilled.IsOnly(item.Value)) && items.Count(item => ContactBlank().IsMatch(item.Value) || PhoneBlank().IsMatch(item.Value)) is >= 2 and var blanks && blanks * 3 >= items.Count * 2;

    // "Call the night shift", and below it "Oven hall - +44 20 7946 0000, ovens@mill.test", one place an item
    private static bool HoldsAddresses(GuideSection section) =>
        section is { Sections.Count: 0 } && section.Blocks.OfType<ListBlock>().ToArray() is [{ HasBoxes: false, Items: { Count: >= 2 and <= MostCases } items }]
        && items.All(item => AddressBehind().IsMatch(item.Text));

    [GeneratedRegex(@"^\p{Lu}[^:@\d]{2,60}(?:\s[-–—]|:)\s+(?!\d{4}-\d\d-\d\d$)(?:\+?[\d(][\d().\s-]{6,20}(?:,\s*\S+@\S+)?|\S+@\S+\.\w+(?:,\s*\+?[\d(][\d().\s-]{6,20})?)$", RegexOptions.CultureInvariant)]
    private static partial Regex AddressBehind();

    // "Primary: Baker", "Secondary: Miller", below "Contacts": whom to reach, and not when they change
    // "Primary: [name] - [phone]", "Commander: [name] - [phone]"
    private static bool HoldsBlankWays(GuideSection section) =>
        section is { Sections.Count: 0, Blocks: [ListBlock { Items: [_, _, ..] items }] } && items.All(item => item is { Label: not null, Blocks.Count: 0 } && Unfilled.IsOnly(item.Value) && item.Value.AsSpan().Count('[') >= 2);

    private static bool HoldsRanks(GuideSection section) =>
        section is { Sections.Count: 0, Blocks: [ListBlock { Items: [_, _, ..] items }] } && items.All(item => item is { Label: { } label, Value.Length: > 0 } && Rank().IsMatch(label));

    [GeneratedRegex(@"^(?:primary|secondary|tertiary|backup|escalation|executive|manager|1st|2nd|3rd|first|second|third)(?: (?:on-?call|contact|engineer|line))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Rank();

    // "+1-xxx-xxx-xxxx"
    [GeneratedRegex(@"^\+?[\dxX(][\dxX().\s-]{6,20}$", RegexOptions.CultureInvariant)]
    private static partial Regex PhoneBlank();

    [GeneratedRegex(@"^[\[<(](?:[^\]>)]{0,24}\b)?(?:contact|phone|e-?mail|number|telephone|kontakt|telefon|contacto|teléfono|contato|telefone|téléphone)\b[^\]>)]{0,24}[\]>)]$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ContactBlank();

    // "When | Whom | How", with times in the first
    private static bool TellsWhenToCallWhom(TableBlock table) =>
        table.Header is { Cells: [var when, var whom, ..] } && table.Rows.Count is >= 2 and <= 20 && WhenHead().IsMatch(when.Text) && WhomHead().IsMatch(whom.Text)
        && table.Rows.Count(row => LooseSeverityText.IsTime(row.Cell(0).Text)) * 2 >= table.Rows.Count && table.Rows.Count(row => EscalationReader.IsPerson(row.Cell(1).Text)) * 2 >= table.Rows.Count;

    [GeneratedRegex(@"^(?:when|after|time|elapsed|wait)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WhenHead();

    [GeneratedRegex(@"^(?:whom?(?: to (?:call|page|notify|contact))?|call|page|notify|contact|escalate to)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WhomHead();

    // "Role | Responsibility", under whatever heading
    internal static bool TellsDuties(TableBlock table) =>
        table.Header is { Cells: var heads } && table.Rows.Count >= 2 && GuideWords.Fields.Is(heads[0].Text, GuideField.Role) && heads.Any(cell => GuideWords.Fields.Is(cell.Text, GuideField.Duty));

    private static bool HoldsBoxes(GuideSection section) =>
        section.SelfAndDescendants.Any(part => part.Blocks.Exists(block => block is ListBlock { HasBoxes: true }));

    // Nothing but "[ ] …", line by line
    internal static bool IsBoxes(CodeBlock code) =>
        code.TextLines.Where(line => line.Trim().Length > 0).ToArray() is { Length: >= 2 } lines && Array.TrueForAll(lines, line => line.TrimStart() is ['[', ' ', ']', ' ', ..] or ['□' or '☐' or '▢' or '◻', ..]);

    // "1. Open the board 2. Choose the last release …" uses a tool and is none.
    private static bool HoldsSteps(GuideSection section) =>
        section.Blocks.OfType<ListBlock>().FirstOrDefault() is { Ordered: true, Items: { Count: >= 3 } items } && items.Count(item => item.Label is null && !item.Links.Any()) * 2 > items.Count;

    // "L1", "L2" down the first column
    private static bool HasLevelTable(GuideSection section) =>
        section.Blocks.OfType<TableBlock>().Any(table => table.Rows.Count >= 2 && table.Rows.All(row => EscalationReader.IsLevelMark(row.Cell(0).Text)));

    // "Level 1: Bakers (0-30 min)"
    private static bool HoldsLevelItems(GuideSection section) =>
        section.Blocks.OfType<ListBlock>().Any(list => list.Items.Count >= 2 && list.Items.All(item => item.Label is { } label && EscalationReader.IsLevelMark(label)));

    private static bool HasDuties(GuideSection section) =>
        !section.IsBold && GuideAttribute.Of(section).Any(attribute => attribute.FieldAmong(GuideField.Duty) is not GuideField.None);

    // A form to be filled in with people is about people.
    private static bool IsForm(GuideSection section) =>
        GuideWords.Sections.Has(section.Heading.Name, SectionKind.Contacts)
        && section.SelfAndDescendants.Any(part => part.Blocks.Exists(block => block is TableBlock))
        && !section.Blocks.Exists(block => block is CodeBlock);

    private static bool TellsOfLevel(GuideSection section) =>
        GuideWords.Fields.Find(section.Heading.NameWithoutRemarks.Split(':')[0]).Any(match => match is { Whole: true, Meaning: GuideField.Definition or GuideField.Example or GuideField.Impact or GuideField.Response });

    private static bool IsContents(GuideSection section)
    {
        ListItem[] items = [.. section.Blocks.OfType<ListBlock>().SelectMany(list => list.Items)];
        // "1 | Search gone | P1", each row linked to what the guide tells below
        if (items.Length == 0 && section is { Sections.Count: 0, Kind: SectionKind.Scenarios } && section.Blocks.OfType<TableBlock>().ToArray() is [{ Rows.Count: >= 2 } table] && table.Rows.All(row => row.Cells.Any(cell => cell.Links.Any(link => link.Target.StartsWith('#')))))
        {
            return true;
        }

        return items.Length >= 3 && section.Sections.Count == 0 && items.All(item => item.Links.Any(link => link.Target.StartsWith('#')));
    }

    [GeneratedRegex(@"^(?:name|person|nombre|nom|nome)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NameHead();

    [GeneratedRegex(@"\b(?:response|procedure|process|workflow|handling)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ResponseNoun();

    [GeneratedRegex(@"^(?:known |common )?(?:issue|incident|problem|scenario|playbook|runbook)\s*(?:#?\d+)?\s*[:：–—]\s*\S", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OneIssue();

    [GeneratedRegex(@"\b(?:incidents|issues|problems|failures|scenarios|outages)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CasesNoun();

    // "Active exploit response", to something that has its name
    [GeneratedRegex(@"^(?!.*\b(?:incidents?|priority|severity|levels?|team|issues?|initial|immediate|emergency)\b)\p{L}+\s+\p{L}+.*\bresponse$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OwnResponse();

    [GeneratedRegex(@"\b(?:incidents?|responses?|procedures?|process|workflow|escalation|priority|severity|actions?|level|events?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LevelNoun();

    [GeneratedRegex(@"^(?:tools?|systems?|dashboards?|links?|urls?|locations?|documents?|runbooks?|purpose|access)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ThingHead();

    [GeneratedRegex(@"^(?:(?:(?:primary|backup|support|emergency|main) )?contacts?|contact (?:info(?:rmation)?|details?|method)|phone(?: number)?|e-?mail|kontakt|contacto|contato|téléphone|telefon)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ReachHead();
}
