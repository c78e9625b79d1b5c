using IncidentOps.Core.Incidents;
using IncidentOps.Core.Storage;
using IncidentOps.Incidents;
using Microsoft.Extensions.Time.Testing;

namespace IncidentOps.Core.Tests.Storage;

/// <summary>Connections that are kept between commands must not show.</summary>
public sealed class SessionTests : IDisposable
{
    private readonly StoreBench _bench = new();
    private readonly FakeTimeProvider _time = new();

    private static CancellationToken Stop => StoreBench.Stop;

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task A_store_that_was_deleted_is_empty_and_starts_anew()
    {
        await _bench.DeclareWithEventsAsync(3);
        foreach (string file in Directory.EnumerateFiles(_bench.Folder))
        {
            File.Delete(file);
        }

        Assert.Empty(await _bench.Store.QueryAsync(new IncidentRowQuery(), Stop).ToListAsync(Stop));
        Incident incident = await _bench.DeclareAsync("Anew");
        Assert.Equal(("INC-1", 1), (incident.Id, incident.Sequence));
        Assert.Equal("Anew", Assert.Single(await _bench.RowsAsync()) is { } row ? IncidentProjection.FromRow(row)!.Title : "");
    }

    [Fact]
    public async Task A_store_that_was_replaced_is_the_one_that_is_written()
    {
        using var other = new StoreBench();
        await other.DeclareAsync("Restored");
        await other.DeclareAsync("Restored too");
        other.Execute("PRAGMA wal_checkpoint(TRUNCATE)");

        await _bench.DeclareAsync("Lost");
        foreach (string file in Directory.EnumerateFiles(_bench.Folder))
        {
            File.Delete(file);
        }

        File.Copy(other.Path, _bench.Path);
        Assert.Equal("Restored", (await _bench.Incidents.GetAsync(1, null, Stop)).Title);
        Assert.Equal("INC-3", (await _bench.DeclareAsync("After it")).Id);
        Assert.Equal(3, (await _bench.RowsAsync()).Count);
        Assert.All(await _bench.VerifyAsync(), check => Assert.True(check.Valid, check.Reason));
    }

    [Fact]
    public async Task After_a_while_without_commands_one_file_is_left()
    {
        IncidentService incidents = _bench.Service(_bench.Open(_time));
        await incidents.DeclareAsync(new IncidentDeclaration { Title = "t", Severity = "P1" }, Stop);
        Assert.True(File.Exists(_bench.Path + "-wal"));
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal([_bench.Path], Directory.EnumerateFiles(_bench.Folder));
        Assert.Equal("t", (await incidents.GetAsync(1, null, Stop)).Title);
    }

    [Fact]
    public async Task Listing_and_reading_in_between_do_not_disturb_each_other()
    {
        for (int index = 0; index < 5; index++)
        {
            await _bench.DeclareAsync($"Incident {index}");
        }

        int seen = 0;
        await foreach (IncidentRow row in _bench.Store.QueryAsync(new IncidentRowQuery(), Stop))
        {
            await _bench.NoteAsync(row.Number, "seen");
            Assert.Equal(2, (await _bench.Incidents.GetAsync(row.Number, null, Stop)).Sequence);
            seen++;
        }

        Assert.Equal(5, seen);
    }

    [Fact]
    public async Task Stopping_in_the_middle_of_a_list_leaves_nothing_behind()
    {
        for (int index = 0; index < 3; index++)
        {
            await _bench.DeclareAsync($"Incident {index}");
        }

        await foreach (IncidentRow _ in _bench.Store.QueryAsync(new IncidentRowQuery(), Stop))
        {
            break;
        }

        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (IncidentRow _ in _bench.Store.QueryAsync(new IncidentRowQuery(), stop.Token))
            {
                await stop.CancelAsync();
            }
        });
        Assert.Equal(2, (await _bench.NoteAsync(1, "note")).Sequence);
        Assert.Equal(3, (await _bench.RowsAsync(_bench.Store)).Count);
    }
}
