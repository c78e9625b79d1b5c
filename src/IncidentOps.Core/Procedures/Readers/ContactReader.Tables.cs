using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>Contacts in a table: which column names them, and which say how to reach them.</content>
internal sealed partial class ContactReader
{
    private void AddTable(TableBlock table, List<Contact> found)
    {
        if (EscalationReader.TellsOrder(table))
        {
            return;
        }

        string[] heads = table.Header is null ? [] : [.. table.Header.Cells.Select(cell => cell.Text)];
        GuideField[] fields = Fields.OfColumns(heads, GuideField.Role, GuideField.Purpose, GuideField.Channel);
        int role = Array.IndexOf(fields, GuideField.Role);
        // "Vendor | Service | …": the first says who it is.
        role = role > 0 && Fields.Among(heads[0], GuideField.Role) == GuideField.Role ? 0 : role;
        int person = Array.FindIndex(heads, IsPersonHead) is >= 0 and var named ? named : role > 0 && NamesParties(table, heads, role) ? 0 : -1;
        int purpose = Array.IndexOf(fields, GuideField.Purpose);
        if (role < 0 && person < 0 && CalledFor(table, heads) is > 0 and var called)
        {
            (person, purpose) = (called, 0);
        }

        if (role < 0 && person < 0 && purpose < 0 && NamedBehindLevel(table, heads) is > 0 and var behind)
        {
            (person, purpose) = (behind, 0);
        }

        int[] channels = [.. Enumerable.Range(0, heads.Length).Where(i => i != role && i != person && i != purpose && !TermsHead().IsMatch(heads[i]) && Fields.Among(heads[i], GuideField.Channel, GuideField.Primary, GuideField.Secondary) is not GuideField.None)];
        if (channels is [0, _, ..] && role < 0)
        {
            // "Contact | Channel": the first names them.
            channels = channels[1..];
        }
        else if (channels is [0] && role < 0 && DetailColumns(table, heads.Length).Where(i => i != person && i != purpose).ToArray() is { Length: > 0 } details)
        {
            channels = details;
        }

        if (channels.Length == 0)
        {
            channels = [.. Enumerable.Range(Math.Min(1, table.Rows.Count), Math.Max(0, heads.Length - 1)).Where(i => i != role && i != person && i != purpose && !WhenHead().IsMatch(heads[i]))];
        }

        // "Contact | Method": by what means, beside the address or what is to become one
        int[] means = channels.Length > 1 ? Array.FindAll(channels, i => MeansHead().IsMatch(heads[i]) && !table.Rows.Any(row => HasAddress(row.Cell(i).Text))) : [];
        channels = means.Length < channels.Length ? [.. channels.Except(means)] : channels;

        // The deputy is no way to reach the first, unless the cell is an address.
        bool direct = channels.Any(i => Fields.Among(heads[i], GuideField.Channel) == GuideField.Channel);
        bool Reaches(int i, string text) => !direct || Fields.Among(heads[i], GuideField.Channel) == GuideField.Channel || IsReach(text);
        HashSet<string> names = role >= 0 ? NamesOf(table, person, role) : [];
        string[] above = new string[heads.Length];

        foreach (TableLine row in table.Rows.Where(row => row.Cells.Any(cell => cell.Text.Length > 0)))
        {
            string? who = Filled(row.Cell(person).Text);
            string? holder = role >= 0 && who is not null && !names.Contains(who) ? who : null;
            who = holder is null ? who : null;
            string first = role >= 0 ? row.Cell(role).Text : row.Cell(0).Text;
            foreach (int i in channels.Where(i => !Same().IsMatch(row.Cell(i).Text)))
            {
                above[i] = row.Cell(i).Text;
            }

            string? second = null;
            string[] ways = [.. channels.Where(i => above[i] is not null && Reaches(i, above[i])).Select(i => Filled(above[i])).OfType<string>().Distinct(StringComparer.Ordinal)];
            if (ways.Length > 0 && !Array.Exists(ways, HasAddress))
            {
                // "the miller | by mail": the means tell how to reach somebody whose address is not written.
                ways = [.. ways, .. means.Select(i => row.Cell(i).Text).Where(text => Fields.Among(text, GuideField.Channel) is GuideField.Channel)];
            }

            if (Deputy(heads, channels, direct) is var (chief, deputy) && Filled(row.Cell(chief).Text) is { } reach && Filled(row.Cell(deputy).Text) is { } other)
            {
                (ways, second) = ([reach], $"{heads[deputy]}: {other}");
            }

            string[] beside = second is not null ? [second] : Array.Exists(ways, HasAddress) ? Array.FindAll(ways, way => !HasAddress(way) && way.Any(char.IsLetter)) : [];
            ways = Array.Exists(ways, HasAddress) ? Array.FindAll(ways, HasAddress) : ways;
            string[] held = who is null && direct && role <= 0 ? [.. channels.Where(i => !Reaches(i, row.Cell(i).Text)).Select(i => Filled(row.Cell(i).Text)).OfType<string>().Distinct(StringComparer.Ordinal)] : [];
            beside = holder is null ? [.. held, .. beside] : [holder];
            context.Ledger.Take(row);
            if (role == 0 && person < 0 && channels.Length == 1 && WhatForHead().IsMatch(heads[0]) && ways is [{ } alone] && IsNameOfPerson(alone))
            {
                // "Role | Contact", with a name where the address belongs
                found.Add(new Contact { Name = alone, Role = first, Line = row.Line });
                continue;
            }

            found.Add(new Contact
            {
                Name = who ?? (first.Length > 0 ? first : row.Cells.First(cell => cell.Text.Length > 0).Text),
                Role = who is not null && role >= 0 ? first : purpose >= 0 && row.Cell(purpose).Text.Length > 0 ? row.Cell(purpose).Text : role >= 0 && person >= 0 && holder is null ? first : beside.Length > 0 ? string.Join(", ", beside) : null,
                Value = ways.Length == 0 ? null : string.Join(", ", ways),
                Line = row.Line,
            });
        }

        context.Ledger.Take(table);
    }

