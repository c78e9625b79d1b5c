using System.Collections.Concurrent;
using System.Diagnostics;
using IncidentOps.Core.Configuration;
using IncidentOps.Core.Incidents;
using IncidentOps.Core.Storage;
using IncidentOps.Incidents;
using Microsoft.Data.Sqlite;
using Workspace = IncidentOps.Core.Workspace;

namespace IncidentOps.EndToEnd.Tests.Store;

/// <summary>
/// Eight processes write to one store and are killed, each many times, at any moment from their start to the middle
/// of a commit. What was said to be done is there; nothing is half there.
/// </summary>
public sealed class KilledWritersTests : IDisposable
{
    private const int Writers = 8;
    private const int Lives = 30;

    /// <summary>However slow the machine: fewer kills than this many prove too little.</summary>
    private const int FewestKills = 40;

    private static readonly TimeSpan LongestRun = TimeSpan.FromSeconds(45);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("incidentops-");
    private readonly ConcurrentBag<string> _said = [];
    private readonly ConcurrentBag<string> _errors = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string StorePath => Path.Combine(_folder.FullName, "incidents.db");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Whoever_is_killed_leaves_a_whole_store()
    {
        var clock = Stopwatch.StartNew();
        int[] kills = await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => LiveAsync(writer, clock)));

        TestContext.Current.TestOutputHelper?.WriteLine($"{kills.Sum()} kills, {_said.Count} commands that returned");
        Assert.True(kills.Sum() >= FewestKills, $"Only {kills.Sum()} writers were killed.");
        Assert.True(_said.Count >= FewestKills, $"Only {_said.Count} commands returned.");
        Assert.Empty(_errors);
        IncidentService incidents = new Workspace(
            new OrganisationConfiguration(), StorePath, SystemEnvironment.Instance, TimeProvider.System).Incidents;
        await foreach ((_, IncidentLogCheck check) in incidents.VerifyAsync(null, Stop))
        {
            Assert.True(check.Valid, $"{check.Incident}: {check.Reason}");
        }

        List<Incident> all = await incidents.QueryAsync(new IncidentQuery(), Stop).ToListAsync(Stop);
        Assert.Equal(Enumerable.Range(1, all.Count), all.Select(incident => (int)incident.Number).Order());
        await CheckNothingIsMissingOrHalfAsync(incidents, all);

        IReadOnlyList<IncidentRow> rows = await RowsAsync();
        Assert.Equal(all.Count, await incidents.RebuildAsync(Stop));
        Assert.Equivalent(rows, await RowsAsync(), strict: true);
        Assert.Equal("ok", Integrity());
    }

    /// <summary>One process after the other; gives how many were killed.</summary>
    private async Task<int> LiveAsync(int writer, Stopwatch clock)
    {
        int life = 0;
        for (; life < Lives && clock.Elapsed < LongestRun; life++)
        {
            using var process = new Writer(StorePath, $"w{writer}.{life}");
            // A third dies before it has said anything, perhaps before the store is laid out.
            int lines = Math.Max(0, Random.Shared.Next(-15, 30));
            (IReadOnlyList<string> marks, string errors) = await process.KillAsync(
                lines, TimeSpan.FromMilliseconds(lines == 0 ? Random.Shared.Next(600) : Random.Shared.Next(8)), Stop);
            foreach (string mark in marks)
            {
                _said.Add(mark);
            }

            if (errors.Length > 0)
            {
                _errors.Add(errors);
            }
        }

        return life;
    }

    private async Task CheckNothingIsMissingOrHalfAsync(IncidentService incidents, List<Incident> all)
    {
        List<string> marks = [];
        Dictionary<string, int> absorbed = new(StringComparer.Ordinal);
        Dictionary<string, string> mergedInto = new(StringComparer.Ordinal);
        foreach (Incident incident in all)
        {
            IReadOnlyList<TimelineEntry> timeline = await incidents.ReadTimelineAsync(incident.Number, null, Stop);
            marks.AddRange(timeline.Where(entry => entry.Type == "NoteAdded").Select(entry => entry.Text));
            if (!incident.Title.StartsWith("Shared", StringComparison.Ordinal))
            {
                marks.Add(incident.Title);
                Assert.Equal("RoleAssigned", timeline.Single(entry => entry.Sequence == 2).Type);
            }

            foreach (TimelineEntry entry in timeline)
            {
                if (entry.Type == "IncidentMerged")
                {
                    marks.Add(entry.Text.Split(": ")[1]);
                    mergedInto.Add(incident.Id, incident.MergedInto!);
                }
                else if (entry.Type == "IncidentAbsorbed")
                {
                    string key = $"{entry.Text.Split(' ')[0]} into {incident.Id}";
                    absorbed[key] = absorbed.GetValueOrDefault(key) + 1;
                }
            }
        }

        Assert.Equal(marks.Distinct(StringComparer.Ordinal).Count(), marks.Count);
        Assert.Empty(_said.Except(marks, StringComparer.Ordinal));
        Assert.All(absorbed.Values, count => Assert.Equal(1, count));
        Assert.Equal(
            mergedInto.Select(merge => $"{merge.Key} into {merge.Value}").Order(StringComparer.Ordinal),
            absorbed.Keys.Order(StringComparer.Ordinal));
    }

    private async Task<IReadOnlyList<IncidentRow>> RowsAsync() =>
        await new SqlEventStore(new SqliteDialect(StorePath, TimeProvider.System)).QueryAsync(new IncidentRowQuery(), Stop).ToListAsync(Stop);

    private string Integrity()
    {
        using var connection = new SqliteConnection($"Data Source={StorePath};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        return (string)command.ExecuteScalar()!;
    }
}
