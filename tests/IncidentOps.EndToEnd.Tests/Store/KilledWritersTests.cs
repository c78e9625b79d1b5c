using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using IncidentOps.Core;
using IncidentOps.Core.Configuration;
using IncidentOps.Core.Incidents;
using IncidentOps.Incidents;

namespace IncidentOps.EndToEnd.Tests.Store;

/// <summary>kill -9 at any moment while eight processes write to one store.</summary>
public sealed class KilledWritersTests : IDisposable
{
    private const int Writers = 8;
    private const int Kills = 240;

    /// <summary>However slow the machine: a run with fewer kills than this many proves too little.</summary>
    private const int FewestKills = 40;

    private static readonly TimeSpan LongestRun = TimeSpan.FromSeconds(50);

    private readonly string _folder = Directory.CreateTempSubdirectory("incidentops-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Every_command_that_returned_is_there_and_nothing_is_half_there()
    {
        CancellationToken stop = TestContext.Current.CancellationToken;
        string store = Path.Join(_folder, "incidents.db");
        ConcurrentQueue<string> said = [];

        int kills = await WriteAndKillAsync(store, said, stop);

        Assert.True(kills >= FewestKills, $"Only {kills} writers were killed.");
        IncidentService incidents = new Workspace(
            new OrganisationConfiguration(), store, SystemEnvironment.Instance, TimeProvider.System).Incidents;
        Dictionary<long, HashSet<string>> kept = [];
        List<Incident> before = await ReadAllAsync(incidents, stop);
        foreach (Incident incident in before)
        {
            IReadOnlyList<TimelineEntry> timeline = await incidents.ReadTimelineAsync(incident.Number, null, stop);
            // Declaring with a commander is two events: both are there or neither.
            Assert.Equal(["IncidentDeclared", "RoleAssigned"], timeline.OrderBy(entry => entry.Sequence).Take(2).Select(entry => entry.Type));
            kept[incident.Number] = [.. timeline.Select(entry => entry.Data)];
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{kills} kills, {said.Count} commands that returned");
        Assert.True(said.Count >= FewestKills, $"Only {said.Count} commands returned.");
        foreach (string line in said)
        {
            string[] words = line.Split(' ');
            long number = long.Parse(words[1], CultureInfo.InvariantCulture);
            Assert.True(
                kept.TryGetValue(number, out HashSet<string>? events) && events.Any(body => body.Contains(words[2], StringComparison.Ordinal)),
                $"'{line}' was said to be done and is not there.");
        }

        await foreach ((_, IncidentLogCheck check) in incidents.VerifyAsync(null, stop))
        {
            Assert.True(check.Valid, $"{check.Incident}: {check.Reason}");
        }

        Assert.Equal(before.Count, await incidents.RebuildAsync(stop));
        Assert.Equal(before.Select(Describe), (await ReadAllAsync(incidents, stop)).Select(Describe));
    }

    /// <summary>Keeps eight writers running and kills one after the other, each at some moment of its short life.</summary>
    private static async Task<int> WriteAndKillAsync(string store, ConcurrentQueue<string> said, CancellationToken stop)
    {
        var random = new Random(20261123);
        var clock = Stopwatch.StartNew();
        var writers = new Writer[Writers];
        int kills = 0;
        try
        {
            for (int slot = 0; slot < Writers; slot++)
            {
                writers[slot] = new Writer(store, random.Next(), said);
            }

            // Until the first one has written, there is nothing to kill.
            while (said.IsEmpty && clock.Elapsed < LongestRun)
            {
                await Task.Delay(20, stop);
            }

            while (kills < Kills && clock.Elapsed < LongestRun)
            {
                await Task.Delay(random.Next(140), stop);
                int slot = random.Next(Writers);
                await writers[slot].KillAsync();
                kills++;
                writers[slot] = new Writer(store, random.Next(), said);
            }
        }
        finally
        {
            foreach (Writer? writer in writers)
            {
                await (writer?.KillAsync() ?? Task.CompletedTask);
            }
        }

        return kills;
    }

    private static async Task<List<Incident>> ReadAllAsync(IncidentService incidents, CancellationToken stop)
    {
        List<Incident> all = [];
        await foreach (Incident incident in incidents.QueryAsync(new IncidentQuery(), stop))
        {
            all.Add(incident);
        }

        return all;
    }

    private static (string Id, Guid Key, string Title, string? Commander, long Sequence, DateTimeOffset UpdatedAt) Describe(Incident incident) =>
        (incident.Id, incident.Key, incident.Title, incident.Commander, incident.Sequence, incident.UpdatedAt);

    private sealed class Writer
    {
        private readonly Process _process;

        public Writer(string store, int seed, ConcurrentQueue<string> said)
        {
            var start = new ProcessStartInfo("dotnet", [Repository.StoreWriter, store, seed.ToString(CultureInfo.InvariantCulture)])
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
            };
            _process = new Process { StartInfo = start };
            _process.OutputDataReceived += (_, line) =>
            {
                // A line cut off by the kill says nothing.
                if (line.Data?.Split(' ') is [_, _, { Length: 32 }])
                {
                    said.Enqueue(line.Data);
                }
            };
            _process.Start();
            _process.BeginOutputReadLine();
        }

        /// <summary>SIGKILL, and everything that was said before it.</summary>
        public async Task KillAsync()
        {
            _process.Kill();
            await _process.WaitForExitAsync();
            _process.Dispose();
        }
    }
}
