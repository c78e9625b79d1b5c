using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Procedures.Readers;

/// <summary>The roles in the response and what each is for.</summary>
internal sealed partial class RoleReader(GuideContext context)
{
    public IReadOnlyList<ResponseRole> Read()
    {
        List<ResponseRole> found = [];
        foreach (GuideSection section in context.Document.Sections.Where(section => section.Kind == SectionKind.Roles && !DocumentWords.IsAside(section.Heading.NameWithoutRemarks) && !Handing().IsMatch(section.Heading.NameWithoutRemarks) && !WayTitle().IsMatch(section.Heading.NameWithoutRemarks)))
        {
            int before = found.Count;
            if (section.Blocks.OfType<CodeBlock>().Any(code => AddFenced(code, found)))
            {
                context.Ledger.Take(section);
                continue;
            }

            if (RoleOf(section) is { } named)
            {
                if (named.Length > 0)
                {
                    found.Add(FromSection(section, named));
                }

                continue;
            }

            if (IsTime(section) && section.Parent is { Kind: SectionKind.Roles } whole && RoleOf(whole) is { Length: > 0 })
            {
                continue;
            }

            if (DutyPart(section) is not null && !IsOverview(section) && (section.Parent!.Kind != SectionKind.Roles || RoleOf(section.Parent) is null))
            {
                found.Add(FromSection(section, section.Heading.Name));
                continue;
            }

            if (section.Parent!.Kind == SectionKind.Roles && DutyPart(section.Parent) == section && !IsOverview(section.Parent))
            {
                continue;
            }

            if (section.IsBold && (Sentence().IsMatch(section.Title) || AddOfLevel(section, found)))
            {
                continue;
            }

            if (section.Parent!.Kind == SectionKind.Roles && !IsOverview(section) && !IsGroup(section) && !section.Sections.Exists(part => !part.IsBold) && !section.Blocks.Exists(block => block is TableBlock) && !section.Heading.Normal.Split(' ').Contains("raci"))
            {
                if (!section.IsBold || IsOverview(section.Parent) || !section.Parent.Parent!.Kind.Equals(SectionKind.Roles))
                {
                    found.Add(FromSection(section, section.Heading.Name));
                }

                context.Ledger.Take(section);
                continue;
            }

            if (IsOneAboveOthers(section))
            {
                found.Add(FromSection(section, section.Heading.Name, whole: false));
                continue;
            }

            bool overview = section.Sections.Exists(part => part is { IsBold: false, Kind: SectionKind.Roles });
            // "Responsibilities" alone are those of whoever is on duty, unless the items are roles.
            bool duties = GuideWords.Fields.Is(section.Heading.NameWithoutRemarks, GuideField.Duty);
            foreach (GuideBlock block in section.Blocks.Where(block => !duties || block is not ListBlock list || list.Items.Any(item => item.Label is not null || item.Bold is not null || RoleNoun().IsMatch(item.Text))))
            {
                if (overview && block is ListBlock list && list.Items.All(item => section.Sections.Exists(part => part.Heading.Normal == SectionTitle.Normalise(item.Text))))
                {
                    context.Ledger.TakeAll(block);
                    continue;
                }

                if (block is not ListBlock path || !EscalationReader.IsAnnounced(section, path))
                {
                    AddBlock(block, found);
                }
            }

            if (found.Count > before || section.Sections.Count > 0)
            {
                context.Ledger.Take(section);
            }
        }

        // "Role | Responsibility | Escalation order" stands among the contacts or the levels, and tells how to reach nobody.
        foreach (TableBlock table in context.Document.Sections.Where(section => section.Kind is SectionKind.Contacts or SectionKind.Escalation).SelectMany(section => section.Blocks.OfType<TableBlock>().Where(table => (section.Kind is SectionKind.Contacts && EscalationReader.TellsOrder(table)) || TellsDutiesOnly(section, table) || TellsDutiesOfContacts(section, table))))
        {
            AddBlock(table, found);
        }

        AddOnTheWay(found);
        return [.. found.GroupBy(role => WithoutInitials(role.Name), StringComparer.OrdinalIgnoreCase).Select(same => same.Skip(1).Aggregate(same.First(), Merge))];
    }

    // A role may be named in one place and its duties told in another.
    private static ResponseRole Merge(ResponseRole first, ResponseRole second) =>
        first with { Duties = [.. first.Duties.Concat(second.Duties).Distinct(StringComparer.Ordinal)], Holder = first.Holder ?? second.Holder };

    // "Core team:", above a list of roles, each with its facts
    private static bool IsGroup(GuideSection section) =>
        IsTeam(section) || IsBareTeam(section) || section is { IsBold: true, Sections.Count: 0 }
        && section.Blocks.OfType<ListBlock>().Any(list => list.Items.Count >= 2 && list.Items.All(item => item.Bold is not null && (item.Children.Any() ? item.Children.All(child => child.Label is not null) : item.Value.Length > 0 && AssignTitle().IsMatch(section.Heading.NameWithoutRemarks))));

