namespace IncidentOps.Core.Storage;

/// <summary>Instants as the store keeps them: whole microseconds since 1970 in UTC.</summary>
internal static class Instant
{
    private const long TicksPerMicrosecond = TimeSpan.TicksPerMillisecond / 1000;

    public static long ToMicroseconds(DateTimeOffset value) =>
        (value.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TicksPerMicrosecond;

    public static DateTimeOffset FromMicroseconds(long value) =>
        new(DateTimeOffset.UnixEpoch.Ticks + (value * TicksPerMicrosecond), TimeSpan.Zero);

    /// <summary>The same instant as the store will give it back.</summary>
    public static DateTimeOffset Truncate(DateTimeOffset value) => FromMicroseconds(ToMicroseconds(value));
}
