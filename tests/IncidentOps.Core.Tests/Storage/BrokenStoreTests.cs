using System.Text;
using IncidentOps.Core.Errors;
using IncidentOps.Core.Incidents;
using IncidentOps.Incidents;
using Microsoft.Data.Sqlite;

namespace IncidentOps.Core.Tests.Storage;

/// <summary>Files that are no store, or not any more: a clear error, and nothing made worse.</summary>
public sealed class BrokenStoreTests : IDisposable
{
    private readonly StoreBench _bench = new();

    private static CancellationToken Stop => StoreBench.Stop;

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task A_text_file_is_no_store_and_stays_what_it_is()
    {
        byte[] text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("This is a shopping list.\n", 500)));
        await File.WriteAllBytesAsync(_bench.Path, text, Stop);
        await AssertRefusedAsync("StoreCorrupt", ErrorKind.InvalidData);
        Assert.Equal(text, await File.ReadAllBytesAsync(_bench.Path, Stop));
        Assert.Single(Directory.EnumerateFileSystemEntries(_bench.Folder));
    }

    [Theory]
    [InlineData("delete")]
    [InlineData("wal")]
    public async Task The_database_of_another_program_stays_byte_for_byte_what_it_is(string journal)
    {
        using (SqliteConnection other = _bench.Connect())
        using (SqliteCommand command = other.CreateCommand())
        {
            command.CommandText = $"PRAGMA journal_mode = {journal}; CREATE TABLE song (title TEXT); INSERT INTO song VALUES ('Ode')";
            command.ExecuteNonQuery();
        }

        byte[] before = await File.ReadAllBytesAsync(_bench.Path, Stop);
        await AssertRefusedAsync("StoreCorrupt", ErrorKind.InvalidData);
        Assert.Equal(before, await File.ReadAllBytesAsync(_bench.Path, Stop));
    }

    [Fact]
    public async Task A_truncated_store_is_refused_and_stays_what_it_is()
    {
        await _bench.DeclareWithEventsAsync(30);
        byte[] whole = await CloseAsync();
        foreach (int length in (int[])[100, 4096, 8192 + 17, whole.Length / 2])
        {
            await File.WriteAllBytesAsync(_bench.Path, whole[..length], Stop);
            await AssertRefusedAsync("StoreCorrupt", ErrorKind.InvalidData, ReadEverythingAsync);
            Assert.Equal(whole[..length], await File.ReadAllBytesAsync(_bench.Path, Stop));
        }
    }

    [Fact]
    public async Task A_store_with_pages_of_rubbish_is_refused_or_read_but_never_trips()
    {
        await _bench.DeclareWithEventsAsync(40);
        byte[] whole = await CloseAsync();
        var random = new Random(7);
        int refused = 0;
        for (int page = 1; page * 4096 < whole.Length; page++)
        {
            byte[] damaged = [.. whole];
            random.NextBytes(damaged.AsSpan(page * 4096, 4096));
            await File.WriteAllBytesAsync(_bench.Path, damaged, Stop);
            try
            {
                await ReadEverythingAsync(_bench.Service());
            }
            catch (IncidentOpsException error)
            {
                Assert.Contains(error.ErrorId, (string[])["StoreCorrupt", "IncidentNotFound"]);
                refused++;
            }
        }

        Assert.NotEqual(0, refused);
    }

    [Fact]
    public async Task A_folder_is_no_store()
    {
        Directory.CreateDirectory(_bench.Path);
        await AssertRefusedAsync("StoreIsFolder", ErrorKind.InvalidArgument);
    }

    [Fact]
    public async Task A_path_through_a_file_cannot_be_reached()
    {
        await File.WriteAllTextAsync(_bench.Path, "a file", Stop);
        var store = new Core.Storage.SqlEventStore(
            new Core.Storage.SqliteDialect(Path.Join(_bench.Path, "deeper", "incidents.db"), TimeProvider.System));
        IncidentOpsException refusal = await Assert.ThrowsAsync<IncidentOpsException>(() => DeclareAsync(_bench.Service(store)));
        Assert.Equal(("StoreUnreachable", ErrorKind.ResourceUnavailable), (refusal.ErrorId, refusal.Kind));
    }

    /// <summary>Ends the bench's connections, as the end of the process would, and gives the file's bytes.</summary>
    private async Task<byte[]> CloseAsync()
    {
        _bench.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        byte[] bytes = await File.ReadAllBytesAsync(_bench.Path, Stop);
        foreach (string file in Directory.EnumerateFiles(_bench.Folder))
        {
            File.Delete(file);
        }

        return bytes;
    }

    private async Task AssertRefusedAsync(string errorId, ErrorKind kind, Func<IncidentService, Task>? read = null)
    {
        Func<IncidentService, Task>[] commands = [read ?? (incidents => incidents.GetAsync(1, null, Stop)), DeclareAsync];
        foreach (Func<IncidentService, Task> command in commands)
        {
            IncidentOpsException refusal = await Assert.ThrowsAsync<IncidentOpsException>(() => command(_bench.Service()));
            Assert.Equal((errorId, kind), (refusal.ErrorId, refusal.Kind));
            Assert.Contains(_bench.Path, refusal.Message, StringComparison.Ordinal);
            Assert.Equal(_bench.Path, refusal.Target);
        }
    }

    private static Task<(Incident Incident, bool Created)> DeclareAsync(IncidentService incidents) =>
        incidents.DeclareAsync(new IncidentDeclaration { Title = "t", Severity = "P1" }, Stop);

    private static async Task ReadEverythingAsync(IncidentService incidents)
    {
        await foreach (Incident incident in incidents.QueryAsync(new IncidentQuery(), Stop))
        {
            await incidents.ReadTimelineAsync(incident.Number, null, Stop);
        }

        await incidents.VerifyAsync(null, Stop).ToListAsync(Stop);
        await incidents.GetAsync(1, null, Stop);
    }
}
