using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>One contact told in several lines: by the ways to reach it.</content>
internal sealed partial class ContactReader
{
    // "Ann Rye", "Phone: …", "Mail: …", lines below the heading of whom they reach
    private static TextBlock? LinesOfOne(GuideSection section) =>
        section is { IsBold: false, Sections.Count: 0, Blocks: [TextBlock { Quoted: false, Lines: [_, _, ..] } text], Parent.Kind: SectionKind.Contacts } && !SideTitle().IsMatch(section.Heading.NameWithoutRemarks)
        && text.Lines.All(line => line.Label is null ? line.Text.Length <= 40 && !line.Text.EndsWith('.') : IsWayLabel(line.Label) || PartyFact().IsMatch(line.Label)) && text.Lines.Any(line => line.Label is { } label && IsWayLabel(label)) ? text : null;

    private readonly HashSet<string> _named = new(StringComparer.Ordinal);
    private int _counted;

    // "Contact:" below the name of a vendor, and its portal, its mail, its line
    private static ListBlock? OfParent(GuideSection section) =>
        section is { IsBold: true, Kind: SectionKind.Contacts, Blocks: [ListBlock { HasBoxes: false } list], Parent: { IsBold: false, Level: > 1 } named }
        && GuideWords.Sections.Is(section.Heading.Name, SectionKind.Contacts)
        && GuideWords.Sections.Find(named.Heading.Name).Count == 0
        && list.Items.Any(IsAddressOf) && list.Items.Where(item => item.Label is not null).All(item => IsWay(item) || PartyFact().IsMatch(item.Label!) || WayWord().IsMatch(item.Label!)) ? list : null;

    // "Security team", and below it "Mail: …", its pages, and who leads it: a way alone is nobody's name.
    private bool AddParty(GuideSection section, GuideBlock block, List<Contact> found)
    {
        if (section is not { IsBold: false, Parent.Kind: SectionKind.Contacts } || SideTitle().IsMatch(section.Heading.NameWithoutRemarks) || block is not ListBlock list || GuideWords.Sections.Is(section.Heading.Name, SectionKind.Contacts)
            || !list.Items.All(item => item is { Label: not null, Value.Length: > 0 } && !item.Children.Any()) || list.Items.Where(item => MailWord().IsMatch(item.Label!)).ToArray() is not [var mail])
        {
            return false;
        }

        found.Add(ToContact(section.Heading.NameWithoutRemarks, mail.Value, section.Line));
        context.Ledger.TakeAll(mail);
        context.Ledger.Take(list);
        foreach (ListItem item in list.Items.Where(item => item != mail))
        {
            AddItem(item, found);
        }

        return true;
    }

