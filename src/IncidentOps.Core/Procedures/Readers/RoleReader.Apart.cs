using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>Roles that are told of in a chapter of something else.</content>
internal sealed partial class RoleReader
{
    private void AddOnTheWay(List<ResponseRole> found)
    {
        // "Oven Lead Role", "Oven Lead Responsibilities", in a phase, with what they do
        foreach (GuideSection section in context.Document.Sections.Where(section => section is { IsBold: true, Kind: SectionKind.Phase or SectionKind.Communication } && OneRole().Match(section.Heading.NameWithoutRemarks) is { Success: true } role && section.Blocks.OfType<ListBlock>().Any(list => role.Groups["duties"].Success || TellsDuty(list))).ToArray())
        {
            string name = OneRole().Match(section.Heading.NameWithoutRemarks).Groups["who"].Value;
            if (RoleNoun().IsMatch(name) && !found.Exists(role => string.Equals(role.Name, name, StringComparison.OrdinalIgnoreCase)))
            {
                found.Add(FromSection(section, name));
            }
        }

        // "Roles:", the last of some lines, and its list
        foreach (GuideSection section in context.Document.Sections.Where(section => section.Kind is not (SectionKind.Roles or SectionKind.Scenario or SectionKind.Exercise or SectionKind.Templates or SectionKind.PostMortemTemplate)))
        {
            foreach ((GuideBlock lead, GuideBlock block) in section.Blocks.Zip(section.Blocks.Skip(1)))
            {
                if (lead is TextBlock { Lines: [.., { Value.Length: 0, Label: { } label }] } && GuideWords.Sections.Is(label, SectionKind.Roles) && block is ListBlock { HasBoxes: false, Items.Count: >= 2 } list && list.Items.All(item => item is { Label: { } name, Value.Length: > 0 } && IsName(name)))
                {
                    AddBlock(list, found);
                }
            }
        }

        // "Severity and roles": a table of these in the chapter of those
        foreach (TableBlock table in context.Document.Sections.Where(section => section.Kind is SectionKind.Severities && GuideWords.Sections.Has(section.Heading.NameWithoutRemarks, SectionKind.Roles)).SelectMany(section => section.Blocks).OfType<TableBlock>().Where(SectionClassifier.TellsDuties))
        {
            AddBlock(table, found);
        }

        if (found.Count > 0)
        {
            return;
        }

        // "Assign roles:", on the way, each with what it is for
        foreach (GuideSection section in context.Document.Sections.Where(section => section is { IsBold: true, Kind: SectionKind.Phase } && AssignTitle().IsMatch(section.Heading.NameWithoutRemarks)))
        {
            foreach (ListBlock list in section.Blocks.OfType<ListBlock>().Where(list => list.Items.All(item => item is { Bold: not null, Label: not null })))
            {
                AddBlock(list, found);
            }
        }

        // "Assemble the response team", a step
        foreach (GuideSection section in context.Document.Sections.Where(section => section is { IsBold: true, Kind: SectionKind.Phase, Parent.Kind: SectionKind.Phase } && TeamTitle().IsMatch(section.Parent.Heading.NameWithoutRemarks)))
        {
            AddOfLevel(section, found);
        }

        foreach (ListBlock list in context.Document.Sections.Where(section => section.Kind is not (SectionKind.Scenario or SectionKind.Exercise or SectionKind.Severities or SectionKind.PostMortemTemplate)).SelectMany(section => section.Blocks).OfType<ListBlock>())
        {
            AddAnnounced(list, found);
        }

        if (found.Count == 0)
        {
            AddReached(found);
        }

        if (found.Count == 0)
        {
            AddTold(found);
        }
    }

    // "For P0:", in bold, and below it who does what then; false where the title names no level
    private bool AddOfLevel(GuideSection section, List<ResponseRole> found)
    {
        if (context.Scale.MeantBy(section.Heading.Name).Count == 0)
        {
            return false;
        }

        foreach (ListBlock list in section.Blocks.OfType<ListBlock>().Where(list => list.Items.Count >= 2 && list.Items.All(item => item is { Label: { } label, Value.Length: > 0 } && IsName(label)) && HoldRoles(list.Items)))
        {
            AddBlock(list, found);
            context.Ledger.Take(section);
        }

        return true;
    }

    // "Role | Name | Phone", in the chapter of the team: where nothing else tells of them, these are its roles.
    private void AddReached(List<ResponseRole> found)
    {
        foreach (TableBlock table in context.Document.Sections.Where(section => section is { Kind: SectionKind.Contacts, Parent.Kind: SectionKind.Roles }).SelectMany(section => section.Blocks).OfType<TableBlock>())
        {
            if (table.Header is { Cells: [var head, ..] } && GuideWords.Fields.Is(head.Text, GuideField.Role) && table.Rows.All(row => IsName(row.Cell(0).Text)) && table.Rows.Count(row => RoleNoun().IsMatch(row.Cell(0).Text)) * 2 >= table.Rows.Count)
            {
                AddBlock(table, found);
            }
        }
    }

    // "Take one of these roles:", an item, with the roles below it; and one who stands beside it
    private void AddAnnounced(ListBlock list, List<ResponseRole> found)
    {
        ListItem[] named = [.. list.AllItems.Where(item => RolesLead().IsMatch(item.Text)).SelectMany(item => item.Children).Where(IsToldRole)];
        if (named.Length < 2)
        {
            return;
        }

        foreach (ListItem item in list.Items.Where(IsToldRole).Concat(named))
        {
            string name = ToldName(item);
            string value = item.Label is null ? item.Text[name.Length..].TrimStart(' ', '-', '–', '—') : item.Value;
            found.Add(new ResponseRole
            {
                Name = name,
                Duties = [.. value.Length > 0 ? [value] : Array.Empty<string>(), .. item.Descendants.Select(child => child.Text)],
                Line = item.Line,
            });
            context.Ledger.TakeAll(item);
        }
    }

    private static bool IsToldRole(ListItem item) => item.Box is null && ToldName(item) is var name && name.Length < item.Text.Length && IsName(name) && RoleNoun().IsMatch(name);

    // "Oven Lead: …", "Oven Lead - …"
    private static string ToldName(ListItem item) => item.Label ?? Dash().Split(item.Text, 2)[0];

    private static bool TellsDuty(ListBlock list) =>
        list.Items.Any(item => item.Label is not null && Fields.Among(item.Label, GuideField.Duty) is GuideField.Duty);

    [GeneratedRegex(@"^(?<who>\S.{0,60}?)\s+(?:role|(?<duties>responsibilities|duties))$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex OneRole();

    [GeneratedRegex(@"\broles\b[^.]{0,24}:\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RolesLead();
}
