using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;

namespace IncidentOps.Core.Procedures.Readers;

/// <summary>Tables about severities: a row for each, or a column for each.</summary>
internal static partial class SeverityTables
{
    private const int WidestTable = 24;

    private static readonly GuideField[] ColumnFields =
    [
        GuideField.Severity, GuideField.Definition, GuideField.Impact, GuideField.Example, GuideField.Acknowledge, GuideField.Update, GuideField.Response, GuideField.Resolve,
        GuideField.EscalationTarget, GuideField.Escalation, GuideField.After, GuideField.Label, GuideField.PostMortem,
    ];

    public static SeveritySource? Read(GuideSection section, TableBlock table)
    {
        string[] heads = table.Header is null ? [] : [.. table.Header.Cells.Select(cell => cell.Text)];
        int width = Math.Min(WidestTable, Math.Max(heads.Length, table.Rows.Count == 0 ? 0 : table.Rows[0].Cells.Count));
        return width < 2 || IsMatrix(table) ? null : Upright(section, table, heads, width) ?? Lying(section, table, heads);
    }

    private static SeveritySource? Upright(GuideSection section, TableBlock table, string[] heads, int width)
    {
        int column = -1;
        int best = 0;
        bool looseColumn = false;
        for (int i = 0; i < width; i++)
        {
            bool loose = section.Kind == SectionKind.Severities || (i < heads.Length && SeverityHead().IsMatch(heads[i])) || (i == 0 && CountsCategories(table, heads));
            int score = table.Rows.Sum(row => Score(row.Cell(i).Text, loose));
            if (score > best)
            {
                (column, best, looseColumn) = (i, score, loose);
            }
        }

        string? counted = null;
        for (int i = 0; column < 0 && i < Math.Min(2, heads.Length); i++)
        {
            if (NumberedHead().IsMatch(heads[i]) && table.Rows.Count >= 2 && table.Rows.All(row => SectionTitle.StripDecoration(row.Cell(i).Text) is [>= '0' and <= '5']))
            {
                // "| Sev | …" with 1, 2, 3 below
                (column, best, counted) = (i, 3 * table.Rows.Count, heads[i]);
            }
        }

        bool ownWords = section.Kind is SectionKind.Severities && (column < 0 || (column > 0 && !(column < heads.Length && SeverityHead().IsMatch(heads[column])))) && counted is null && NamesLevelsItsWay(table, heads);
        if (ownWords)
        {
            (column, best, looseColumn) = (0, 3 * table.Rows.Count, true);
        }

        // Elsewhere a severity in a later column is a property of what the row is about: an alert, a risk.
        if (column < 0 || best < (section.Kind == SectionKind.Severities ? 2 : 4) || (column > 1 && section.Kind is SectionKind.Unknown or SectionKind.Prose))
        {
            return null;
        }

        GuideField[] fields = FieldsOf(heads);
        NameTimes(section, table, heads, fields);
        NameDefinition(section, table, heads, fields, column);
        AboutReviews(section, table, fields);
        for (int i = 0; i < fields.Length; i++)
        {
            // "Impact: high", "Urgency: low": from what the level follows, not what it is
            fields[i] = fields[i] is GuideField.Impact && table.Rows.All(row => IsWordOnly(row.Cell(i).Text)) ? GuideField.None : fields[i];
        }

        IReadOnlyList<SeverityName>[] told = [.. table.Rows.Select(row => Names(row.Cell(column).Text, looseColumn))];
        bool sorted = column > 0 && heads.Length > column && CaseHead().IsMatch(heads[0]) && TierHead().IsMatch(heads[column]);
        bool named = ownWords || sorted || (looseColumn && column < heads.Length && SeverityHead().IsMatch(heads[column]));
        if (column > 0 && !named && counted is null && told.Where(names => names.Count > 0).Select(names => names[0].Name).Distinct(StringComparer.OrdinalIgnoreCase).Count() * 2 <= told.Count(names => names.Count > 0))
        {
            // "Easy | High", "Hard | High": a property of what each row is about.
            return null;
        }

        // "SEV3 - Degraded", where the others are "SEV1 - Critical"
        bool labelled = counted is null && told.Count(names => names is [{ IsCode: true, Label: not null }]) >= 2;
        // "P1 - Search is gone", beside a column that says what that means
        bool titled = counted is null && fields.Contains(GuideField.Definition)
            && told.All(names => names is [{ IsCode: true } name] && (name.Label is not null || name.Rest is { Length: > 0 and <= 40 } rest && !DurationText.TryParse(rest, out _)));
        // "Alert | Severity | …", with the same severity in many rows: what they are called is no level's label.
        bool repeated = column > 0 && table.Rows.Select(row => row.Cell(column).Text).Where(text => text.Length > 0).GroupBy(text => text, StringComparer.OrdinalIgnoreCase).Any(same => same.Skip(1).Any());
        bool mapped = repeated && counted is null;
        SeveritySource source = new(section, table.Line, AboutTable(section, fields)) { Block = table, SortsCases = repeated && heads.Length > 0 && CaseHead().IsMatch(heads[0]) };
        foreach ((TableLine row, IReadOnlyList<SeverityName> parsed) in table.Rows.Zip(told))
        {
            IReadOnlyList<SeverityName> names = counted is not null ? [new SeverityName($"{counted} {SectionTitle.StripDecoration(row.Cell(column).Text)}", null, string.Empty) { IsCode = true }] : parsed;
            if (labelled && names is [{ IsCode: true, Label: null, Rest.Length: > 0 } bare] && ShortName(bare.Rest) is { } own)
            {
                names = [bare with { Label = own.Name, Rest = string.Empty }];
            }

            if (titled && names is [{ Label: null } code])
            {
                names = [code with { Label = code.Rest, Rest = string.Empty }];
            }

            if (names.Count == 0 && (named || OfFamily().IsMatch(row.Cell(column).Text)) && (ownWords ? OwnName(row.Cell(column)) : ShortName(row.Cell(column).Text)) is { } other)
            {
                names = [other];
            }

            if (names.Count == 0)
            {
                continue;
            }

            names = mapped ? names : WithLabel(names, row, column, fields, heads);
            SeverityEntry entry = new(names, row.Line, row);
            AddRest(source, entry, names[0].Rest, row.Line);
            for (int i = 0; i < Math.Min(width, row.Cells.Count); i++)
            {
                if (i == column || (i < fields.Length && fields[i] is GuideField.Severity or GuideField.Label))
                {
                    continue;
                }

                GuideField field = i < fields.Length ? fields[i] : GuideField.None;
                if (field == GuideField.None)
                {
                    if (heads.Length == 0 || (width == 2 && section.Kind is SectionKind.Severities))
                    {
                        entry.Texts.Add((row.Cell(i).Text, row.Line));
                    }
                    else if (TimesIn(row.Cell(i), row.Line) is { Count: > 0 } times)
                    {
                        entry.Values.AddRange(times);
                        source.FieldsSeen.UnionWith(times.Select(time => time.Field));
                    }
                    else if (row.Cell(i).Text.Any(char.IsLetterOrDigit))
                    {
                        entry.Values.Add(new SeverityValue(field, row.Cell(i).Text, row.Cell(i).Items, row.Line) { Label = i < heads.Length ? heads[i] : string.Empty });
                    }

                    continue;
                }

                // In a table of messages "Resolution" says when the last one goes out.
                field = field == GuideField.Resolve && section.Kind == SectionKind.Communication ? GuideField.None : field;
                entry.Values.Add(new SeverityValue(field, i < heads.Length ? WithUnit(heads[i], row.Cell(i).Text) : row.Cell(i).Text, row.Cell(i).Items, row.Line) { Label = i < heads.Length ? heads[i] : string.Empty });
                source.FieldsSeen.Add(field);
            }

            source.Entries.Add(entry);
        }

        return source.Entries.Count * 2 >= table.Rows.Count && !OnlyScores(table, column) ? source : null;
    }

