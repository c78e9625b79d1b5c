namespace IncidentOps.Core.Configuration;

/// <summary>The hours of the week in which work is done, as wall clock times since midnight in the organisation's zone.</summary>
internal sealed record BusinessHours(TimeSpan Start, TimeSpan End, IReadOnlySet<DayOfWeek> Days)
{
    /// <summary>Monday to Friday, 09:00 to 17:00.</summary>
    public static BusinessHours Default { get; } = new(
        TimeSpan.FromHours(9),
        TimeSpan.FromHours(17),
        new HashSet<DayOfWeek> { DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday });

    /// <summary>How much is worked on a day.</summary>
    public TimeSpan Length => End - Start;
}