    [GeneratedRegex(@"^(?:e-?mail|mail|phone|telephone|telefon|téléphone|teléfono|telefone|correo|courriel)(?: address)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MailWord();

    // "What has to be handed over:", a list below the people in the table
    private static bool IsBesideTable(GuideSection section, GuideBlock block) =>
        block is ListBlock list && section.Blocks.Exists(other => other is TableBlock && other.Line < block.Line)
        && list.Items.All(item => item.Label is null && DashedContact(item.Text) is null && !item.Children.Any() && !IsReach(item.Text));

    // "Report it by:", "For help at once:", and the mail, the phone, the chat
    private void AddReporting(GuideSection section, List<Contact> found)
    {
        // "Help desk: help@mill.test", among the tools and channels; "Reporting channels", and among them those with an address
        bool reporting = ReportingChannels().IsMatch(section.Heading.NameWithoutRemarks);
        bool mayHave = section is { IsBold: false, Kind: SectionKind.Tools or SectionKind.Communication or SectionKind.Rotation } || reporting;
        foreach (ListItem item in mayHave ? section.Blocks.OfType<ListBlock>().Where(list => !list.HasBoxes).SelectMany(list => list.Items).Where(item => item is { Label.Length: <= 40, Blocks.Count: 0 } && (reporting ? MailAddress() : OnlyAddress()).IsMatch(item.Value)) : [])
        {
            AddItem(item, found);
        }

        bool mayReport = section.Kind is SectionKind.Unknown or SectionKind.Communication || section is { IsBold: true, Kind: SectionKind.Exercise or SectionKind.Prose };
        if (!mayReport || !Reporting().IsMatch(section.Heading.NameWithoutRemarks))
        {
            return;
        }

        foreach (ListBlock list in section.Blocks.OfType<ListBlock>().Where(list => !reporting && list is { HasBoxes: false, Ordered: false, Items.Count: >= 2 } && (section.IsBold || (section.Blocks.IndexOf(list) is > 0 and var at && section.Blocks[at - 1] is TextBlock { Lines: [.., var lead] } && lead.Text.EndsWith(':'))) && list.Items.All(item => item is { Label: not null, Value.Length: > 0 } && !item.Children.Any())))
        {
            if (list.Items.Count(item => IsWay(item) || LineTo().IsMatch(item.Label!)) * 3 >= list.Items.Count * 2 && list.Items.Count(item => HasAddress(item.Value)) * 2 >= list.Items.Count)
            {
                AddBlock(list, found);
                context.Ledger.Take(section);
            }
        }
    }

    // An address or a number to call, and nothing else
    [GeneratedRegex(@"^(?:[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\+?[\d(][\d().\s-]{8,20})$", RegexOptions.CultureInvariant)]
    private static partial Regex OnlyAddress();

    [GeneratedRegex(@"^report(?:ing)? (?:channels?|contacts?|addresses)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ReportingChannels();

    [GeneratedRegex(@"^(?:how to |where to )?(?:report(?:ing)?|contact|reach|(?:for|in case of) (?:immediate |urgent |further |any )*(?:assistance|help|support|emergenc(?:y|ies)|questions))\b(?!.*\b(?:template|form|format)\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Reporting();

    // "Lawyer: [phone] · Insurer: [phone]": several in one item, each with its own label
    private static TextLine[] SideBySide(ListItem item)
    {
        TextLine[] parts = [.. Between().Split(item.Text).Select(part => new TextLine(part.TrimEnd('.', ' '), item.Line))];
        return Array.TrueForAll(parts, part => part is { Label.Length: <= 40, Value.Length: > 0 } && !GuideWords.Fields.Is(part.Label!, GuideField.Channel)) ? parts : [];
    }

    [GeneratedRegex(@"\s+[·•|]\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Between();

    private static bool IsAddressOf(ListItem item) =>
        item.Label is not null && Filled(item.Value) is not null && (IsReach(item.Value) || item.Value.StartsWith("http", StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"\b(?:support|status|portal|website|page|chat|tickets?|hotline|helpdesk|help|docs|documentation|url|links?|form|console|forum|response(?: time)?|line)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WayWord();

    private static readonly char[] Frame = [.. "│║┃┌┐└┘─═├┤╔╗╚╝╠╣ "];

    // "│ Baker: 0123 │", in a drawn box
    private static string WithoutFrame(string line) => line.TrimStart() is [var mark, ..] && mark != ' ' && Array.IndexOf(Frame, mark) >= 0 ? line.Trim(Frame) : line;

    // Contacts in a fence: a line with the name, its holder perhaps, and lines with the ways below
    private void AddLines(CodeBlock code, List<Contact> found)
    {
        if (AddRecords(code, found))
        {
            return;
        }

        int before = found.Count;
        _named.UnionWith(found.Skip(_counted).Select(contact => contact.Name));
        _counted = found.Count;
        // Settings quote their values.
        string[] lines = code.Language is "yaml" or "yml" ? [.. code.TextLines.Select(line => QuotedValue().Replace(line, "$1$2"))] : [.. code.TextLines.Select(WithoutFrame)];
        for (int i = 0; i < lines.Length; i++)
        {
            TextLine head = new(lines[i].Trim(), code.Line + 1 + i);
            if (head.Text.Length is 0 or > 120 || IsWay(lines[i]))
            {
                continue;
            }

            List<(string Label, string Value)> ways = [];
            while (i + 1 < lines.Length && IsWay(lines[i + 1]))
            {
                i++;
                TextLine way = new(lines[i].TrimStart(' ', '\t', '-', '*', '•'), code.Line + 1 + i);
                ways.Add((way.Label ?? string.Empty, way.Label is null ? way.Text : way.Value));
            }

            if (ways.Count == 0 && Filled(head.Value) is null && head.Label is { } said && _named.Contains(said))
            {
                continue;
            }

            if ((head.Label is null || head.Value.Length == 0) && IsGroup(ways))
            {
                found.AddRange(ways.Select((way, at) => ToContact(way.Label, way.Value, head.Line + 1 + at)));
                continue;
            }

            if (ways.Count == 0 && head.Label is { Length: <= 40 } label && head.Value.Length > 0)
            {
                found.Add(ToContact(label, head.Value, head.Line));
            }
            else if (ways.Count > 0)
            {
                string? holder = head.Label is not null ? Filled(head.Value) : null;
                Contact contact = ToContact(head.Label ?? head.Text, Ways(ways), head.Line);
                found.Add(holder is null ? contact : contact with { Name = holder, Role = contact.Name });
            }
        }

        if (found.Count > before)
        {
            context.Ledger.Take(code);
        }
    }

    [GeneratedRegex("""(?<=:\s{1,4})(?:"([^"]*)"|'([^']*)')\s*$""", RegexOptions.CultureInvariant)]
    private static partial Regex QuotedValue();

    // "FIRST BAKER:", and below it, as far to the left, "Name: …", "Phone: …"; a blank line before the next
    private bool AddRecords(CodeBlock code, List<Contact> found)
    {
        string[] lines = code.TextLines;
        List<List<TextLine>> records = [[]];
        for (int i = 0; i < lines.Length; i++)
        {
            if (lines[i].Trim().Length == 0)
            {
                records.Add([]);
            }
            else
            {
                records[^1].Add(new TextLine(lines[i].Trim(), code.Line + 1 + i));
            }
        }

        records.RemoveAll(record => record.Count == 0);
        if (Array.Exists(lines, line => line.Length > 0 && char.IsWhiteSpace(line[0]) && line.Trim().Length > 0) || records.Count < 2 || !records.TrueForAll(record => record.Count >= 2 && record[0].Text.EndsWith(':') && record[0].Text.Length <= 60))
        {
            return false;
        }

        foreach (List<TextLine> record in records)
        {
            (string Label, string Value)[] facts = [.. record.Skip(1).Select(line => line.Label is null ? (string.Empty, line.Text) : (line.Label, line.Value))];
            if (Array.TrueForAll(facts, fact => fact.Label.Length > 0 && !IsFactOf(fact.Label)))
            {
                found.AddRange(facts.Select((fact, at) => ToContact(fact.Label, fact.Value, record[at + 1].Line)));
                continue;
            }

            string[] who = [.. facts.Where(fact => fact.Label.Length > 0 && !IsWayLabel(fact.Label) && NamingFact().IsMatch(fact.Label)).Select(fact => Filled(fact.Value)).OfType<string>()];
            Contact contact = ToContact(record[0].Text.TrimEnd(':'), Ways(facts.Where(fact => !NamingFact().IsMatch(fact.Label))), record[0].Line);
            found.Add(who.Length == 0 ? contact : contact with { Role = string.Join(", ", who) });
        }

        context.Ledger.Take(code);
        return true;
    }

    private static bool IsWayLabel(string label) => GuideWords.Fields.Is(label, GuideField.Channel);

    private static bool IsFactOf(string label) => IsWayLabel(label) || NamingFact().IsMatch(label) || PartyFact().IsMatch(label) || AvailableLabel().IsMatch(label);

    [GeneratedRegex(@"^(?:name|title|role|company|firm|person|position)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NamingFact();

    [GeneratedRegex(@"^(?:available|availability|hours|when(?: to .*)?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AvailableLabel();

    // "OUTSIDE", and below it who to reach and how, one a line
    private static bool IsGroup(List<(string Label, string Value)> ways) =>
        ways.Count >= 2
        && ways.TrueForAll(way => way.Label.Length > 0 && way.Value.Length > 0 && !GuideWords.Fields.Is(way.Label, GuideField.Channel) && !PartyFact().IsMatch(way.Label))
        && ways.Count(way => IsReach(way.Value)) * 2 >= ways.Count;

    private static bool IsWay(string line) => line.Length > 0 && line.Trim().Length > 0 && (line.TrimStart()[0] is '-' or '*' or '•' || char.IsWhiteSpace(line[0]));

    // What is no way to reach them keeps its label.
    private static string Ways(IEnumerable<(string Label, string Value)> ways) =>
        string.Join(", ", ways.Where(way => Filled(way.Value) is not null).Select(way => way.Label.Length == 0 || Fields.Among(way.Label, GuideField.Channel) == GuideField.Channel ? way.Value : $"{way.Label}: {way.Value}"));
}
