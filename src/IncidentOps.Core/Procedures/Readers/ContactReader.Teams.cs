using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>Addresses that stand beside roles and levels, and what an address is.</content>
internal sealed partial class ContactReader
{
    private readonly List<TableBlock> _told = [];

    /// <summary>A contact without label or address has no more words; a sentence has.</summary>
    private const int MostWords = 6;

    /// <summary>True for a fence with who is to be reached and how, one a line: "Hotline: 555 0100".</summary>
    internal static bool TellsAddresses(CodeBlock code) => TellsWays(code, HasAddress);

    // The same with blanks to be filled in: they are called one after the other, and are to be reached.
    private static bool TellsAddressesOrBlanks(CodeBlock code) => TellsWays(code, value => HasAddress(value) || Unfilled.IsOnly(value));

    private static bool TellsWays(CodeBlock code, Predicate<string> isWay)
    {
        TextLine[] lines = [.. code.TextLines.Where(line => line.Trim().Length > 0).Select(line => new TextLine(line.Trim(), code.Line))];
        return !ShellText.IsShell(code) && lines.Length >= 2 && Array.TrueForAll(lines, line => line is { Label: not null, Value.Length: > 0 }) && lines.Count(line => isWay(line.Value)) * 2 >= lines.Length;
    }

    // "Role | Duties | Phone": where most have an address, or a blank for it, all of them are contacts.
    private void AddTeams(GuideSection section, List<Contact> found)
    {
        if (section.Kind is SectionKind.Roles)
        {
            section.Blocks.ForEach(block => AddPeople(block, found));
        }

        // "Lead:", a key in a fence, and below it "Contact: …", for each of them
        foreach (CodeBlock code in section.Blocks.OfType<CodeBlock>().Where(code => section.Kind is SectionKind.Roles && !ShellText.IsShell(code)))
        {
            (TextLine Key, TextLine? Way)[] told = [.. RoleReader.Keyed(code).Select(role => (role.Key, role.Facts.Find(fact => fact is { Label: { } label, Value.Length: > 0 } && TeamHead().IsMatch(label))))];
            if (told.Length >= 2 && Array.TrueForAll(told, role => role.Way is { } way && (Filled(way.Value) is null || HasAddress(way.Value))))
            {
                found.AddRange(told.Select(role => new Contact { Name = role.Key.Text.TrimEnd(':').Trim('"', '\''), Value = Filled(role.Way!.Value), Line = role.Key.Line }));
                context.Ledger.Take(code);
            }
        }

        foreach (TextBlock text in section.Blocks.OfType<TextBlock>().Where(text => section.Kind is SectionKind.Roles && text.Lines.Any(IsLineTo)))
        {
            found.AddRange(text.Lines.Where(IsLineTo).Select(line => ToContact(line.Label!, line.Value, line.Line)));
            context.Ledger.Take(text);
        }

        foreach (TableBlock table in section.Blocks.OfType<TableBlock>().Where(table => table.Header is not null && table.Rows.Count >= 2))
        {
            int[] heads = [.. Enumerable.Range(1, table.Header!.Cells.Count - 1).Where(i => TeamHead().IsMatch(table.Header.Cell(i).Text))];
            bool most = Array.Exists(heads, i => table.Rows.Count(row => row.Cell(i).Text is { } way && (way.Any(char.IsLetterOrDigit) || way.Contains('_', StringComparison.Ordinal)) && IsReach(way)) * 2 > table.Rows.Count);
            if (TellsWhoAndWhere(table))
            {
                _told.Add(table);
            }

            if (most || (section.Kind is SectionKind.Rotation && HoldsPlaces(table)) || HoldsBlankTeam(table))
            {
                AddTable(table, found);
            }
            else if (table.Rows.Any(row => Array.Exists(heads, i => MailAddress().IsMatch(row.Cell(i).Text))))
            {
                List<Contact> all = [];
                AddTable(table, all);
                found.AddRange(all.Where(contact => contact.Value is { } value && HasAddress(value)));
            }
        }
    }

    // "Role | Name | Contact | Duties", and neither names nor addresses yet
    private static bool HoldsBlankTeam(TableBlock table)
    {
        string[] heads = [.. table.Header?.Cells.Select(cell => cell.Text) ?? []];
        int[] blank = [.. Enumerable.Range(0, heads.Length).Where(i => i > 0 && (TeamHead().IsMatch(heads[i]) || IsPersonHead(heads[i])))];
        return heads.Length >= 3 && Fields.Among(heads[0], GuideField.Role) is GuideField.Role && blank.Length >= 2 && Array.Exists(heads, head => TeamHead().IsMatch(head))
            && table.Rows.All(row => row.Cell(0).Text.Length > 0 && Array.TrueForAll(blank, i => Filled(row.Cell(i).Text) is null));
    }

    // Where the guide lists the same people elsewhere, that is how they are reached.
    private void AddTold(List<Contact> found)
    {
        foreach (TableBlock table in _told)
        {
            List<Contact> told = [];
            AddTable(table, told);
            found.AddRange(told.Exists(contact => found.Exists(known => string.Equals(known.Name, contact.Name, StringComparison.OrdinalIgnoreCase))) ? [] : told);
        }
    }

