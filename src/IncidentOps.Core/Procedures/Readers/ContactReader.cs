using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Procedures.Readers;

/// <summary>Contacts, from lists, lines and tables.</summary>
internal sealed partial class ContactReader(GuideContext context)
{
    public IReadOnlyList<Contact> Read()
    {
        List<Contact> found = [];
        foreach (GuideSection section in context.Document.Sections)
        {
            if (section is { Kind: SectionKind.Roles } or { Kind: SectionKind.Rotation, Parent.Kind: SectionKind.Contacts } || (section.Kind is SectionKind.Escalation && !IsAboutContacts(section)))
            {
                AddTeams(section, found);
            }

            if (!IsAboutContacts(section))
            {
                AddReporting(section, found);
                continue;
            }

            int before = found.Count;
            if (OfParent(section) is { } reached)
            {
                ListItem[] addresses = [.. reached.Items.Where(IsAddressOf)];
                found.Add(ToContact(section.Parent!.Heading.NameWithoutRemarks, string.Join(", ", addresses.Select(item => item.Value)), section.Parent.Line));
                Array.ForEach(addresses, context.Ledger.TakeAll);
                context.Ledger.Take(reached);
                context.Ledger.Take(section);
                continue;
            }

            if (OfOne(section) is { } ways)
            {
                string reach = WaysIn(ways);
                found.Add(ToContact(section.Heading.NameWithoutRemarks, reach, section.Line));
                context.Ledger.Take(ways);
                // Hours and blanks beside an address have no place: they are reported.
                foreach (ListItem way in ways.Items.Where(way => reach.Length == 0 || ReachOf(way) is not null))
                {
                    context.Ledger.TakeAll(way);
                }

                context.Ledger.Take(section);
                continue;
            }

            if (LinesOfOne(section) is { } told)
            {
                found.Add(ToContact(section.Heading.NameWithoutRemarks, string.Join(", ", told.Lines.Select(line => Filled(line.Label is null ? line.Text : line.Value)).OfType<string>()), section.Line));
                context.Ledger.Take(told);
                context.Ledger.Take(section);
                continue;
            }

            // Where only a table says that the section is about contacts, what stands beside it is not.
            bool onlyTable = SectionClassifier.ByTitle(section.Heading) is SectionKind.Unknown && section.Parent!.Kind is not SectionKind.Contacts && section.Blocks.OfType<TableBlock>().Any(SectionClassifier.TellsWhoIsReached);
            foreach (GuideBlock block in section.Blocks.Where(block => block is TableBlock table ? !RoleReader.TellsDutiesOnly(section, table) : !onlyTable))
            {
                if (!AddParty(section, block, found) && !(found.Count > before && IsBesideTable(section, block)))
                {
                    AddBlock(block, found);
                }
            }

            // "Head baker", a heading, and below it "Ann, +1 555 0101"
            bool named = section is { IsBold: false, Parent.Kind: SectionKind.Contacts, Sections.Count: 0, Blocks: [TextBlock { Text.Length: <= 120 } one] } && HasAddress(one.Text);
            if (found.Count == before && (named || section is { IsBold: true, Parent.Kind: SectionKind.Contacts }) && section.Blocks.OfType<TextBlock>().FirstOrDefault() is { } text)
            {
                found.Add(ToContact(section.Heading.NameWithoutRemarks, text.Text, section.Line));
            }

            if (found.Count == before && section is { IsBold: true, Parent.Kind: SectionKind.Contacts, Blocks: [ListBlock { HasBoxes: false, Items: [{ Label: null, Blocks.Count: 0 } blank] } only] } && Filled(blank.Text) is null && !FurtherTitle().IsMatch(section.Heading.NameWithoutRemarks))
            {
                // "Lawyer:", in bold, and below it "[to be named]"
                found.Add(ToContact(section.Heading.NameWithoutRemarks, string.Empty, section.Line));
                context.Ledger.TakeAll(only);
            }

            if (found.Count > before || section.Sections.Count > 0)
            {
                context.Ledger.Take(section);
            }
        }

        AddOfHeadings(found);
        AddTold(found);
        return found;
    }