    // "Role | Primary | Secondary": who is to be reached, and who instead
    private static (int Chief, int Deputy)? Deputy(string[] heads, int[] channels, bool direct) =>
        !direct && Array.FindIndex(heads, head => GuideWords.Fields.Is(head, GuideField.Primary)) is var chief && Array.FindIndex(heads, head => GuideWords.Fields.Is(head, GuideField.Secondary)) is var deputy
        && channels.Contains(chief) && channels.Contains(deputy) ? (chief, deputy) : null;

    // Where a name stands for several, or those in the column are titles ("CTO"), it is by their roles that the table
    // tells them apart.
    private static HashSet<string> NamesOf(TableBlock table, int person, int role)
    {
        string[] names = [.. table.Rows.Select(row => Filled(row.Cell(person).Text)).OfType<string>()];
        bool apart = table.Rows.Select(row => row.Cell(role).Text).Distinct(StringComparer.OrdinalIgnoreCase).Count() == table.Rows.Count;
        return apart && Array.TrueForAll(names, RoleReader.IsTitle) ? []
            : [.. names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Where(same => !apart || !same.Skip(1).Any()).Select(same => same.Key)];
    }

    // "same", below an address
    [GeneratedRegex(@"^(?:(?:the )?same(?: as above)?|as above|see above|ditto|dito|idem|ebenso|s\.\s?o\.|siehe oben|ídem|igual|come sopra|""|[″〃]|同上)\.?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Same();

    /// <summary>The column of whom to call, where the first says for what: "Condition | Escalate to | Contact"; -1 where there is none.</summary>
    private static int CalledFor(TableBlock table, string[] heads) =>
        heads.Length >= 3 && Fields.Among(heads[0], GuideField.Trigger) is GuideField.Trigger && Array.FindIndex(heads, 1, head => GuideWords.Fields.Is(head, GuideField.EscalationTarget)) is > 0 and var column
        && table.Rows.All(row => row.Cell(column).Text is { Length: <= 40 } text && EscalationReader.IsPerson(text) || RoleReader.IsTitle(row.Cell(column).Text)) ? column : -1;

    // "Severity | Contact | Phone | Mail": whom to call for what, and how
    private static int NamedBehindLevel(TableBlock table, string[] heads) =>
        heads.Length >= 3 && GuideWords.Fields.Is(heads[0], GuideField.Severity) && ContactHead().IsMatch(heads[1]) && heads.Skip(2).Any(head => TeamHead().IsMatch(head))
        && table.Rows.All(row => !HasAddress(row.Cell(1).Text) && Filled(row.Cell(1).Text) is not null) ? 1 : -1;

    [GeneratedRegex(@"^(?:contacts?|who|whom|responder|kontakt|contacto|contato)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ContactHead();

    // "Jane Doe", not "Help Desk", "Head Baker"
    private static bool IsNameOfPerson(string text) => PersonName().IsMatch(text) && !RoleReader.IsTitle(text) && !EscalationReader.IsPerson(text) && !NoPerson().IsMatch(text);

    [GeneratedRegex(@"^\p{Lu}\p{Ll}[\p{L}'’-]*(?: \p{Lu}\.)?(?: (?:van|von|de|der|den|da|di|la|le|el|al|bin))*(?: \p{Lu}\p{Ll}[\p{L}'’-]*){1,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex PersonName();

    [GeneratedRegex(@"\b(?:desk|page|line|portal|console|dashboard|form|services?|group|security|operations|cloud|channel|chat|slack|pager|hotline|center|centre|office|department|inc|ltd|company|bank|insurance|legal|website|site|mail|email|phone|ticket|tickets|queue|system|account|directory|calendar|schedule|rota|rotation|roster|list|contact|above|below)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoPerson();

    private static bool IsPersonHead(string head) => PersonHead().IsMatch(head) || GuideWords.Terms.Has(head, GuideTerm.Name);

    [GeneratedRegex(@"\bname\b|\bperson\b|^who$|\bowner\b|\bindividual\b|^nom$|^nombre$|^nome$|名前|氏名|姓名|이름|성명|^имя$|^фио$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PersonHead();

    [GeneratedRegex(@"^(?:when(?: to (?:call|use|contact|escalate))?|trigger|criteria|condition|severity|level|responsibilit(?:y|ies)|duties)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WhenHead();

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

    [GeneratedRegex(@"^(?:(?:contact |preferred |notification )?(?:methods?|means)|how|by|via)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MeansHead();

    // "Support level", "Availability": what was bought, or when, and no way to reach them
    [GeneratedRegex(@"\b(?:support|service|access) (?:level|tier|plan|type)$|^(?:tier|plan|level|sla|availability|erreichbarkeit|verfügbarkeit|disponibilité|disponibilidade?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TermsHead();
}
