using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>People in a line each, "Ann Rye (ann@mill.test), head baker", and the records of a file of settings.</content>
internal sealed partial class ContactReader
{
    private const int LongestPerson = 160;

    // The address in brackets after the name, and what the one is
    private static Contact? PersonIn(string text, int line) =>
        text.Length <= LongestPerson && Person().Match(text) is { Success: true } person
            ? new Contact { Name = person.Groups["name"].Value, Role = person.Groups["role"] is { Success: true } role ? role.Value : null, Value = Filled(person.Groups["way"].Value), Line = line }
            : null;

    // Among the roles those lines are people where all of them are.
    private void AddPeople(GuideBlock block, List<Contact> found)
    {
        Contact?[] people = block switch
        {
            TextBlock { Quoted: false } text => [.. text.Lines.Select(line => PersonIn(line.Text, line.Line))],
            ListBlock { HasBoxes: false } list => [.. list.Items.Select(item => item.Children.Any() ? null : PersonIn(item.Text, item.Line))],
            _ => [],
        };
        if (people.Length > 0 && Array.TrueForAll(people, one => one is not null))
        {
            found.AddRange(people!);
            context.Ledger.TakeAll(block);
        }
    }

    // "Role | Primary | Secondary", below the contacts, with nobody in it yet: places to be filled
    private static bool HoldsPlaces(TableBlock table) =>
        table.Header is { Cells: [var first, _, ..] heads } && Fields.Among(first.Text, GuideField.Role) is GuideField.Role
        && heads.Skip(1).Any(head => GuideWords.Fields.Is(head.Text, GuideField.Primary))
        && table.Rows.All(row => row.Cells.Skip(1).All(cell => cell.Text.Length == 0 || Filled(cell.Text) is null || HasAddress(cell.Text)));

    // "- role: …", and its "phone: …", "chat: …" below
    private bool AddKeyed(CodeBlock code, List<Contact> found)
    {
        if (code.Language is not ("yaml" or "yml"))
        {
            return false;
        }

        List<(int Line, List<(string Key, string Value)> Facts)> records = [];
        int indent = -1;
        for (int i = 0; i < code.TextLines.Length; i++)
        {
            string line = code.TextLines[i];
            if (KeyLine().Match(line) is not { Success: true } fact)
            {
                continue;
            }

            int at = fact.Groups["key"].Index;
            if (fact.Groups["dash"].Success)
            {
                records.Add((code.Line + 1 + i, []));
                indent = at;
            }

            indent = at < indent ? -1 : indent;
            if (at == indent)
            {
                records[^1].Facts.Add((fact.Groups["key"].Value, fact.Groups["value"].Value.Trim('"', '\'')));
            }
        }

        if (records.Count == 0 || !records.TrueForAll(record => record.Facts.Exists(fact => NamingKey().IsMatch(fact.Key))))
        {
            return false;
        }

        foreach ((int line, List<(string Key, string Value)> facts) in records)
        {
            string[] names = [.. facts.Where(fact => NamingKey().IsMatch(fact.Key)).OrderBy(fact => fact.Key is "name" ? 0 : 1).Select(fact => fact.Value)];
            string[] ways = [.. facts.Where(fact => !NamingKey().IsMatch(fact.Key) && !PartyFact().IsMatch(fact.Key) && !AvailableLabel().IsMatch(fact.Key) && (IsWayLabel(fact.Key) || HasAddress(fact.Value))).Select(fact => Filled(fact.Value)).OfType<string>()];
            found.Add(new Contact { Name = names[0], Role = names.Length > 1 ? names[1] : null, Value = ways.Length == 0 ? null : string.Join(", ", ways), Line = line });
        }

        context.Ledger.Take(code);
        return true;
    }

    [GeneratedRegex(@"^(?<name>\p{L}[^()@:]{1,60}?)\s*\((?<way>[^()\s]+@[^()\s]+\.\p{L}{2,})\)(?:\s*(?:,|[-–—]\s)\s*(?<role>\p{L}[^@]{1,80}?))?[.;,]?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Person();

    [GeneratedRegex(@"^\s*(?<dash>-\s+)?(?<key>[\p{L}_][\p{L}\d_-]*):\s+(?<value>[^\s#].*?)\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex KeyLine();

    [GeneratedRegex(@"^(?:name|role|service|vendor|team|title|company|provider|person|who)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NamingKey();

    // "Internal", "External": they sort the contacts, and are none to be reached.
    [GeneratedRegex(@"^(?:internal(?:ly)?|external(?:ly)?|intern(?:e[nrs]?|[oia]s?)?|extern(?:e[nrs]?|[oia]s?)?|esterni|внутренние|внешние|内部|外部|내부|외부)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SideTitle();
}
