namespace IncidentOps.Core.Storage;

/// <summary>Instants as the store keeps them: whole microseconds since 1970 in UTC.</summary>
internal static class Instant
{
    private const long TicksPerMicrosecond = TimeSpan.TicksPerMillisecond / 1000;

    private static readonly long Earliest = ToMicroseconds(DateTimeOffset.MinValue);

    private static readonly long Latest = ToMicroseconds(DateTimeOffset.MaxValue);

    public static long ToMicroseconds(DateTimeOffset value) =>
        (value.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TicksPerMicrosecond;

    /// <summary>What no clock can show becomes the nearest that one can.</summary>
    public static DateTimeOffset FromMicroseconds(long value) =>
        DateTimeOffset.UnixEpoch.AddTicks(Math.Clamp(value, Earliest, Latest) * TicksPerMicrosecond);

    /// <summary>The same instant as the store will give it back.</summary>
    public static DateTimeOffset Truncate(DateTimeOffset value) => FromMicroseconds(ToMicroseconds(value));
}
