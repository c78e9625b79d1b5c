using IncidentOps.Core.Incidents;
using IncidentOps.Core.Incidents.Events;
using Microsoft.Data.Sqlite;

namespace IncidentOps.Benchmarks;

/// <summary>Durable appends, against as many durable commits written by hand. At most 1.5 times.</summary>
internal static class AppendBenchmark
{
    private const int Rounds = 15;
    private const int AppendsInRound = 40;
    private const string Note = "Looked at the proxy: it answers 502 since the release of 20:14.";

    internal static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("incidentops-");
        try
        {
            await using var connection = await OpenByHandAsync(Path.Combine(folder.FullName, "hand.db"));
            var workspace = Stores.Open(Path.Combine(folder.FullName, "incidents.db"));
            var (incident, _) = await workspace.Incidents.DeclareAsync(
                new IncidentDeclaration { Title = "Checkout fails", Severity = "P1" }, CancellationToken.None);

            var byHand = new Samples("commit written by hand");
            var append = new Samples("event appended to an incident");
            for (var round = 0; round <= Rounds; round++)
            {
                var byHandRound = round == 0 ? new Samples("") : byHand;
                var appendRound = round == 0 ? new Samples("") : append;
                for (var index = 0; index < AppendsInRound; index++)
                {
                    await byHandRound.MeasureAsync(() => CommitByHandAsync(connection));
                }

                for (var index = 0; index < AppendsInRound; index++)
                {
                    await appendRound.MeasureAsync(() => workspace.Incidents.RecordAsync(incident.Number, new NoteAdded(Note), null, CancellationToken.None));
                }
            }

            Samples.Report("Durable append", byHand, append);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static async Task<SqliteConnection> OpenByHandAsync(string path)
    {
        var connection = new SqliteConnection($"Data Source={path}");
        await connection.OpenAsync();
        await ExecuteAsync(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE event (sequence INTEGER PRIMARY KEY, at INTEGER NOT NULL, body TEXT NOT NULL)");
        return connection;
    }

    private static async Task CommitByHandAsync(SqliteConnection connection)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        await using var command = connection.CreateCommand();
        command.Transaction = (SqliteTransaction)transaction;
        command.CommandText = "INSERT INTO event (at, body) VALUES (@at, @body)";
        command.Parameters.AddWithValue("@at", TimeProvider.System.GetTimestamp());
        command.Parameters.AddWithValue("@body", Note);
        await command.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
    }

    private static async Task ExecuteAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
