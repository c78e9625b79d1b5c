namespace IncidentOps.Core.Configuration;

/// <summary>The days on which no work is done: single dates, and days that return every year.</summary>
internal sealed class HolidayCalendar
{
    private readonly Dictionary<DateOnly, string?> _dates = [];
    private readonly Dictionary<(int Month, int Day), string?> _yearly = [];

    public HolidayCalendar(
        IEnumerable<(DateOnly Date, string? Name)> dates,
        IEnumerable<(int Month, int Day, string? Name)> yearly)
    {
        foreach ((DateOnly date, string? name) in dates)
        {
            _dates[date] = name;
        }

        foreach ((int month, int day, string? name) in yearly)
        {
            _yearly[(month, day)] = name;
        }
    }

    public static HolidayCalendar None { get; } = new([], []);

    public int Count => _dates.Count + _yearly.Count;

    public bool Contains(DateOnly date) => _dates.ContainsKey(date) || _yearly.ContainsKey((date.Month, date.Day));

    /// <summary>What the day is called; null where it is no holiday or has no name.</summary>
    public string? NameOf(DateOnly date) =>
        _dates.TryGetValue(date, out string? name) ? name : _yearly.GetValueOrDefault((date.Month, date.Day));
}
