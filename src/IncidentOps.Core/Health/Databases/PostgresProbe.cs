using IncidentOps.Core.Configuration;
using IncidentOps.Core.Execution;
using IncidentOps.Health;
using Npgsql;

namespace IncidentOps.Core.Health.Databases;

/// <summary>
/// Connects to a PostgreSQL server, asks a simple query, and looks at what makes such a server ill: its connections, its
/// replication, long transactions, sessions that wait for locks, slow statements.
/// </summary>
internal sealed class PostgresProbe : IHealthProbe
{
    private const string SimpleQuery = "SELECT 1";

    public string Kind => "postgres";

    public async Task<ProbeOutcome> ProbeAsync(CheckDefinition check, ProbeAttempt attempt, CancellationToken cancellationToken)
    {
        PostgresAddress address = check.Required<PostgresAddress>("address");
        string? password = PostgresConnection.Password(check, attempt.Secrets);
        var redactor = new SecretRedactor(password is null ? [] : [password]);
        attempt.Silence = $"no connection to {address}";
        long started = attempt.Time.GetTimestamp();
        try
        {
            // A pooled connection would not tell whether one can connect.
            await using var connection = new NpgsqlConnection(PostgresConnection.Settings(check, password, check.Timeout).ConnectionString);
            await connection.OpenAsync(cancellationToken);
            attempt.Silence = $"connected to {address}, but the query was not answered";
            await AskAsync(connection, check, cancellationToken);
            TimeSpan latency = attempt.Time.GetElapsedTime(started);
            var parts = new PostgresParts(connection, check, line => HealthText.OneLine(redactor.Redact(line)));
            return new ProbeOutcome(HealthStatus.Healthy, $"PostgreSQL {connection.PostgreSqlVersion} answered in {HealthText.Took(latency)}")
            {
                Latency = latency,
                Data = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase)
                {
                    ["Version"] = connection.PostgreSqlVersion.ToString(),
                    ["Database"] = connection.Database,
                    ["User"] = connection.UserName,
                },
                Parts = await parts.ReadAsync(cancellationToken),
            };
        }
        catch (NpgsqlException failure)
        {
            ProbeOutcome outcome = PostgresFailure.Describe(failure, address);
            return outcome with { Reason = HealthText.OneLine(redactor.Redact(outcome.Reason)) };
        }
    }

    /// <summary>Asks the simple query, in a session that writes nothing and whose statements end with the check.</summary>
    private static async Task AskAsync(NpgsqlConnection connection, CheckDefinition check, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(new NpgsqlBatchCommand("SET default_transaction_read_only = on"));
        batch.BatchCommands.Add(new NpgsqlBatchCommand(FormattableString.Invariant($"SET statement_timeout = {Math.Max(1, (int)check.Timeout.TotalMilliseconds)}")));
        await batch.ExecuteNonQueryAsync(cancellationToken);
        await using var query = new NpgsqlCommand(check.Setting("query", SimpleQuery), connection);
        await query.ExecuteScalarAsync(cancellationToken);
    }
}
