using System.Globalization;
using IncidentOps.Core.Text;
using IncidentOps.PostMortems;

namespace IncidentOps.Core.PostMortems;

/// <summary>
/// A post-mortem's times as the clocks on the organisation's walls showed them: as short as possible without
/// leaving open which day, or which side of a change of the clocks, is meant.
/// </summary>
internal sealed class PostMortemClock
{
    private readonly PostMortem _postMortem;
    private readonly bool _severalDays;
    private readonly bool _severalOffsets;

    public PostMortemClock(PostMortem postMortem)
    {
        _postMortem = postMortem;
        DateTimeOffset[] times =
        [
            .. postMortem.Timeline.SelectMany(entry => new[] { Local(entry.At), Local(entry.RecordedAt) }),
            Local(postMortem.StartedAt),
            Local(postMortem.EndedAt ?? postMortem.AsOf),
        ];
        _severalDays = times.Select(time => time.Date).Distinct().Skip(1).Any();
        _severalOffsets = times.Select(time => time.Offset).Distinct().Skip(1).Any();
    }

    /// <summary>The zone's name as Markdown.</summary>
    public string ZoneId => IsUtc ? "UTC" : EscapedMarkdown.Line(_postMortem.TimeZone.Id);

    /// <summary>The zone's name, and how far it is from UTC.</summary>
    public string ZoneName => IsUtc || _severalOffsets ? ZoneId : $"{ZoneId} (UTC{Offset(Local(_postMortem.StartedAt))})";

    private bool IsUtc => _postMortem.TimeZone.Id is "UTC" or "Etc/UTC";

    /// <summary>The time of day, with the day where there are several.</summary>
    public string Short(DateTimeOffset time)
    {
        DateTimeOffset local = Local(time);
        string text = local.ToString(_severalDays ? "yyyy-MM-dd HH:mm:ss" : "HH:mm:ss", CultureInfo.InvariantCulture);
        return _severalOffsets ? $"{text} {Offset(local)}" : text;
    }

    /// <summary>Day, time of day and distance from UTC.</summary>
    public string Full(DateTimeOffset time)
    {
        DateTimeOffset local = Local(time);
        return $"{local.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)} UTC{(local.Offset == TimeSpan.Zero ? "" : Offset(local))}";
    }

    private static string Offset(DateTimeOffset local) => local.ToString("zzz", CultureInfo.InvariantCulture);

    private DateTimeOffset Local(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, _postMortem.TimeZone);
}