    // "Phone: …", "Mail: …" below a name are the ways to reach that one.
    internal static ListBlock? OfOne(GuideSection section) =>
        section is { Blocks: [ListBlock { Items: [_, ..] } list], Parent: { } above } && !SideTitle().IsMatch(section.Heading.NameWithoutRemarks) && (above.Kind is SectionKind.Contacts || GuideWords.Sections.Has(above.Heading.Name, SectionKind.Contacts))
        && (section.IsBold || GuideWords.Sections.Find(section.Heading.Name).All(match => match.Meaning is SectionKind.Prose or SectionKind.Rotation or SectionKind.Roles))
        && list.Items.All(item => item is { Label: not null, Value.Length: > 0 } || IsBareAddress(item))
        && (list.Items.Count(IsWay) * 2 >= list.Items.Count || (list.Items.Any(IsWay) && list.Items.All(item => IsWay(item) || PartyFact().IsMatch(item.Label!)))) ? list : null;

    // "post@mill.test", alone
    private static bool IsBareAddress(ListItem item) => item is { Label: null, Box: null } && !item.Children.Any() && !item.Text.Contains(' ', StringComparison.Ordinal) && (MailAddress().IsMatch(item.Text) || Site().IsMatch(item.Text));

    // Without an address the hours reach nobody.
    private static string WaysIn(ListBlock ways) =>
        ways.Items.Any(item => IsBareAddress(item) || (IsWay(item) && Filled(item.Value) is not null)) ? string.Join(", ", ways.Items.Select(ReachOf).OfType<string>()) : string.Empty;

    // Hours and blanks reach nobody.
    private static string? ReachOf(ListItem way) =>
        way.Label is null ? Filled(way.Text) : HowSoon().IsMatch(way.Label) ? null : Filled(way.Value);

    private static bool IsWay(ListItem item) => item.Label is null ? IsBareAddress(item) : GuideWords.Fields.Is(item.Label!, GuideField.Channel);

    // "Escalation Contacts" are levels of the path and people to reach.
    private static bool IsAboutContacts(GuideSection section) =>
        section.Kind == SectionKind.Contacts
        || (!OrdinalWords.IsStep(section.Heading.OrdinalWord) && IsPathWithContacts(section));

    private static bool IsPathWithContacts(GuideSection section) =>
        (section.Kind == SectionKind.Escalation && (IsOutside(section.Title) || (OutsideOnly().IsMatch(section.Title) && section.Blocks.OfType<ListBlock>().Any(list => list.Items.Count(IsAddress) * 2 >= list.Items.Count)) || section.Blocks.OfType<TableBlock>().Any(TellsSuppliers)))
        || (section.Kind == SectionKind.Escalation && GuideWords.Sections.Has(section.Heading.Name, SectionKind.Contacts) && section.Blocks.Exists(block => block is TableBlock))
        || (section.Kind == SectionKind.Escalation && GuideWords.Sections.Has(section.Heading.Name, SectionKind.Contacts) && section.Blocks.OfType<TextBlock>().SelectMany(text => text.Lines).Count(line => line is { Label: not null, Bold: not null } && IsReach(line.Value)) >= 2)
        || (section.Kind == SectionKind.Escalation && GuideWords.Sections.Has(section.Heading.Name, SectionKind.Contacts) && section.Blocks.OfType<CodeBlock>().Any(TellsAddressesOrBlanks))
        || (section.Kind == SectionKind.Escalation && (GuideWords.Sections.Has(section.Heading.Name, SectionKind.Contacts) || section.Parent!.Kind is SectionKind.Contacts || (section.Parent is { Kind: SectionKind.Escalation } above && GuideWords.Sections.Has(above.Heading.Name, SectionKind.Contacts))) && section.Blocks.OfType<ListBlock>().Any(list => list.Items.All(item => item.Label is not null) && list.Items.Count(IsAddress) * 2 >= list.Items.Count));

