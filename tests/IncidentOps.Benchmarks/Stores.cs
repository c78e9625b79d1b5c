using System.Globalization;
using IncidentOps.Core;
using IncidentOps.Core.Configuration;
using IncidentOps.Core.Incidents;
using Microsoft.Data.Sqlite;

namespace IncidentOps.Benchmarks;

/// <summary>Stores to measure on.</summary>
internal static class Stores
{
    /// <summary>How many incidents are declared; the others are made of them.</summary>
    private const int Declared = 1_000;

    internal static Workspace Open(string path) =>
        new(new OrganisationConfiguration(), path, SystemEnvironment.Instance, TimeProvider.System);

    /// <summary>Makes stores with so many incidents, all tables filled as commands would have filled them.</summary>
    internal static async Task FillAsync(IReadOnlyList<(string Path, int Count)> stores)
    {
        await DeclareAsync(stores[0].Path);
        foreach (var (path, count) in stores)
        {
            if (path != stores[0].Path)
            {
                File.Copy(stores[0].Path, path);
            }

            await using (var connection = new SqliteConnection($"Data Source={path};Pooling=False"))
            {
                await connection.OpenAsync();
                await using var copy = connection.CreateCommand();
                copy.CommandText = CopyEvents;
                copy.CommandTimeout = 0;
                copy.Parameters.AddWithValue("@declared", Declared);
                copy.Parameters.AddWithValue("@count", count);
                await copy.ExecuteNonQueryAsync();
            }

            await Open(path).Incidents.RebuildAsync(CancellationToken.None);
        }

        // Closing the last connection folds the log into the file.
        SqliteConnection.ClearAllPools();
    }

    private static async Task DeclareAsync(string path)
    {
        var incidents = Open(path).Incidents;
        for (var number = 1; number <= Declared; number++)
        {
            await incidents.DeclareAsync(
                new IncidentDeclaration
                {
                    Title = $"Incident {number}",
                    Severity = $"P{number % 4}",
                    Services = [$"service-{number % 5}"],
                    DetectedAt = incidents.Now.AddMinutes(-number),
                },
                CancellationToken.None);
        }

        // Closing the last connection folds the log into the file, which can then be copied.
        SqliteConnection.ClearAllPools();
    }

    /// <summary>
    /// Declares the first incidents again, earlier each time, each under a key of its own. Only events and numbers
    /// are copied, which are the truth: the store makes its read tables of them.
    /// </summary>
    private static readonly string CopyEvents = string.Create(
        CultureInfo.InvariantCulture,
        $"""
        BEGIN;
        CREATE TEMP TABLE copy AS
            WITH RECURSIVE counter(number) AS (SELECT @declared + 1 UNION ALL SELECT number + 1 FROM counter WHERE number < @count)
            SELECT counter.number, original.key AS original_key, substr(original.key, 1, 24) || printf('%012x', counter.number) AS key,
                counter.number * {TimeSpan.TicksPerMinute / TimeSpan.TicksPerMicrosecond} AS earlier
            FROM counter JOIN incident_number original ON original.number = 1 + counter.number % @declared
            WHERE @count > @declared;
        INSERT INTO incident_number SELECT number, key FROM copy;
        INSERT INTO event
            SELECT copy.key, sequence, occurred_at - earlier, recorded_at - earlier, actor, type, version, body, previous_hash, hash
            FROM copy JOIN event ON event.stream = copy.original_key;
        DROP TABLE copy;
        COMMIT;
        """);
}
