using System.Text.RegularExpressions;
using IncidentOps.Core.Notifications.Templates;
using IncidentOps.Core.Text;

namespace IncidentOps.Core.Notifications.Filling;

/// <summary>A moment as its blank wants it: <c>HH:MM</c>, <c>YYYY-MM-DD</c>, <c>[ISO timestamp]</c>, <c>[Time] UTC</c>.</summary>
internal static partial class MomentText
{
    public static string Of(Fact fact, TemplateBlank blank, ZonedTime clock, DateTimeOffset asOf)
    {
        DateTimeOffset moment = fact.Moment!.Value;
        ZonedTime zone = blank.Utc == UtcMark.None ? clock : ZonedTime.Utc;
        string name = BlankMeaning.Words(blank.Name);
        if (Iso().IsMatch(name))
        {
            return zone.Iso(moment);
        }

        if (DayOnly().IsMatch(name) && !TimeOfDay().IsMatch(name))
        {
            return zone.Day(moment);
        }

        string text = ClockOnly().IsMatch(name) ? zone.TimeOfDay(moment)
            : fact.IsNear ? zone.Brief(moment, asOf)
            : zone.Full(moment);
        return blank.Utc == UtcMark.Behind ? text : $"{text} {zone.NameAt(moment)}";
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\bISO\b|\b8601\b", Options)]
    private static partial Regex Iso();

    [GeneratedRegex(@"\b(?:date|day|YYYY|DD)\b", Options)]
    private static partial Regex DayOnly();

    [GeneratedRegex(@"\b(?:time|HH|timestamp|clock)\b", Options)]
    private static partial Regex TimeOfDay();

    [GeneratedRegex(@"^\W*HH:MM(?::SS)?\W*(?:UTC|GMT)?\W*$", Options)]
    private static partial Regex ClockOnly();
}