    // "Respond: 20 min<br>Updates: 1 hour", in a column that says only when
    private static List<SeverityValue> TimesIn(TableText cell, int line) =>
        [.. (cell.Items.Count > 0 ? cell.Items : [cell.Text])
            .Select(item => new TextLine(item, line))
            .Where(item => item.Label is not null && LooseSeverityText.IsTime(item.Value))
            .Select(item => new SeverityValue(Fields.Among(item.Label, GuideField.Update, GuideField.Acknowledge, GuideField.Response, GuideField.Resolve), item.Value, [], line) { Label = item.Label! })
            .Where(value => value.Field is not GuideField.None)];

    // "P1 (mail) | 2 points": what things count, not how severe an incident is.
    private static bool OnlyScores(TableBlock table, int column) =>
        table.Rows.All(row => row.Cells.Where((_, i) => i != column).All(cell => cell.Text.Length is > 0 and <= 4 && cell.Text.All(char.IsAsciiDigit)));

    /// <summary>A word of the guide's own in a column of severities: "Error" beside "Critical" and "Warning".</summary>
    private static SeverityName? ShortName(string text)
    {
        string name = SectionTitle.StripDecoration(text);
        return OfFamily().IsMatch(name) ? new SeverityName(name, null, string.Empty) : name.Length is > 1 and <= 24 && name.All(c => char.IsLetter(c) || c == ' ') && name.Count(c => c == ' ') <= 1
            ? new SeverityName(name, null, string.Empty)
            : null;
    }

