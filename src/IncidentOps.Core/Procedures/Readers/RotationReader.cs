using System.Globalization;
using System.Text.RegularExpressions;
using IncidentOps.Core.Procedures.Model;
using IncidentOps.Core.Procedures.Words;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Procedures.Readers;

/// <summary>The on-call rotation: places, schedule, handoff.</summary>
internal sealed partial class RotationReader(GuideContext context)
{
    public Rotation? Read()
    {
        List<Contact> members = [];
        List<string> details = [];
        string? schedule = null;
        TimeSpan? shift = null;
        DayOfWeek? day = null;
        TimeOnly? time = null;
        string? handoff = null;
        int line = 0;
        foreach (GuideSection section in context.Document.Sections.Where(section => section.Kind == SectionKind.Rotation))
        {
            foreach (GuideAttribute attribute in GuideAttribute.Of(section))
            {
                GuideField field = attribute.FieldAmong(GuideField.Handoff, GuideField.Schedule, GuideField.Primary, GuideField.Secondary);
                string value = attribute.Value.Length > 0 ? attribute.Value : string.Join("; ", attribute.Items.Select(item => item.Text));
                if (field == GuideField.None || value.Length == 0)
                {
                    continue;
                }

                line = line == 0 ? section.Line : line;
                context.Ledger.Take(attribute.Source);
                foreach (ListItem item in attribute.Items)
                {
                    context.Ledger.TakeAll(item);
                    details.AddRange(attribute.Value.Length > 0 ? item.Descendants.Prepend(item).Select(below => below.Text) : item.Descendants.Select(below => below.Text));
                }

                if ((field == GuideField.Handoff ? handoff : field == GuideField.Schedule ? schedule : null) is not null)
                {
                    details.Add($"{attribute.Label}: {value}");
                }

                switch (field)
                {
                    case GuideField.Handoff:
                        handoff ??= value;
                        day ??= DayIn(value);
                        time ??= TimeIn(value);
                        break;
                    case GuideField.Schedule:
                        schedule ??= value;
                        shift ??= ShiftIn(value);
                        day ??= DayIn(value);
                        time ??= TimeIn(value);
                        break;
                    default:
                        members.Add(new Contact { Name = attribute.Label, Role = "On call", Value = ContactReader.Filled(value), Line = attribute.Line });
                        break;
                }
            }

            if (AddTurns(section, members))
            {
                line = line == 0 ? section.Line : line;
                shift ??= TimeSpan.FromDays(7);
                continue;
            }

            foreach (string text in section.Blocks.SelectMany(TextsOf))
            {
                if (!RotationText().IsMatch(text))
                {
                    continue;
                }

                line = line == 0 ? section.Line : line;
                schedule ??= text.Length <= 200 ? text : null;
                shift ??= ShiftIn(text);
                if (HandoffText().IsMatch(text))
                {
                    day ??= DayIn(text);
                    time ??= TimeIn(text);
                }
            }

            if (line > 0)
            {
                context.Ledger.Take(section);
                foreach (ListBlock list in section.Blocks.OfType<ListBlock>())
                {
                    details.AddRange(list.Items.Where(item => !context.Ledger.Has(item)).SelectMany(item => item.Descendants.Prepend(item)).Select(item => item.Text));
                    context.Ledger.TakeAll(list);
                }
            }
        }

        return line == 0 ? null : new Rotation { Members = members, Schedule = schedule, Handoff = handoff, ShiftLength = shift, HandoffDay = day, HandoffTime = time, Details = details, Line = line };
    }

    // "Week 1: @anna", "Week 2: @bert": who has which turn
    private bool AddTurns(GuideSection section, List<Contact> members)
    {
        if (section.Blocks.OfType<ListBlock>().FirstOrDefault(list => list.Items.Count >= 2 && list.Items.All(item => item is { Label: { } label, Value.Length: > 0 } && Turn().IsMatch(label))) is not { } list)
        {
            return false;
        }

        members.AddRange(list.Items.Select(item => new Contact { Name = ContactReader.Filled(item.Value) ?? item.Label!, Role = item.Label, Line = item.Line }));
        context.Ledger.TakeAll(list);
        context.Ledger.Take(section);
        return true;
    }

