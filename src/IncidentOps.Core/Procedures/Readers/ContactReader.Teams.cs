using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>Addresses that stand beside roles and levels, and what an address is.</content>
internal sealed partial class ContactReader
{
    /// <summary>A contact without label or address has no more words; a sentence has.</summary>
    private const int MostWords = 6;

    /// <summary>True for a fence with who is to be reached and how, one a line: "Hotline: 555 0100".</summary>
    internal static bool TellsAddresses(CodeBlock code)
    {
        TextLine[] lines = [.. code.TextLines.Where(line => line.Trim().Length > 0).Select(line => new TextLine(line.Trim(), code.Line))];
        return !ShellText.IsShell(code) && lines.Length >= 2 && Array.TrueForAll(lines, line => line is { Label: not null, Value.Length: > 0 }) && lines.Count(line => HasAddress(line.Value)) * 2 >= lines.Length;
    }

    // "Role | Duties | Phone": where most have an address, those that are to be filled in are contacts as well.
    private void AddTeams(GuideSection section, List<Contact> found)
    {
        foreach (TextBlock text in section.Blocks.OfType<TextBlock>().Where(text => section.Kind is SectionKind.Roles && text.Lines.Any(IsLineTo)))
        {
            found.AddRange(text.Lines.Where(IsLineTo).Select(line => ToContact(line.Label!, line.Value, line.Line)));
            context.Ledger.Take(text);
        }

        foreach (TableBlock table in section.Blocks.OfType<TableBlock>().Where(table => table.Header is not null && table.Rows.Count >= 2))
        {
            int[] heads = [.. Enumerable.Range(1, table.Header!.Cells.Count - 1).Where(i => TeamHead().IsMatch(table.Header.Cell(i).Text))];
            bool most = section.Kind is SectionKind.Roles && Array.Exists(heads, i => table.Rows.Count(row => Filled(row.Cell(i).Text) is { } way && IsReach(way)) * 2 > table.Rows.Count);
            if (most)
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

    /// <summary>True for "24/7 contact: post@mill.test".</summary>
    internal static bool IsLineTo(TextLine line) => line is { Bold: not null, Label: { Length: <= 40 } label } && LineTo().IsMatch(label) && HasAddress(line.Value);

    [GeneratedRegex(@"\b(?:contact|hot-?line|e-?mail|phone|number|channel|line|kontakt|contacto|contato|telefon|téléphone|teléfono|telefone)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LineTo();

    /// <summary>True for "External escalation contacts", whom nobody is led to step by step.</summary>
    internal static bool IsOutside(string title) => OutsideTitle().IsMatch(title) && GuideWords.Sections.Has(SectionTitle.Parse(title).NameWithoutRemarks, SectionKind.Contacts);

    [GeneratedRegex(@"\b(?:external|vendors?|third[- ]party|outside|suppliers?|externe[nrs]?|extern[oa]s?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OutsideTitle();

    // "Authority | Role | Contact": who they are stands before what they are for.
    private static bool NamesParties(TableBlock table, string[] heads, int role) =>
        WhatForHead().IsMatch(heads[role]) && !TopicHead().IsMatch(heads[0]) && Fields.Among(heads[0], GuideField.Severity, GuideField.Level, GuideField.Trigger, GuideField.Purpose, GuideField.Phase, GuideField.Task) is GuideField.None
        && table.Rows.Count >= 2 && table.Rows.Count(row => HasAddress(row.Cell(0).Text)) * 2 < table.Rows.Count
        && table.Rows.Select(row => row.Cell(0).Text).Distinct(StringComparer.OrdinalIgnoreCase).Count() == table.Rows.Count
        && heads.Skip(1).Any(head => Fields.Among(head, GuideField.Channel) is GuideField.Channel);

    // "Contact | Details": where the addresses stand, or what is to become one.
    private static IEnumerable<int> DetailColumns(TableBlock table, int width) =>
        table.Rows.Any(row => HasAddress(row.Cell(0).Text)) ? [] : Enumerable.Range(1, Math.Max(0, width - 1)).Where(i => table.Rows.Count(row => HasAddress(row.Cell(i).Text) || Filled(row.Cell(i).Text) is null) * 2 > table.Rows.Count);

    [GeneratedRegex(@"^(?:role|function|position|title|rolle|funktion|rôle|fonction|rol|función|cargo|papel|função|ruolo|funzione|役割|角色|역할|роль)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WhatForHead();

    [GeneratedRegex(@"^(?:(?:type|kind|category|area|issue|scenario|incident|situation|region|topic|system|order)s?(?: .*)?|#|no\.?|número|nummer|tipo|tipo de .*|typ|art|bereich|área|sistema|domaine)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TopicHead();

    // "Support level", "Availability": what was bought, or when, and no way to reach them
    [GeneratedRegex(@"\b(?:support|service|access) (?:level|tier|plan|type)$|^(?:tier|plan|level|sla|availability|erreichbarkeit|verfügbarkeit|disponibilité|disponibilidade?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TermsHead();

    internal static bool HasAddress(string text) => MailAddress().IsMatch(text) || Site().IsMatch(text) || text.AsSpan().IndexOfAny('#', '@') >= 0 || text.Count(char.IsAsciiDigit) >= 7 || Extension().IsMatch(text);

    [GeneratedRegex(@"^(?:(?:primary |mobile |work )?(?:phone|telephone|mobile|e-?mail)(?: number| address)?|contact(?: info(?:rmation)?)?|telefon|téléphone|teléfono|telefone|correo|contacto|contato)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
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
