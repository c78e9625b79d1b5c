using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
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

    private static bool HasAddress(string text) => MailAddress().IsMatch(text) || Site().IsMatch(text) || text.AsSpan().IndexOfAny('#', '@') >= 0 || text.Count(char.IsAsciiDigit) >= 7 || Extension().IsMatch(text);

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