    // "Core response team", and in its list each role with what it is for
    private static bool IsTeam(GuideSection section) =>
        section.Sections.Count == 0 && TeamTitle().IsMatch(section.Heading.NameWithoutRemarks)
        && section.Blocks.OfType<ListBlock>().Any(list => list.Items.Count >= (section.IsBold ? 2 : 3) && list.Items.All(item => item is { Bold: not null, Label: { } label } && item.Value.Length > 0 && !IsFact(label)) && (!section.IsBold || HoldRoles(list.Items)));

    private static bool IsFact(string label) => GuideWords.Fields.Find(label).Any(match => match is { Whole: true, Meaning: GuideField.Duty or GuideField.Person or GuideField.Backup or GuideField.Channel or GuideField.Role });

    /// <summary>True for a title that names no role but roles in general.</summary>
    private static bool IsOverview(GuideSection section) =>
        !section.IsBold && (IsTeamOfTitles(section) || MoreRoles().IsMatch(section.Heading.NameWithoutRemarks) || GuideWords.Sections.Is(section.Heading.NameWithoutRemarks, SectionKind.Roles));

    /// <summary>
    /// "Incident Commander Responsibilities" is one role with its duties; empty where the duties are nobody's in
    /// particular ("Primary responsibilities"); null for every other title.
    /// </summary>
    private static string? RoleOf(GuideSection section) =>
        IsOverview(section) || section.Sections.Exists(part => part.Kind == SectionKind.Roles && !IsTime(part)) ? null
        : DutiesOf().Match(section.Heading.NameWithoutRemarks) is not { Success: true } duties ? null
        : section.Heading.Normal.EndsWith(" role", StringComparison.Ordinal) && !section.Blocks.Exists(block => block is ListBlock) ? null
        : General().IsMatch(duties.Groups["who"].Value) ? string.Empty
        : duties.Groups["who"].Value;

    /// <summary>The part that tells duties and is called no more than that: "Responsibilities"; null where there is none.</summary>
    public static GuideSection? DutyPart(GuideSection section) =>
        section.Sections.Find(part => GuideWords.Fields.Is(part.Heading.NameWithoutRemarks, GuideField.Duty) && part.Blocks.Exists(block => block is ListBlock));

    // "During the incident", "After it" sort the duties of one role.
    private static bool IsTime(GuideSection section) => WhenTitle().IsMatch(section.Heading.NameWithoutRemarks);

    private ResponseRole FromSection(GuideSection section, string name, bool whole = true)
    {
        List<string> duties = [];
        string? holder = null;
        foreach (GuideSection part in whole ? section.SelfAndDescendants : [section])
        {
            context.Ledger.Take(part);
            foreach (GuideBlock block in part.Blocks)
            {
                if (block is TextBlock text)
                {
                    TextLine? who = text.Lines.FirstOrDefault(line => line.Label is not null && Fields.Among(line.Label, GuideField.Person) == GuideField.Person);
                    holder ??= who?.Value;
                    // "Role: leads the response", below who it is
                    duties.AddRange(text.Lines.Where(line => line is { Bold: not null, Label: not null, Value.Length: > 0 } && SaysDuty().IsMatch(line.Label)).Select(line => line.Value));
                    continue;
                }

                context.Ledger.TakeAll(block);
                if (block is ListBlock list)
                {
                    foreach (ListItem item in list.Items)
                    {
                        AddFact(item, duties, ref holder);
                    }
                }
            }
        }

        return new ResponseRole { Name = name, Duties = duties, Holder = holder, Line = section.Line };
    }

    private static void AddFact(ListItem item, List<string> duties, ref string? holder)
    {
        switch (Fields.Among(item.Label, GuideField.Person, GuideField.Duty, GuideField.Backup, GuideField.Role))
        {
            case GuideField.Role when holder is null && RoleNoun().IsMatch(item.Value) && IsName(item.Value) && GuideWords.Fields.Is(item.Label!, GuideField.Role):
                holder = item.Value;
                break;
            case GuideField.Person when item.Value.Length > 0 && holder is null:
                holder = ContactReader.Filled(item.Value);
                duties.AddRange(item.Descendants.Select(child => child.Text));
                break;
            case GuideField.Person when item.Value.Length == 0 && item.Children.Any():
                // "Members:", and below it each of them
                string[] members = [.. item.Children.Select(child => ContactReader.Filled(child.Text)).OfType<string>()];
                holder ??= members.Length > 0 ? string.Join(", ", members) : null;
                break;
            case GuideField.Duty:
                duties.AddRange(item.Children.Any() ? item.Descendants.Select(child => child.Text) : [item.Value]);
                break;
            case GuideField.Backup when item.Value.Length > 0 && holder is not null:
                holder = $"{holder}, {item.Value}";
                duties.AddRange(item.Descendants.Select(child => child.Text));
                break;
            default:
                duties.Add(item.Text);
                duties.AddRange(item.Descendants.Select(child => child.Text));
                break;
        }
    }