    [GeneratedRegex(@"^(?:week|woche|kw|semaine|semana|settimana|неделя|周|第\s*週)\s*\d{1,2}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Turn();

    private static IEnumerable<string> TextsOf(GuideBlock block) => block switch
    {
        TextBlock text => text.Lines.Select(line => line.Text),
        ListBlock list => list.Items.Select(item => item.Text),
        _ => [],
    };

    private static TimeSpan? ShiftIn(string text) =>
        DurationText.TryParse(text, out DurationText duration) && duration.Value > TimeSpan.Zero ? duration.Value
        : Daily().IsMatch(text) ? TimeSpan.FromDays(1)
        : null;

    private static DayOfWeek? DayIn(string text)
    {
        // "Thu 2" is Monday where "thứ" counts the days.
        if (GuideWords.Days.Find(text) is { Count: > 0 } days)
        {
            return days.MinBy(day => day.At).Meaning;
        }

        Match match = Weekday().Match(text);
        if (!match.Success)
        {
            return null;
        }

        for (int i = 0; i < 7; i++)
        {
            if (match.Groups[i + 1].Success)
            {
                return (DayOfWeek)((i + 1) % 7);
            }
        }

        return null;
    }

    private static TimeOnly? TimeIn(string text)
    {
        Match match = ClockTime().Match(text);
        if (!match.Success)
        {
            return null;
        }

        int hour = int.Parse(match.Groups["hour"].Value, CultureInfo.InvariantCulture);
        int minute = match.Groups["minute"].Success ? int.Parse(match.Groups["minute"].Value, CultureInfo.InvariantCulture) : 0;
        string half = match.Groups["half"].Value.ToUpperInvariant();
        hour = half.StartsWith('P') && hour < 12 ? hour + 12 : half.StartsWith('A') && hour == 12 ? 0 : hour;
        return hour < 24 && minute < 60 ? new TimeOnly(hour, minute) : null;
    }

    [GeneratedRegex(@"\b(?:(mon(?:day)?s?|montags?|lundi|lunes|segunda(?:-feira)?|lunedì|понедельник\w*)|(tue(?:s(?:day)?)?s?|dienstags?|mardi|martes|terça(?:-feira)?|martedì|вторник\w*)|(wed(?:nesday)?s?|mittwochs?|mercredi|miércoles|quarta(?:-feira)?|mercoledì|сред[ауы])|(thu(?:rs(?:day)?)?s?|donnerstags?|jeudi|jueves|quinta(?:-feira)?|giovedì|четверг\w*)|(fri(?:day)?s?|freitags?|vendredi|viernes|sexta(?:-feira)?|venerdì|пятниц\w*)|(sat(?:urday)?s?|samstags?|samedi|sábado|sabato|суббот\w*)|(sun(?:day)?s?|sonntags?|dimanche|domingo|domenica|воскресен\w*))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Weekday();

    [GeneratedRegex(@"\b(?<hour>\d{1,2})(?:[:h.](?<minute>\d{2}))\s*(?<half>[ap]\.?m\.?)?|\b(?<hour>\d{1,2})\s*(?<half>[ap]\.?m\b\.?)|\b(?<hour>\d{1,2})\s?(?:uhr|h)\b|(?<hour>\d{1,2})\s?(?:時|点|點|시|giờ|час)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ClockTime();

    [GeneratedRegex(@"rotat|shift|week|daily|hand-?\s?o(?:ff|ver)|primary|24[x/]7|wöchentlich|hebdomadaire|semanal|settimanal|wekelijks|tygodni|týdenn|vecko|ukentlig|ugentlig|viikoit|haftalık|еженедельн|щотижн|mingguan|hàng tuần|当番|交代|轮|輪|교대|순환", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RotationText();

    [GeneratedRegex(@"hand-?\s?o(?:ff|ver)|rotat|start|change|übergabe|wechsel|traspaso|relevo|passa[gt]|relève|passation|consegn|overdracht|przekazani|předání|överläm|overlever|overdrag|vaktskif|vagtskif|vaihto|devir|передач|bàn giao|serah terima|引き?継ぎ?|交接|인수인계|every|each", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HandoffText();

    [GeneratedRegex(@"\bdaily\b|\b24[- ]hour\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Daily();
}
