using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>What may be the name of a role, and which lists are of such names.</content>
internal sealed partial class RoleReader
{
    /// <summary>A name has no more words; a sentence has.</summary>
    private const int MostWords = 7;

    /// <summary>Where words are not parted by blanks, letters are counted.</summary>
    private const int LongestIdeographs = 16;

    /// <summary>True for a list below "Team" whose items are roles, be it with who holds them or bare.</summary>
    internal static bool IsTeamList(GuideSection section) =>
        section is { IsBold: false, Sections.Count: 0 } && (TeamTitle().IsMatch(section.Heading.NameWithoutRemarks) || Team().IsMatch(section.Heading.NameWithoutRemarks))
        && section.Blocks.OfType<ListBlock>().Any(list => list.Items.Count >= 2 && list.Items.All(item => item.Box is null && IsName(NameOf(item))) && HoldRoles(list.Items));

    /// <summary>True for "Shift lead role", with what that one does.</summary>
    internal static bool TellsOne(GuideSection section) =>
        !section.IsBold && RoleOf(section) is { Length: > 0 } who && RoleNoun().IsMatch(who) && section.Blocks.Exists(block => block is ListBlock { HasBoxes: false });

    // "Shift Lead (SL)" is the shift lead.
    private static string WithoutInitials(string name) =>
        SectionTitle.Parse(name) is { Remarks: [var initials] } title && initials.Equals(string.Concat(title.NameWithoutRemarks.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word[0])), StringComparison.OrdinalIgnoreCase) ? title.NameWithoutRemarks : name;

    /// <summary>True for "Team", and below it headings with what each is there for.</summary>
    internal static bool IsTeamOfDuties(GuideSection section, Predicate<GuideSection> hasDuties) =>
        section.Sections.Count >= 1 && (TeamTitle().IsMatch(section.Heading.NameWithoutRemarks) || Team().IsMatch(section.Heading.NameWithoutRemarks)) && section.Sections.TrueForAll(hasDuties);

    /// <summary>True for items that tell, each below a name, what that one is responsible for.</summary>
    internal static bool TellsResponsibilities(GuideSection section) =>
        section is { IsBold: false, Sections.Count: 0 }
        && section.Blocks.OfType<ListBlock>().Any(list => list.Items.Count >= 2 && list.Items.All(item => item.Label is not null && IsResponsible(item)));

    private static bool IsResponsible(ListItem item) => item.Children.Any(child => ResponsibleFor().IsMatch(child.Text));

    /// <summary>True for what somebody is called who is not named: "Head of bakery", "CTO".</summary>
    internal static bool IsTitle(string text) => text.Length <= 40 && text.Split('/').All(part => RoleNoun().IsMatch(part.Trim()));

    /// <summary>True for a heading such as "Duty engineer", "Team lead".</summary>
    internal static bool IsRoleTitle(GuideSection section) => IsName(section.Heading.Name) && RoleNoun().IsMatch(section.Heading.Name);

    // "Core team", and below it no more than who is in it
    private static bool IsBareTeam(GuideSection section) =>
        section is { Sections.Count: 0 }
        && section.Blocks.OfType<ListBlock>().Any(list => HoldsTeams(list) || (TeamTitle().IsMatch(section.Heading.NameWithoutRemarks) && list.Items.All(IsBareRole) && HoldRoles(list.Items)));

    /// <summary>True for "Role | Responsibility" below "Contacts and responsibilities", and no column with a name or an address.</summary>
    internal static bool TellsDutiesOnly(GuideSection section, TableBlock table) =>
        (GuideWords.Sections.Has(section.Heading.Name, SectionKind.Roles) || GuideWords.Fields.Find(section.Heading.Name).Any(match => match.Meaning is GuideField.Duty))
        && TellsDutiesOnly(table);

    /// <summary>True for the same below "Contacts" alone, where the rows are roles: contacts as well, whom nothing says how to reach.</summary>
    private static bool TellsDutiesOfContacts(GuideSection section, TableBlock table) =>
        section.Kind is SectionKind.Contacts && TellsDutiesOnly(table) && table.Rows.All(row => IsName(row.Cell(0).Text)) && table.Rows.Count(row => RoleNoun().IsMatch(row.Cell(0).Text)) * 2 >= table.Rows.Count;

    private static bool TellsDutiesOnly(TableBlock table) =>
        table.Header is { Cells: [_, _, ..] cells } && table.Rows.Count >= 2 && cells.Take(2).Any(cell => GuideWords.Fields.Is(cell.Text, GuideField.Role)) && cells.Any(cell => GuideWords.Fields.Is(cell.Text, GuideField.Duty))
        && cells.Skip(1).All(cell => Fields.Among(cell.Text, GuideField.Channel, GuideField.Person, GuideField.Primary, GuideField.Secondary) is GuideField.None);

    // "Core team members", and in bold below it each of them, with what that one does
    private static bool IsTeamOfTitles(GuideSection section) =>
        section.Sections.Count >= 2 && section.Sections.TrueForAll(part => part.IsBold) && TeamTitle().IsMatch(section.Heading.NameWithoutRemarks)
        && section.Sections.Count(IsRoleTitle) * 2 >= section.Sections.Count;

    // "Command team", "Support team", items, and below each who is in it
    private static bool HoldsTeams(ListBlock list) =>
        list.Items.Count >= 2 && list.Items.All(item => item.Label is null && TeamTitle().IsMatch(item.Text) && item.Children.Any() && item.Children.All(IsBareRole)) && HoldRoles([.. list.Items.SelectMany(item => item.Children)]);

    // "Responder", with what that one is, above "First responder" and "Late responder"
    private static bool IsOneAboveOthers(GuideSection section) =>
        section is { IsBold: false, Parent: { Kind: SectionKind.Roles } parent } && IsOverview(parent) && !IsOverview(section) && IsRoleTitle(section) && !MoreThanOne().IsMatch(section.Heading.NameWithoutRemarks)
        && section.Blocks is [TextBlock, ..] && !section.Blocks.Exists(block => block is TableBlock);

    // "On-call: in turn, week by week": when somebody is there, and nobody's name
    private static bool TellsRotation(TextLine line) =>
        RotationWord().IsMatch(line.Value) && (GuideWords.Sections.Is(line.Label!, SectionKind.Rotation) || GuideWords.Fields.Find(line.Label!).Any(match => match is { Whole: true, Meaning: GuideField.Schedule or GuideField.Handoff }));

    [GeneratedRegex(@"\b(?:rotat(?:ion|es|ing)|rota|24/7|24x7|weekly|biweekly|daily|monthly|every (?:day|week|month)|shifts?|schedule|(?:mon|tues|wednes|thurs|fri)days?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RotationWord();

    [GeneratedRegex(@"(?:s|team|management|on-?call|contact)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MoreThanOne();

    [GeneratedRegex(@"^(?:role|responsibilit(?:y|ies)|duty|duties|focus|task|purpose)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SaysDuty();

    private static bool IsBareRole(ListItem item) => item is { Box: null, Label: null } && !item.Children.Any() && IsName(item.Text);

    private static bool HoldRoles(IReadOnlyCollection<ListItem> items) => items.Count(item => RoleNoun().IsMatch(NameOf(item))) * 2 >= items.Count;

    // "Ann Flour – Oven Lead", in a list of the team
    private bool AddPairs(ListBlock list, List<ResponseRole> found)
    {
        if (list.HasBoxes || list.Items.Count < 2 || !list.Items.All(item => item is { Label: null, Bold: null } && !item.Children.Any() && PairOf(item) is not null))
        {
            return false;
        }

        foreach (ListItem item in list.Items)
        {
            (string name, string holder) = PairOf(item)!.Value;
            found.Add(new ResponseRole { Name = name, Holder = ContactReader.Filled(holder), Duties = [], Line = item.Line });
            context.Ledger.TakeAll(item);
        }

        context.Ledger.Take(list);
        return true;
    }

    private static (string Name, string Holder)? PairOf(ListItem item) =>
        item.Text.Length > 80 || Dash().Split(item.Text) is not [var left, var right] || !IsName(left) || !IsName(right) ? null
        : (RoleNoun().IsMatch(left), RoleNoun().IsMatch(right)) switch
        {
            (false, true) => (right, left),
            (true, false) when Person().IsMatch(right) => (left, right),
            _ => null,
        };

    // "Ann Flour (ann@mill.test)": who it is, and no duty
    private static string? HolderWithAddress(string value) =>
        value.Length <= 80 && PersonWithAddress().IsMatch(value) ? value : null;

    [GeneratedRegex(@"\s[-–—]\s", RegexOptions.CultureInvariant)]
    private static partial Regex Dash();

    [GeneratedRegex(@"^\p{Lu}\p{L}+(?: \p{Lu}[\p{L}.'-]*){1,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex Person();

    [GeneratedRegex(@"^\p{Lu}[\p{L}.'-]+(?: \p{Lu}[\p{L}.'-]*){0,2}\s*(?:[(<,–—-]\s*)+[\w.+-]+@[\w.-]+[)>]?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex PersonWithAddress();

    private static string NameOf(ListItem item) => item.Label ?? item.Bold ?? item.Text;

    // What whoever is on duty does is a sentence, and no role; when roles are called in is none either.
    private static bool IsName(string text) =>
        text.Length is > 0 and <= 70 && SectionTitle.Parse(text).NameWithoutRemarks.AsSpan().Count(' ') < MostWords && !Sentence().IsMatch(text)
        && text.Count(c => c > PhaseWords.FirstIdeograph) <= LongestIdeographs
        && !GuideWords.Fields.Is(text, GuideField.Trigger);

    [GeneratedRegex(@"\b(?:team|members|responders|roster)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TeamTitle();

    [GeneratedRegex(@"^(?:(?:the|our) )?(?:teams?|people|who is who|who's who|crew|staff|ownership|owners|das team|equipo|equipe|équipe|squadra)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Team();

    [GeneratedRegex(@"^responsible for\b|^verantwortlich für\b|^responsable d[e'u]|^responsável p", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ResponsibleFor();

    [GeneratedRegex(@"\b(?:leads?|leaders?|commanders?|managers?|management|coordinators?|officers?|directors?|heads?|chiefs?|engineers?|administrators?|admins?|developers?|analysts?|experts?|specialists?|consultants?|counsel|scribes?|liaisons?|representatives?|owners?|maintainers?|responders?|reporters?|participants?|deputy|deput(?:y|ies)|contact|champions?|sponsors?|members?|teams?|vendors?|c[etiof]o|ciso|dpo|sre|dba|on-?call|líder|coordinador|comandante|responsable|leiter(?:in)?|manager(?:in)?|coördinator|beheerder|responsável|coordenador)(?:\s*\([^()]{1,40}\))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RoleNoun();

    // It has a stop or quotes in it, or begins as no name does.
    [GeneratedRegex(@"[.!?;]\s|[.!?;""“]$|[。！？；]|^[""“@#`]|^(?:an?|the|if|when|finally|please|do|don't|never|always|we|you|i|(?-i:it|It)|this|they)\s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Sentence();
}
