using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;

namespace IncidentOps.Core.Procedures.Readers;

/// <content>What the columns of a table about severities say.</content>
internal static partial class SeverityTables
{
    // When an incident may be closed, whether the law has one told of it
    [GeneratedRegex(@"^(?:exit|closing|closure|close)\s+(?:conditions?|criteria)$|\b(?:gdpr|dsgvo|rgpd|lgpd|hipaa|regulatory|legal|privacy|breach)\b.{0,20}\bnotification", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SaysElse();

    // "Trigger" and its like define a level where no column says so outright.
    private static GuideField[] FieldsOf(string[] heads)
    {
        string[] said = [.. heads.Select(head => SaysElse().IsMatch(head) ? string.Empty : head)];
        GuideField[] fields = Fields.OfColumns(said, ColumnFields);
        if (!fields.Contains(GuideField.Definition)
            && Array.FindIndex(said, head => Fields.Among(head, GuideField.Trigger) != GuideField.None) is >= 0 and var trigger
            && fields[trigger] is GuideField.None or GuideField.After or GuideField.Example && !said[trigger].StartsWith("example", StringComparison.OrdinalIgnoreCase))
        {
            fields[trigger] = GuideField.Definition;
        }

        return fields;
    }

    [GeneratedRegex(@"^(?:sev|severity|severity level|priority|prio|level|schweregrad|priorität|gravité|priorité|severidad|prioridad|nivel|severidade|prioridade|nível|gravità|priorità|livello|niveau|prioriteit|ernst|poziom|priorytet|úroveň|priorita|nivå|prioritet|taso|seviye|öncelik|уровень|приоритет|рівень|пріоритет|mức|mức độ|tingkat|prioritas)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NumberedHead();

    [GeneratedRegex(@"^(?:pager?\??|paging|paged\??|page within|on-?call)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PagerHead();

    // "Time", in the table that defines the levels, is the time to respond where no other column is.
    private static void NameTimes(GuideSection section, TableBlock table, string[] heads, GuideField[] fields)
    {
        if (section.Kind is SectionKind.Severities && Array.FindIndex(heads, head => WhenHead().IsMatch(head)) is >= 0 and var when && IsWhen(table, heads, fields, when) && !fields.Contains(GuideField.Response))
        {
            fields[when] = GuideField.Response;
            return;
        }

        int after = Array.FindIndex(heads, head => PagerHead().IsMatch(head)) is >= 0 and var pager && fields[pager] is GuideField.None or GuideField.Escalation or GuideField.EscalationTarget && table.Rows.Count(row => LooseSeverityText.IsTime(row.Cell(pager).Text)) * 2 >= table.Rows.Count ? pager : Array.IndexOf(fields, GuideField.After);
        if (after >= 0 && section.Kind == SectionKind.Severities && fields.Contains(GuideField.Definition)
            && !fields.Any(field => field is GuideField.Response or GuideField.Acknowledge || (field is GuideField.Resolve or GuideField.Update && fields[after] is GuideField.After))
            && table.Rows.Count(row => LooseSeverityText.IsTime(row.Cell(after).Text)) * 2 >= table.Rows.Count * (fields[after] is GuideField.After ? 2 : 1))
        {
            fields[after] = GuideField.Response;
        }
    }

    // A column of texts whose head is no word that is known defines the level where no other column does.
    private static void NameDefinition(GuideSection section, TableBlock table, string[] heads, GuideField[] fields, int column)
    {
        if (section.Kind != SectionKind.Severities || fields.Any(field => field is GuideField.Definition or GuideField.Impact))
        {
            return;
        }

        for (int i = 0; i < fields.Length; i++)
        {
            if (i != column && fields[i] is GuideField.None && heads[i].Length > 0 && GuideWords.Fields.Find(heads[i]).All(match => match.Meaning is GuideField.Symptom)
                && table.Rows.Count(row => row.Cell(i).Text is { Length: >= 16 } text && !LooseSeverityText.IsTime(text) && TimesIn(row.Cell(i), row.Line).Count == 0) * 2 > table.Rows.Count)
            {
                fields[i] = GuideField.Definition;
                return;
            }
        }
    }

    // "Level | Impact | Response time", with "Green", "Yellow", "Red" down the first
    private static bool NamesLevelsItsWay(TableBlock table, string[] heads) =>
        heads.Length >= 3 && table.Rows.Count is >= 2 and <= 6 && LevelHead().IsMatch(heads[0])
        && table.Rows.Select(row => OwnName(row.Cell(0))?.Name).ToArray() is var names && Array.TrueForAll(names, name => name is not null) && names.Distinct(StringComparer.OrdinalIgnoreCase).Count() == names.Length
        && FieldsOf(heads).Any(field => field is GuideField.Response or GuideField.Acknowledge or GuideField.Definition);

    // "Fire emergency", in a cell that says more below it
    private static SeverityName? OwnName(TableText cell) =>
        cell.Items is [var first, ..] && first.Length is > 1 and <= 32 && first.All(c => char.IsLetter(c) || c == ' ') && first.AsSpan().Count(' ') <= 2 ? new SeverityName(first, null, string.Empty) : ShortName(cell.Text);

    [GeneratedRegex(@"^(?:(?:incident|alert|threat|severity|priority)\s+)?(?:categor(?:y|ies)(?: and [\p{L} ]{3,30} level)?|level|severity|priority|colou?r|code|status|stufe|farbe|niveau|couleur|nivel|nível|cor|livello|colore)s?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LevelHead();

    // "When", with nothing but times below it
    private static bool IsWhen(TableBlock table, string[] heads, GuideField[] fields, int column) =>
        fields[column] is GuideField.Definition && WhenHead().IsMatch(heads[column]) && table.Rows.Count(row => LooseSeverityText.IsTime(row.Cell(column).Text)) * 2 > table.Rows.Count;

    // In a chapter on reviews a time is when the review is due, and who comes is told of nothing else.
    private static void AboutReviews(GuideSection section, TableBlock table, GuideField[] fields)
    {
        if (section.Kind is not SectionKind.PostMortem)
        {
            return;
        }

        if (!fields.Any(field => field is GuideField.PostMortem or GuideField.After or GuideField.Response)
            && Array.FindIndex(fields, field => field is GuideField.None) is >= 0 and var due && table.Rows.Count > 0 && table.Rows.All(row => LooseSeverityText.IsTime(row.Cell(due).Text)))
        {
            // "Due", with nothing but times below it
            fields[due] = GuideField.PostMortem;
        }

        for (int i = 0; i < fields.Length; i++)
        {
            fields[i] = fields[i] switch
            {
                GuideField.After or GuideField.Response when !fields.Contains(GuideField.PostMortem) => GuideField.PostMortem,
                GuideField.EscalationTarget or GuideField.Escalation => GuideField.None,
                var field => field,
            };
        }
    }

    // "Response time (hours)", and below it bare numbers
    private static string WithUnit(string head, string text) =>
        BareNumber().Match(text) is { Success: true } number && HeadUnit().Match(head) is { Success: true } unit ? $"{number.Value} {unit.Groups["unit"].Value}{text[number.Length..]}" : text;

    [GeneratedRegex(@"\(\s*(?:in\s+)?(?<unit>minutes?|mins?|hours?|hrs?|business days|days|minuten|stunden|tage|minutos|horas|días|dias|heures|jours|ore|giorni)\s*\)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex HeadUnit();

    [GeneratedRegex(@"^\d{1,4}(?:[.,]\d)?(?=\s*(?:$|\())", RegexOptions.CultureInvariant)]
    private static partial Regex BareNumber();

    [GeneratedRegex(@"^(?:when|wann|quand|cuándo|quando)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WhenHead();

    // "Impact | Low | High", with a level where they meet: how one is chosen, and no row for each.
    private static bool IsMatrix(TableBlock table) =>
        table.Rows.Count(row => row.Cells.Select(cell => SeverityName.TryParse(cell.Text, loose: false) is { IsCode: true, Rest: "" } name ? name.Code.Family : null).OfType<string>().GroupBy(family => family, StringComparer.Ordinal).Any(same => same.Count() >= 2)) * 2 > table.Rows.Count;

    // "Incident category | Description | Examples", and "Level 1", "Level 2", "Level 3" below
    private static bool CountsCategories(TableBlock table, string[] heads) =>
        heads.Length >= 2 && IncidentCategory().IsMatch(heads[0]) && table.Rows.Count >= 2 && Array.Exists(heads, head => Fields.Among(head, GuideField.Definition, GuideField.Example) is not GuideField.None)
        && table.Rows.Select((row, i) => SeverityName.TryParse(row.Cell(0).Text, loose: true) is { IsCode: true, Rest: "" } name && name.Code.Number == (i + 1)).All(counted => counted);

    [GeneratedRegex(@"^(?:incident |security incident |event )?(?:categor(?:y|ies)|class(?:es)?|types?|levels?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex IncidentCategory();
}
