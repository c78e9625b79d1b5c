using IncidentOps.Core.Errors;
using IncidentOps.Core.Incidents;
using IncidentOps.Core.Incidents.Events;
using IncidentOps.Incidents;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace IncidentOps.Core.Tests.Storage;

/// <summary>Somebody else holds the file: commands wait, can be stopped, and give up in the end.</summary>
public sealed class LockedStoreTests : IDisposable
{
    private readonly StoreBench _bench = new();
    private readonly FakeTimeProvider _waiting = new();

    private static CancellationToken Stop => StoreBench.Stop;

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Reading_goes_on_while_somebody_writes()
    {
        await _bench.DeclareAsync();
        using IDisposable held = Hold("BEGIN EXCLUSIVE");
        Assert.Equal("Checkout is down", (await Service().GetAsync(1, null, Stop)).Title);
    }

    [Fact]
    public async Task A_writer_waits_until_the_other_is_done()
    {
        await _bench.DeclareAsync();
        Task<Incident> note;
        using (Hold("BEGIN IMMEDIATE"))
        {
            note = Service().RecordAsync(1, new NoteAdded("note"), null, Stop);
            Pass(TimeSpan.FromSeconds(29));
            Assert.False(note.IsCompleted);
        }

        await PassUntilDoneAsync(note);
        Assert.Equal(2, (await note).Sequence);
    }

    [Fact]
    public async Task After_the_limit_the_store_is_busy_and_nothing_was_written()
    {
        await _bench.DeclareAsync();
        using (Hold("BEGIN IMMEDIATE"))
        {
            Task<Incident> note = Service().RecordAsync(1, new NoteAdded("note"), null, Stop);
            await PassUntilDoneAsync(note);
            IncidentOpsException refusal = await Assert.ThrowsAsync<IncidentOpsException>(() => note);
            Assert.Equal(("StoreBusy", ErrorKind.ResourceBusy), (refusal.ErrorId, refusal.Kind));
            Assert.Contains("30 s", refusal.Message, StringComparison.Ordinal);
        }

        Assert.Equal(2, (await _bench.NoteAsync(1, "note")).Sequence);
    }

    [Fact]
    public async Task Stopping_ends_the_wait_of_a_writer()
    {
        await _bench.DeclareAsync();
        using IDisposable held = Hold("BEGIN IMMEDIATE");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        Task<Incident> note = Service().RecordAsync(1, new NoteAdded("note"), null, stop.Token);
        Assert.False(note.IsCompleted);
        await stop.CancelAsync();
        // The clock stands still: what ends the wait is the stop.
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => note);
    }

    [Fact]
    public async Task A_file_held_for_one_alone_is_waited_for_by_readers_too()
    {
        await _bench.DeclareAsync();
        _bench.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        string copy = _bench.Path + ".copy";
        File.Copy(_bench.Path, copy);
        using SqliteConnection holder = StoreBench.Connect(copy);
        using SqliteCommand hold = holder.CreateCommand();
        hold.CommandText = "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; UPDATE store_info SET value = value; COMMIT";
        hold.ExecuteNonQuery();

        var store = new Core.Storage.SqlEventStore(new Core.Storage.SqliteDialect(copy, _waiting));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        Task<Incident> stopped = _bench.Service(store).GetAsync(1, null, stop.Token);
        Assert.False(stopped.IsCompleted);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stopped);

        Task<Incident> waiting = _bench.Service(store).GetAsync(1, null, Stop);
        await PassUntilDoneAsync(waiting);
        Assert.Equal("StoreBusy", (await Assert.ThrowsAsync<IncidentOpsException>(() => waiting)).ErrorId);
    }

    [Fact]
    public async Task A_file_that_is_being_laid_out_is_waited_for()
    {
        using SqliteConnection holder = _bench.Connect();
        using SqliteCommand hold = holder.CreateCommand();
        hold.CommandText = "BEGIN EXCLUSIVE";
        hold.ExecuteNonQuery();
        Task<Incident> declared = DeclareAsync();
        Pass(TimeSpan.FromSeconds(5));
        Assert.False(declared.IsCompleted);
        hold.CommandText = "COMMIT";
        hold.ExecuteNonQuery();
        await PassUntilDoneAsync(declared);
        Assert.Equal("INC-1", (await declared).Id);

        async Task<Incident> DeclareAsync() =>
            (await Service().DeclareAsync(new IncidentDeclaration { Title = "t", Severity = "P1" }, Stop)).Incident;
    }

    private IncidentService Service() => _bench.Service(_bench.Open(_waiting));

    /// <summary>Holds a lock as another process would, until disposed.</summary>
    private SqliteConnection Hold(string begin)
    {
        SqliteConnection connection = _bench.Connect();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = begin;
        command.ExecuteNonQuery();
        return connection;
    }

    private void Pass(TimeSpan time)
    {
        for (TimeSpan passed = TimeSpan.Zero; passed < time; passed += TimeSpan.FromMilliseconds(20))
        {
            _waiting.Advance(TimeSpan.FromMilliseconds(20));
        }
    }

    private async Task PassUntilDoneAsync(Task task)
    {
        while (!task.IsCompleted)
        {
            Stop.ThrowIfCancellationRequested();
            _waiting.Advance(TimeSpan.FromMilliseconds(500));
            await Task.Yield();
        }
    }
}
