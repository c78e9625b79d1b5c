using System.Globalization;
using System.Text.RegularExpressions;

namespace IncidentOps.Core.Procedures;

/// <summary>
/// A duration as people write it: "Immediate (&lt; 5 minutes)", "&lt; 4 hours (business hours)", "30-60 min",
/// "next business day", "1h30m", "15 Minuten", "30分以内".
/// </summary>
internal sealed partial record DurationText
{
    /// <summary>Longer texts are prose, of which only the beginning is searched.</summary>
    private const int LongestText = 600;

    /// <summary>The duration; of a range the upper end.</summary>
    public required TimeSpan Value { get; init; }

    /// <summary>The lower end of a range.</summary>
    public TimeSpan? Minimum { get; init; }

    /// <summary>True where only business hours count.</summary>
    public bool BusinessHours { get; init; }

    /// <summary>The number of business days, where it is counted in those; "next business day" is 1.</summary>
    public int? BusinessDays { get; init; }

    /// <summary>True for "every 30 minutes", "hourly".</summary>
    public bool Recurring { get; init; }

    /// <summary>Where it begins in the text.</summary>
    public int Start { get; init; }

    /// <summary>How long it is in the text.</summary>
    public int Length { get; init; }

    /// <summary>Reads the one duration that a short text states; "immediate" alone is zero.</summary>
    public static bool TryParse(string? text, out DurationText duration)
    {
        duration = Zero;
        if (string.IsNullOrWhiteSpace(text))
        {
            return false;
        }

        IReadOnlyList<DurationText> all = FindAll(text);
        if (all.Count > 0)
        {
            duration = all[0];
            return true;
        }

        return false;
    }

    /// <summary>How often: the first time in a text, unless it says by when and another how often, "first within 15 min, then every 30 min".</summary>
    public static DurationText? IntervalIn(string text)
    {
        IReadOnlyList<DurationText> all = FindAll(text);
        DurationText? often = all is [{ Recurring: false } first, _, ..] && ByWhen().IsMatch(text[..first.Start]) ? all.FirstOrDefault(time => time.Recurring) : null;
        return often ?? (all.Count > 0 ? all[0] : null);
    }

    private static DurationText Zero { get; } = new() { Value = TimeSpan.Zero };

    /// <summary>All durations in a text in their order. "Immediate" counts only where no figure follows at once.</summary>
    public static IReadOnlyList<DurationText> FindAll(string text) => Recent.Read(text);

    private static readonly Words.RecentTexts<IReadOnlyList<DurationText>> Recent = new(Search);

    private static List<DurationText> Search(string text)
    {
        if (text.Length > LongestText)
        {
            text = text[..LongestText];
        }

        text = Words.Accents.FoldLetters(text);
        List<DurationText> found = [];
        foreach (Match match in Figure().Matches(text))
        {
            if (Read(match, text) is { } duration)
            {
                if (found.Count > 0 && IsContinued(found[^1], duration, text))
                {
                    DurationText before = found[^1];
                    found[^1] = before with { Value = before.Value + duration.Value, Length = duration.Start + duration.Length - before.Start };
                }
                else
                {
                    found.Add(duration);
                }
            }
        }

        foreach (Match match in Worded().Matches(text))
        {
            if (!found.Exists(other => Overlaps(other, match)))
            {
                found.Add(ReadWorded(match, text));
            }
        }

        foreach (Match match in ImmediateWord().Matches(text))
        {
            if (!found.Exists(other => other.Start >= match.Index && SaysHowSoon(text[(match.Index + match.Length)..other.Start], other)))
            {
                found.Add(new DurationText { Value = TimeSpan.Zero, Start = match.Index, Length = match.Length });
            }
        }

        found.Sort(static (left, right) => left.Start.CompareTo(right.Start));
        return found;
    }

    // "Immediate (within 5 minutes)" and "Immediate - response begins within 1 hour" are one figure, "Immediate; first
    // update in 15 minutes" are two.
    private static bool SaysHowSoon(string between, DurationText next) =>
        between.Length <= (between.Contains('(') || RespondsIn().IsMatch(between) ? 40 : 25) && !next.Recurring
        && !between.Contains(". ", StringComparison.Ordinal) && !OtherMatter().IsMatch(between);

    /// <summary>True for "Immediate, within 5 minutes": at once, and how soon that is.</summary>
    public static bool BeginsAtOnce(string text) => ImmediateWord().Match(Words.Accents.FoldLetters(text.Length > 40 ? text[..40] : text)) is { Success: true, Index: <= 2 };

    /// <summary>True for a value that says that there is no time: "best effort", "as needed", "N/A", "next sprint".</summary>
    public static bool IsOpenEnded(string text) => text.Trim() is "" or "-" or "–" or "—" or "/" || OpenEnded().IsMatch(text);

    /// <summary>True where the text speaks of a time at all, readable or not.</summary>
    public static bool MentionsTime(string text) => text.Any(char.IsAsciiDigit) && TimeWord().IsMatch(Words.Accents.FoldLetters(text));

    private static bool Overlaps(DurationText duration, Match match) =>
        match.Index < duration.Start + duration.Length && duration.Start < match.Index + match.Length;

    private static bool IsContinued(DurationText before, DurationText next, string text) =>
        before.Minimum is null && next.Minimum is null && next.Value < before.Value && !next.Recurring &&
        Joint().IsMatch(text[(before.Start + before.Length)..next.Start]) && next.Value < Unit(before.Value);