    private void AddBlock(GuideBlock block, List<ResponseRole> found)
    {
        if (block is TextBlock text)
        {
            // What a call-out leads with is said in passing.
            found.AddRange(text.Lines.Where(line => !text.Quoted && line.Bold is not null && line.Label is { Length: <= 60 } label && line.Value.Length > 0 && !DocumentWords.IsAside(label) && !DocumentWords.IsMetadata(label) && !ContactReader.IsLineTo(line) && !TellsRotation(line))
                .Select(line => new ResponseRole { Name = line.Label!, Duties = [line.Value], Line = line.Line }));
        }
        else if (block is TableBlock matrix && IsMatrix(matrix))
        {
            AddMatrix(matrix, found);
        }
        else if (block is TableBlock involved && HasInvolvementColumns(involved))
        {
            AddInvolved(involved, found);
        }
        else if (block is TableBlock table)
        {
            string[] heads = table.Header is null ? [] : [.. table.Header.Cells.Select(cell => cell.Text)];
            GuideField[] fields = Fields.OfColumns(heads, GuideField.Role, GuideField.Duty, GuideField.Person);
            int person = Array.IndexOf(fields, GuideField.Person);
            int duty = Array.IndexOf(fields, GuideField.Duty);
            // "Role | Title": the first says which it is.
            int name = heads.Length > 0 && Fields.Among(heads[0], GuideField.Role) == GuideField.Role ? 0 : Math.Max(0, Array.IndexOf(fields, GuideField.Role));
            if (heads.Length > 0 && (fields.All(field => field == GuideField.None) || AddDeciding(table, heads, found)))
            {
                return;
            }

            foreach (TableLine row in table.Rows.Where(row => row.Cell(0).Text.Length > 0 && !Unfilled.IsOnly(row.Cell(name).Text)))
            {
                string duties = row.Cell(duty >= 0 ? duty : 1).Text;
                found.Add(new ResponseRole
                {
                    Name = row.Cell(name).Text,
                    Duties = duties.Length > 0 ? [duties] : [],
                    Holder = person > 0 ? ContactReader.Filled(row.Cell(person).Text) : null,
                    Line = row.Line,
                });
                context.Ledger.Take(row);
            }

            context.Ledger.Take(table);
        }
        else if (block is ListBlock pairs && AddPairs(pairs, found))
        {
            // done
        }
        else if (block is ListBlock { HasBoxes: false } list && list.Items.Count(item => IsName(NameOf(item))) * 2 >= list.Items.Count)
        {
            bool teams = HoldsTeams(list);
            foreach (ListItem item in list.Items.SelectMany(item => teams ? item.Children : [item]).Where(item => IsName(NameOf(item))))
            {
                string? holder = item.Label is null ? null : HolderWithAddress(item.Value);
                bool held = holder is not null || (item.Value.Length > 0 && IsResponsible(item));
                found.Add(new ResponseRole
                {
                    Name = NameOf(item),
                    Holder = held ? holder ?? ContactReader.Filled(item.Value) : null,
                    Duties = [.. item.Label is not null && item.Value.Length > 0 && !held ? [item.Value] : Array.Empty<string>(), .. item.Descendants.Select(child => child.Text)],
                    Line = item.Line,
                });
                context.Ledger.TakeAll(item);
            }

            context.Ledger.Take(list);
        }
    }

    [GeneratedRegex(@"^(?:(?:additional|other|further|optional|supporting|support|extended|secondary|core|key|main|primary)\s+)+roles?\b|^(?:(?:incident|response|team)\s+)*roles\b|\b(?:structure|hierarchy|org(?:anization)? chart)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MoreRoles();

    [GeneratedRegex(@"^(?:before|during|after|post|pre|while|once|first (?:\d+|few|hours?|minutes?|days?))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WhenTitle();

    [GeneratedRegex(@"^(?:assign |establish |define |key |incident )*roles?(?: and responsibilities)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AssignTitle();

    [GeneratedRegex(@"\b(?:hot-?line|e-?mail|phone|numbers?|channels?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WayTitle();

    // How roles change hands is no role.
    [GeneratedRegex(@"^(?:transferring|handing|passing|changing|rotating|assigning|choosing|declaring|acknowledg(?:e|ing))\s|\b(?:activation|criteria|hand-?offs?|hand-?overs?|transfers?|transitions?|expansion|(?:transfer|assignment|handoff|handover) (?:protocol|procedure|process|rules))$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Handing();

    [GeneratedRegex(@"^(?<who>\S.{0,60}?)\s+(?:role and |roles? & )?(?:responsibilities|duties|tasks|role)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex DutiesOf();

    [GeneratedRegex(@"^(?:(?:primary|secondary|key|core|main|general|common|other|additional|daily|on[\s-]?call|oncall|team|your|our|shift|weekly|users?|customers?|clients?)\s*)+$|\b(?:of|for|and|the|by|with)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex General();
}
