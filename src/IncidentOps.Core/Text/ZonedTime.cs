using System.Globalization;

namespace IncidentOps.Core.Text;

/// <summary>
/// Moments as the clocks on the organisation's walls show them, with the zone's name, to be read anywhere and later.
/// The same under every culture.
/// </summary>
internal sealed class ZonedTime(TimeZoneInfo zone)
{
    public static ZonedTime Utc { get; } = new(TimeZoneInfo.Utc);

    /// <summary>Day and time of day: "2026-03-14 21:02".</summary>
    public string Full(DateTimeOffset moment) => Format(moment, "yyyy-MM-dd HH:mm");

    /// <summary>The day: "2026-03-14".</summary>
    public string Day(DateTimeOffset moment) => Format(moment, "yyyy-MM-dd");

    /// <summary>The time of day: "21:02".</summary>
    public string TimeOfDay(DateTimeOffset moment) => Format(moment, "HH:mm");

    /// <summary>For machines as well: "2026-03-14T21:02:11+01:00".</summary>
    public string Iso(DateTimeOffset moment) => Format(moment, "yyyy-MM-ddTHH:mm:ssK");

    /// <summary>The time of day, with the day where it is another than that of <paramref name="reference"/>.</summary>
    public string Brief(DateTimeOffset moment, DateTimeOffset reference) =>
        Local(moment).Date == Local(reference).Date ? TimeOfDay(moment) : Full(moment);

    /// <summary>The zone's name; with the distance from UTC in the hour that the clocks show twice.</summary>
    public string NameAt(DateTimeOffset moment)
    {
        DateTimeOffset local = Local(moment);
        string name = zone.Id is "UTC" or "Etc/UTC" ? "UTC" : zone.Id;
        return zone.IsAmbiguousTime(local) ? $"{name} (UTC{local.ToString("zzz", CultureInfo.InvariantCulture)})" : name;
    }

    private string Format(DateTimeOffset moment, string format) => Local(moment).ToString(format, CultureInfo.InvariantCulture);

    private DateTimeOffset Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, zone);
}