    private static bool IsAddress(ListItem item) => item.Label is not null && IsReach(item.Value);

    private static bool IsReach(string value) => Unfilled.IsOnly(value) || Unfilled.IsKindsOfAddress(value) || value.AsSpan().IndexOfAny('@', '#') >= 0 || value.Count(char.IsAsciiDigit) >= 7 || Direct().IsMatch(value);

    // "https://help.example.com", "help.example.com/form", "+1 CALL US"
    [GeneratedRegex(@"\+[\d(]|^(?:https?://)?[\w-]+(?:\.[\w-]+)*\.\p{L}{2,}(?:/\S*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Direct();

    [GeneratedRegex(@"^\.{0,2}[\w./-]{1,120}\.(?:mdx?|rst|adoc|pdf|docx?|txt|ya?ml|sh|json)(?:#[\w-]+)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Page();

    private void AddBlock(GuideBlock block, List<Contact> found)
    {
        switch (block)
        {
            case ListBlock list:
                context.Ledger.Take(list);
                foreach (ListItem item in list.Items.Where(item => !EscalationReader.IsPathItem(item)))
                {
                    AddItem(item, found);
                }

                break;
            case TextBlock { Quoted: false, Lines: [{ Bold: { } name, Text: var head }, _, ..] lines } told when head.StartsWith(name, StringComparison.Ordinal) && lines.Skip(1).All(line => line.Bold is null && HasAddress(line.Value.Length > 0 ? line.Value : line.Text)):
                // "**Ann Rye** — head baker", and in the next lines how to reach her
                found.Add(new Contact { Name = name.TrimEnd(':', ' '), Role = head[name.Length..].Trim(' ', ':', '-', '–', '—', ',') is { Length: > 0 } role ? role : null, Value = string.Join(", ", lines.Skip(1).Select(line => line.Label is not null && IsWayLabel(line.Label) ? line.Value : line.Text)), Line = told.Line });
                context.Ledger.Take(told);
                break;
            case TextBlock text:
                found.AddRange(text.Quoted ? [] : text.Lines.Select(line => PersonIn(line.Text, line.Line)).OfType<Contact>());
                foreach (TextLine line in text.Lines.Where(line => line.Label is not null && !DocumentWords.IsMetadata(line.Label) && !DocumentWords.IsAside(line.Label) && line.Value.Length > 0 && line.Label.Length <= 40 && line.Value.Length <= 120 && !line.Value.EndsWith('.')))
                {
                    found.Add(ToContact(line.Label!, line.Value, line.Line));
                }

                break;
            case TableBlock table:
                AddTable(table, found);
                break;
            case CodeBlock code when !ShellText.IsShell(code) && !AddKeyed(code, found):
                AddLines(code, found);
                break;
            default:
                break;
        }
    }

    private void AddItem(ListItem item, List<Contact> found)
    {
        ListItem[] children = [.. item.Children];
        bool group = children.Length > 0 && item.Value.Length == 0 && !children.All(child => Fields.Among(child.Label, GuideField.Channel) == GuideField.Channel);
        if (group)
        {
            context.Ledger.Take(item);
            foreach (ListItem child in children)
            {
                AddItem(child, found);
            }

            return;
        }

        // "The rota is kept in the pager": said of contacts, and none itself.
        if (item.Label is null && children.Length == 0 && DashedContact(item.Text) is null && !IsReach(item.Text) && item.Text.AsSpan().Count(' ') >= MostWords)
        {
            return;
        }

        // "Recovery: `docs/recovery.md`": where to read on
        if (children.Length == 0 && item.Label is not null && Page().IsMatch(item.Value))
        {
            return;
        }

        if (item.Text.Length == 0 || (item.Label is null && children.Length == 0 && item.Text[0] == '[' && Unfilled.IsOnly(item.Text)))
        {
            return;
        }

        if (children.Length == 0 && SideBySide(item) is { Length: >= 2 } row)
        {
            found.AddRange(row.Select(one => ToContact(one.Label!, one.Value, item.Line)));
            return;
        }

        context.Ledger.Take(item);
        if (children.Length == 0 && PersonIn(item.Text, item.Line) is { } person)
        {
            found.Add(person);
            return;
        }

        string value = string.Join(", ", [.. item.Label is null ? Array.Empty<string>() : [item.Value], .. item.Descendants.Select(child => child.Text)]).Trim(' ', ',');
        if (item.Label is null && DashedContact(item.Text) is var (name, reach))
        {
            Contact contact = ToContact(name, reach, item.Line);
            found.Add(DashedContact(reach) is var (told, last) && HasAddress(last) && !HasAddress(told) ? contact with { Role = told, Value = last } : contact);
        }
        else
        {
            found.Add(ToContact(item.Label ?? item.Text, value, item.Line));
        }

        foreach (ListItem child in children)
        {
            context.Ledger.TakeAll(child);
        }
    }

    // "Jane Doe - +1 555 0100"
    private static (string Name, string Reach)? DashedContact(string text)
    {
        int dash = text.IndexOf(" - ", StringComparison.Ordinal);
        dash = dash < 0 ? text.IndexOf(" – ", StringComparison.Ordinal) : dash;
        dash = dash < 0 ? text.IndexOf(" — ", StringComparison.Ordinal) : dash;
        return dash > 0 ? (text[..dash].Trim(), text[(dash + 3)..].Trim()) : null;
    }

    // "Firm", "Policy", beside the phone: what is told of one party.
    [GeneratedRegex(@"^(?:company|firm|provider|insurer|broker|authority|agency|organi[sz]ation|vendor|person|name|title|policy|contract|account|customer|case|reference)(?:\s+(?:name|number|no|id|#))?$|^(?:hours|availability|response(?: time)?|reporting|plan|tier|sla|schedule|role)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PartyFact();

    // "Response time: at once", "Hours: 24/7" reach nobody.
    [GeneratedRegex(@"^(?:response(?: time)?|sla|hours|availab(?:le|ility)|horaires?|disponibilit(?:é|à)|disponibilidade?|erreichbarkeit|verfügbarkeit|часы|時間|时间)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HowSoon();

    // "Others:", and below it "[list further contacts]"
    [GeneratedRegex(@"^(?:others?|further|additional|more)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FurtherTitle();

    // "[Phone] (nights only)" is a blank still.
    [GeneratedRegex(@"(?<=\S)\s*\([^()]{1,48}\)$", RegexOptions.CultureInvariant)]
    private static partial Regex RemarkTail();

    // "help@example.com (business plan)": one address, and what goes with it
    [GeneratedRegex(@"^(?<way>[^\s()@]+@[^\s()@]+\.\p{L}{2,})\s*\((?<remark>[^()@\d#]{2,40})\)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ToldOfAddress();

    private static Contact ToContact(string label, string value, int line)
    {
        SectionTitle title = SectionTitle.Parse(label);
        Match remark = ToldOfAddress().Match(value);
        return new Contact
        {
            Name = title.Name.Length > 0 ? title.Name.TrimEnd(':', ' ') : label,
            Role = title.Remarks.Count > 0 ? title.Remarks[0] : remark.Success ? remark.Groups["remark"].Value : Unfilled.IsToCome(value.Trim()) ? value.Trim() : null,
            Value = Filled(remark.Success ? remark.Groups["way"].Value : value),
            Line = line,
        };
    }

    /// <summary>The value, or null where it is only a blank to be filled in.</summary>
    internal static string? Filled(string value)
    {
        string text = value.Trim();
        string blank = RemarkTail().Replace(text, string.Empty);
        return text.Length == 0 || Unfilled.IsToCome(text) || (Unfilled.IsOnly(blank) && !Unfilled.IsExample(blank)) || Unfilled.IsLabels(text) || Unfilled.IsKindsOfAddress(text) ? null : text;
    }
}
