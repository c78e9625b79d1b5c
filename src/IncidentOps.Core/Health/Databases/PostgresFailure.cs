using System.Net.Sockets;
using IncidentOps.Core.Configuration;
using IncidentOps.Core.Health.Network;
using IncidentOps.Health;
using Npgsql;

namespace IncidentOps.Core.Health.Databases;

/// <summary>Says in plain words why a PostgreSQL server did not answer, and whether that is its own fault.</summary>
internal static class PostgresFailure
{
    public static ProbeOutcome Describe(NpgsqlException failure, PostgresAddress address) => failure switch
    {
        PostgresException refusal => Describe(refusal),
        { InnerException: SocketException socket } => SocketFailure.Describe(socket, new HostAndPort(address.Host, address.Port)),
        { InnerException: TimeoutException } => new ProbeOutcome(HealthStatus.Unhealthy, $"{address} does not answer in time") { IsFinal = true },
        { InnerException: { } inner } => new ProbeOutcome(HealthStatus.Unhealthy, $"no connection to {address}: {inner.Message}"),

        // The driver's own refusals are about what it was told: no password, no user, no TLS.
        _ => ProbeOutcome.Unknown($"no connection to {address}: {failure.Message}"),
    };

    // By class and code of the SQL standard and of PostgreSQL's appendix A.
    private static ProbeOutcome Describe(PostgresException refusal) => refusal.SqlState switch
    {
        "28P01" or "28000" => ProbeOutcome.Unknown($"not permitted to log in: {refusal.MessageText}"),
        "42501" => ProbeOutcome.Unknown($"not permitted: {refusal.MessageText}"),
        "53300" => new ProbeOutcome(HealthStatus.Unhealthy, $"no connections left: {refusal.MessageText}"),
        "57P03" => new ProbeOutcome(HealthStatus.Unhealthy, refusal.MessageText),
        "57014" => new ProbeOutcome(HealthStatus.Unhealthy, "the query took too long and was ended") { IsFinal = true },
        _ => new ProbeOutcome(HealthStatus.Unhealthy, $"{refusal.MessageText} ({refusal.SqlState})"),
    };
}