    // "Role | Duties | Contact", with a few words in every cell of the last: however they are meant, that is how to reach them
    private static bool TellsWhoAndWhere(TableBlock table)
    {
        int way = table.Header is { Cells: [{ Text: "Role" }, ..] heads } ? Enumerable.Range(1, heads.Count - 1).FirstOrDefault(i => heads[i].Text is "Contact Method" || (i > 1 && i == heads.Count - 1 && heads[i].Text is "Contact"), -1) : -1;
        return way > 0 && table.Rows.All(row => Filled(row.Cell(way).Text) is { Length: <= 60 });
    }

    // "Level 2: Head baker", a heading, and below it "Contact: head@mill.test": who is told elsewhere is told once.
    private void AddOfHeadings(List<Contact> found)
    {
        foreach (GuideSection section in context.Document.Sections.Where(section => section.Kind is SectionKind.Roles or SectionKind.Escalation && !IsAboutContacts(section)))
        {
            if (section.Kind is SectionKind.Escalation && section.Blocks.OfType<TextBlock>().Select(text => EscalationReader.OnlyLevel(text.Text)).FirstOrDefault(level => level is not null) is var (only, reach) && HasAddress(reach))
            {
                found.Add(new Contact { Name = only, Value = reach, Line = section.Line });
                continue;
            }

            TextLine[] told = [.. section.Blocks.SelectMany(LinesOf).Where(line => line.Label is { } label && TeamHead().IsMatch(label))];
            string[] ways = [.. told.Where(line => HasAddress(line.Value)).Select(line => Filled(line.Value)).OfType<string>()];
            bool blank = ways.Length == 0 && Array.Exists(told, line => line.Value.Length > 0 && Filled(line.Value) is null) && section.Kind is SectionKind.Roles;
            string name = ways.Length == 0 && !blank ? string.Empty : EscalationReader.NameOf(section.Heading);
            if (name.Length == 0 || !(OrdinalWords.IsLevel(section.Heading.OrdinalWord) || EscalationReader.IsPerson(name) || RoleReader.IsTitle(name)))
            {
                continue;
            }

            Contact contact = new() { Name = name, Value = blank ? null : string.Join(", ", ways), Line = section.Line };
            int known = found.FindIndex(other => string.Equals(other.Name, name, StringComparison.OrdinalIgnoreCase));
            if (known >= 0)
            {
                found[known] = found[known] with { Value = found[known].Value ?? contact.Value };
            }
            else if (blank || !found.Exists(other => other.Value == contact.Value))
            {
                found.Add(contact);
            }
        }
    }

    // "- Phone: …", "Phone: …"
    private static IEnumerable<TextLine> LinesOf(GuideBlock block) =>
        block switch
        {
            ListBlock list => list.Items.Where(item => item.Lines.Count > 0).Select(item => item.Lines[0]),
            TextBlock { Quoted: false } text => text.Lines,
            _ => [],
        };

    /// <summary>True for a table of suppliers and how each is reached.</summary>
    private static bool TellsSuppliers(TableBlock table) =>
        table.Header is { Cells: [var first, ..] heads } && EscalationReader.IsSupplierHead(first.Text) && heads.Skip(1).Any(head => Fields.Among(head.Text, GuideField.Channel) is GuideField.Channel);

    /// <summary>True for "24/7 contact: post@mill.test".</summary>
    internal static bool IsLineTo(TextLine line) => line is { Bold: not null, Label: { Length: <= 40 } label } && LineTo().IsMatch(label) && HasAddress(line.Value);

    [GeneratedRegex(@"\b(?:contact|hot-?line|e-?mail|phone|number|channel|line|kontakt|contacto|contato|telefon|téléphone|teléfono|telefone)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LineTo();

    /// <summary>True for "External escalation contacts", whom nobody is led to step by step.</summary>
    internal static bool IsOutside(string title) => OutsideTitle().IsMatch(title) && GuideWords.Sections.Has(SectionTitle.Parse(title).NameWithoutRemarks, SectionKind.Contacts);

    // "External escalation:"
    [GeneratedRegex(@"^(?:external|outside|vendors?|third[- ]party) escalations?:?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OutsideOnly();

    [GeneratedRegex(@"\b(?:external|vendors?|third[- ]party|outside|suppliers?|externe[nrs]?|extern[oa]s?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OutsideTitle();

    internal static bool HasAddress(string text) => MailAddress().IsMatch(text) || Site().IsMatch(text) || text.AsSpan().IndexOfAny('#', '@') >= 0 || text.Count(char.IsAsciiDigit) >= 7 || Extension().IsMatch(text);

    [GeneratedRegex(@"^(?:(?:primary |mobile |work )?(?:phone|telephone|mobile|e-?mail)(?: number| address)?|(?:(?:primary|main) )?contacts?(?: info(?:rmation)?)?|telefon|téléphone|teléfono|telefone|correo|kontakte?|contactos?|contatos?|slack|chat|pager)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TeamHead();

    // "12 34", within the house
    [GeneratedRegex(@"^[\d\s().-]{3,12}$", RegexOptions.CultureInvariant)]
    private static partial Regex Extension();

    [GeneratedRegex(@"[\w.+-]+@[\w-]+\.\w", RegexOptions.CultureInvariant)]
    private static partial Regex MailAddress();

    // "https://mill.test", "mill.test/help"
    [GeneratedRegex(@"\bhttps?://\S|^(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Site();
}