    private static TimeSpan Unit(TimeSpan value) =>
        value >= TimeSpan.FromDays(7) ? TimeSpan.FromDays(7) : value >= TimeSpan.FromDays(1) ? TimeSpan.FromDays(1)
        : value >= TimeSpan.FromHours(1) ? TimeSpan.FromHours(1) : TimeSpan.FromMinutes(1);

    private static DurationText? Read(Match match, string text)
    {
        string unit = match.Groups["unit"].Value;
        bool businessUnit = match.Groups["business"].Success;
        (TimeSpan one, bool day, bool workday) = UnitOf(unit);
        if (Times().IsMatch(text[Math.Max(0, match.Index - 8)..match.Index]) && !char.IsAsciiDigit(text[match.Index]))
        {
            // "twice a day" is no day
            return null;
        }

        double upper = Number(match.Groups["to"].Success ? match.Groups["to"].Value : match.Groups["number"].Value);
        if (upper < 0 || upper * one.TotalDays > 3660)
        {
            return null;
        }

        // "30 sec to 2 min" is two figures; "1-2 h" is one range
        TimeSpan? minimum = match.Groups["to"].Success ? one * Number(match.Groups["number"].Value) : null;
        bool businessDays = workday || (day && businessUnit);
        bool business = businessDays || businessUnit || OpensWithBusinessTime(text) || CountsBusinessHours(text, match.Groups["unit"].Index, match.Index + match.Length);
        return new DurationText
        {
            Value = one * upper,
            Minimum = minimum,
            BusinessHours = business,
            BusinessDays = businessDays || (day && business) ? (int)Math.Ceiling(upper * one.TotalDays) : null,
            Recurring = match.Groups["every"].Success,
            Start = match.Index,
            Length = match.Length,
        };
    }

    private static DurationText ReadWorded(Match match, string text)
    {
        (TimeSpan value, int? days, bool recurring) = match switch
        {
            _ when match.Groups["nextworkday"].Success => (TimeSpan.FromDays(1), 1, false),
            _ when match.Groups["nextday"].Success => (TimeSpan.FromDays(1), (int?)null, false),
            _ when match.Groups["nextweek"].Success => (TimeSpan.FromDays(7), null, false),
            _ when match.Groups["halfhour"].Success => (TimeSpan.FromMinutes(30), null, match.Groups["every"].Success),
            _ when match.Groups["thehour"].Success => (TimeSpan.FromHours(1), null, match.Groups["every"].Success),
            _ when match.Groups["onehour"].Success => (TimeSpan.FromHours(1), null, false),
            _ when match.Groups["twohours"].Success => (TimeSpan.FromHours(2), null, false),
            _ when match.Groups["hourly"].Success => (TimeSpan.FromHours(1), null, true),
            _ when match.Groups["twicedaily"].Success => (TimeSpan.FromHours(12), null, true),
            _ when match.Groups["daily"].Success => (TimeSpan.FromDays(1), null, true),
            _ => (TimeSpan.FromDays(7), null, true),
        };
        return new DurationText
        {
            Value = value,
            BusinessDays = days,
            BusinessHours = days is not null || OpensWithBusinessTime(text),
            Recurring = recurring,
            Start = match.Index,
            Length = match.Length,
        };
    }

    // "Business hours. Looked at tomorrow": all that follows is within them.
    private static bool OpensWithBusinessTime(string text) =>
        BusinessTime().Match(text) is { Success: true, Index: 0 } && !NotOnlyBusinessTime().IsMatch(text);

    private static bool CountsBusinessHours(string text, int unit, int from)
    {
        // Only what stands close behind the figure speaks of it: "4 heures ouvrées", "4h (comercial)".
        if (BusinessUnit().IsMatch(text[unit..Math.Min(text.Length, from + 16)]))
        {
            return true;
        }

        string behind = text[from..Math.Min(text.Length, from + 48)];
        int next = behind.IndexOfAny(['/', ';', ',', '|', '、']);
        behind = next >= 0 && !behind[..next].Contains('(', StringComparison.Ordinal) ? behind[..next] : behind;
        return BusinessTime().IsMatch(behind) && !NotOnlyBusinessTime().IsMatch(behind);
    }

    private static double Number(string text) => text.ToLowerInvariant() switch
    {
        "a" or "an" or "one" or "eine" or "einer" or "une" or "un" or "una" or "uma" or "um" => 1,
        "two" or "zwei" or "deux" or "dos" or "dois" or "duas" or "a couple of" => 2,
        "three" or "drei" or "trois" or "tres" => 3,
        "four" or "fjarde" or "fjerde" => 4,
        "five" => 5,
        "six" => 6,
        "seven" => 7,
        "eight" => 8,
        "ten" => 10,
        "twelve" => 12,
        "fifteen" => 15,
        "thirty" => 30,
        "half an" or "half a" or "½" => 0.5,
        var figure => double.TryParse(figure.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value) ? value : -1,
    };

    private static (TimeSpan One, bool Day, bool Workday) UnitOf(string unit)
    {
        string text = unit.ToLowerInvariant();
        return text switch
        {
            _ when Seconds().IsMatch(text) => (TimeSpan.FromSeconds(1), false, false),
            _ when Minutes().IsMatch(text) => (TimeSpan.FromMinutes(1), false, false),
            _ when Workdays().IsMatch(text) => (TimeSpan.FromDays(1), true, true),
            _ when Hours().IsMatch(text) => (TimeSpan.FromHours(1), false, false),
            _ when Days().IsMatch(text) => (TimeSpan.FromDays(1), true, false),
            _ when Weeks().IsMatch(text) => (TimeSpan.FromDays(7), false, false),
            _ => (TimeSpan.FromDays(30), false, false),
        };
    }
}