    // "Sev-Info", below "SEV-1" to "SEV-3" or whatever the others are called
    [GeneratedRegex(@"^(?:SEV|Severity|Prio|P)[-_]\p{L}{3,16}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfFamily();

    private static GuideField AboutTable(GuideSection section, GuideField[] fields) =>
        fields.Any(field => field is GuideField.Definition or GuideField.Impact or GuideField.Response or GuideField.Example) ? GuideField.None : SeveritySource.AboutOf(section, null);

    // "Scenario | Severity | Reasoning"
    [GeneratedRegex(@"^(?:(?:example|incident|sample)\s+)?(?:scenarios?|examples?|incidents?|cases?|events?|situations?|beispiele?|exemples?|ejemplos?|exemplos?|esempi|примеры?|例|场景|案例)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CaseHead();

    // "Example | Tier"
    [GeneratedRegex(@"^(?:tier|level|class|category)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TierHead();

    // A cell that is a code counts more than one that is a word, so that "P1 | High" takes the first.
    private static int Score(string text, bool loose)
    {
        IReadOnlyList<SeverityName> names = Names(text, loose);
        return names.Count == 0 ? 0 : names[0].IsCode ? 3 : 2;
    }

    private static IReadOnlyList<SeverityName> Names(string text, bool loose)
    {
        if (text.Length > 120)
        {
            return [];
        }

        IReadOnlyList<SeverityName> names = SeverityNames.ParseAll(text, loose);
        if (names.Count > 0)
        {
            return names;
        }

        // "Active P3/P4"
        int at = SeverityName.Mentions(text).Select(match => match.Index).FirstOrDefault(-1);
        return at > 0 && text[..at].Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= 2 ? SeverityNames.ParseAll(text[at..], loose: false) : [];
    }

    private static IReadOnlyList<SeverityName> WithLabel(IReadOnlyList<SeverityName> names, TableLine row, int column, GuideField[] fields, string[] heads)
    {
        if (names.Count != 1 || names[0].Label is not null)
        {
            return names;
        }

        for (int i = 0; i < Math.Min(fields.Length, row.Cells.Count); i++)
        {
            string text = SectionTitle.StripDecoration(row.Cell(i).Text);
            bool labels = fields[i] == GuideField.Label || (fields[i] == GuideField.Severity && i != column) || (i < heads.Length && heads[i].Length == 0);
            bool says = fields[i] is not (GuideField.None or GuideField.Label or GuideField.Severity);
            if (i != column && !says && text.Length is > 0 and <= 40 && (labels || IsWordOnly(text)) && SeverityNames.ParseAll(text, loose: false).Count == 0)
            {
                return names[0].IsCode ? [names[0] with { Label = text }] : names;
            }
        }

        return names;
    }

    // Words such as "High" are severities only where the column says so; risks and probabilities have them too.
    [GeneratedRegex(@"\bsev|severity|criticality|priority|\bprio|schweregrad|gravité|sévérité|gravedad|severid|prioridad|gravità|priorità|priorité|priorität|prioridade|prioriteit|ernst|priorytet|ważnoś|závažnost|priorita|prioritet|allvarlighet|alvorlighe[dt]|vakavuus|önem|öncelik|mức độ|keparahan|prioritas|重大度|重要度|优先级|優先|严重|嚴重|等级|等級|级别|級別|심각도|등급|приоритет|пріоритет|критичн|الخطورة", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SeverityHead();

    private static bool IsWordOnly(string text) =>
        SeverityName.TryParse(text, loose: true) is { IsCode: false, Rest: "" };

    // "P1 - Search is gone | 15 min | Ann": what it is, in a table about what follows
    private static void AddRest(SeveritySource source, SeverityEntry entry, string rest, int line)
    {
        if (rest.Length > 0 && source.Section.Kind is SectionKind.Escalation or SectionKind.Communication && !LooseSeverityText.IsTime(rest))
        {
            entry.Values.Add(new SeverityValue(GuideField.Definition, rest, [], line));
        }
        else if (rest.Length > 0)
        {
            entry.Texts.Add((rest, line));
        }
    }
}
