using System.Data.Common;
using IncidentOps.Core.Configuration;
using IncidentOps.Health;
using Npgsql;

namespace IncidentOps.Core.Health.Databases;

/// <summary>What a PostgreSQL server tells of itself, part by part. One that cannot be asked does not hide the others.</summary>
internal sealed class PostgresParts(NpgsqlConnection connection, CheckDefinition check, Func<string, string> line)
{
    /// <summary>The parts, by the names that the configuration and the results have for them.</summary>
    public static readonly string[] Names = ["connections", "replication", "transactions", "locks", "statements"];

    public async Task<IReadOnlyList<ProbePart>> ReadAsync(CancellationToken cancellationToken)
    {
        List<ProbePart> parts = [];
        foreach (string name in check.Setting<IReadOnlyList<string>>("parts", Names))
        {
            try
            {
                if (await ReadAsync(name, cancellationToken) is { } part)
                {
                    parts.Add(part with { Reason = line(part.Reason) });
                }
            }
            catch (PostgresException failure)
            {
                parts.Add(new ProbePart(name, HealthStatus.Unknown, line($"{name} cannot be read: {failure.MessageText}"), NoData));
            }
        }

        return parts;
    }

    private static Dictionary<string, object?> NoData => new(StringComparer.OrdinalIgnoreCase);

    private Task<ProbePart?> ReadAsync(string name, CancellationToken cancellationToken) => name switch
    {
        "connections" => QueryAsync(PostgresQueries.Connections, row => PostgresVerdict.Connections(check, row), cancellationToken),
        "replication" => QueryAsync(PostgresQueries.Replication, row => PostgresVerdict.Replication(check, row), cancellationToken),
        "transactions" => QueryAsync(PostgresQueries.Transactions, row => PostgresVerdict.Transactions(check, row), cancellationToken),
        "locks" => QueryAsync(PostgresQueries.Locks, row => PostgresVerdict.Locks(check, row), cancellationToken),
        _ => StatementsAsync(cancellationToken),
    };

    /// <summary>Slow statements are known only where the extension is installed in this database, and loaded.</summary>
    private async Task<ProbePart?> StatementsAsync(CancellationToken cancellationToken)
    {
        await using var installed = new NpgsqlCommand(PostgresQueries.StatementsSchema, connection);
        if (await installed.ExecuteScalarAsync(cancellationToken) is not string schema)
        {
            return null;
        }

        try
        {
            return await QueryAsync(PostgresQueries.Statements(schema), row => PostgresVerdict.Statements(check, row), cancellationToken);
        }
        catch (PostgresException notLoaded) when (notLoaded.SqlState == "55000")
        {
            return null;
        }
    }

    private async Task<ProbePart?> QueryAsync(string sql, Func<DbDataReader, ProbePart?> judge, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using NpgsqlDataReader rows = await command.ExecuteReaderAsync(cancellationToken);
        return await rows.ReadAsync(cancellationToken) ? judge(rows) : null;
    }
}
