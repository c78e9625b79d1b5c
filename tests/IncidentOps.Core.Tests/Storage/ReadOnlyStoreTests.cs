using IncidentOps.Core.Errors;
using IncidentOps.Core.Incidents;
using IncidentOps.Core.Storage;
using IncidentOps.Incidents;

namespace IncidentOps.Core.Tests.Storage;

/// <summary>Disks that cannot be written, or are full: reading goes on, writing says why not, nothing is lost.</summary>
public sealed class ReadOnlyStoreTests : IDisposable
{
    private readonly StoreBench _bench = new();

    private static CancellationToken Stop => StoreBench.Stop;

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task A_read_only_disk_is_read_but_not_written()
    {
        using var disk = new MountedFolder("4m");
        string path = Path.Join(disk.Path, "incidents.db");
        await DeclareClosedAsync(path);
        disk.MakeReadOnly();

        IncidentService incidents = Service(path);
        Assert.Equal("Checkout is down", (await incidents.GetAsync(1, null, Stop)).Title);
        Assert.Single(await incidents.ReadTimelineAsync(1, null, Stop));
        await AssertRefusedAsync("StoreReadOnly", ErrorKind.PermissionDenied, incidents);

        disk.MakeWritable();
        Assert.Equal(2, (await _bench.NoteAsync(1, "note", incidents)).Sequence);
    }

    [Fact]
    public async Task What_stands_in_the_log_of_a_read_only_disk_is_read_too()
    {
        using var disk = new MountedFolder("4m");
        string path = Path.Join(disk.Path, "incidents.db");
        CopyUnfinished(await DeclareOpenAsync(), path, withSharedMemory: true);
        disk.MakeReadOnly();

        Assert.Equal("Checkout is down", (await Service(path).GetAsync(1, null, Stop)).Title);
        await AssertRefusedAsync("StoreReadOnly", ErrorKind.PermissionDenied, Service(path));
    }

    [Fact]
    public async Task A_log_that_cannot_be_read_is_never_left_out()
    {
        using var disk = new MountedFolder("4m");
        string path = Path.Join(disk.Path, "incidents.db");
        CopyUnfinished(await DeclareOpenAsync(), path, withSharedMemory: false);
        disk.MakeReadOnly();

        IncidentOpsException refusal = await Assert.ThrowsAsync<IncidentOpsException>(() => Service(path).GetAsync(1, null, Stop));
        Assert.Equal("StoreReadOnly", refusal.ErrorId);
    }

    [Fact]
    public async Task A_read_only_file_is_read_but_not_written()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "Root writes where permissions forbid it.");
        string path = Path.Join(_bench.Folder, "copy.db");
        await DeclareClosedAsync(path);
        File.SetAttributes(path, FileAttributes.ReadOnly);
        Assert.Equal("Checkout is down", (await Service(path).GetAsync(1, null, Stop)).Title);
        await AssertRefusedAsync("StoreReadOnly", ErrorKind.PermissionDenied, Service(path));
    }

    [Fact]
    public async Task A_full_disk_loses_nothing()
    {
        using var disk = new MountedFolder("1m");
        string path = Path.Join(disk.Path, "incidents.db");
        IncidentService incidents = Service(path);
        long number = (await incidents.DeclareAsync(IncidentsDeclaration, Stop)).Incident.Number;
        string ballast = disk.Fill();

        int written = 1;
        IncidentOpsException refusal = await Assert.ThrowsAsync<IncidentOpsException>(async () =>
        {
            while (true)
            {
                await _bench.NoteAsync(number, new string('x', 3000), incidents);
                written++;
            }
        });
        Assert.Equal(("StoreFull", ErrorKind.ResourceUnavailable), (refusal.ErrorId, refusal.Kind));
        await AssertRefusedAsync("StoreFull", ErrorKind.ResourceUnavailable, incidents);

        Assert.Equal(written, (await incidents.GetAsync(number, null, Stop)).Sequence);
        Assert.Equal(written, (await incidents.ReadTimelineAsync(number, null, Stop)).Count);

        File.Delete(ballast);
        await _bench.NoteAsync(number, "room again", incidents);
        (long _, IncidentLogCheck check) = Assert.Single(await Service(path).VerifyAsync(null, Stop).ToListAsync(Stop));
        Assert.True(check.Valid, check.Reason);
        Assert.Equal(written + 1, check.Events);
    }

    [Fact]
    public async Task On_a_full_disk_a_fresh_process_still_reads()
    {
        using var disk = new MountedFolder("1m");
        string path = Path.Join(disk.Path, "incidents.db");
        await DeclareClosedAsync(path);
        disk.Fill();
        Assert.Equal("Checkout is down", (await Service(path).GetAsync(1, null, Stop)).Title);
        await AssertRefusedAsync("StoreFull", ErrorKind.ResourceUnavailable, Service(path));
    }

    [Fact]
    public async Task A_full_disk_gets_no_new_store()
    {
        using var disk = new MountedFolder("1m");
        string ballast = disk.Fill();
        string path = Path.Join(disk.Path, "incidents.db");
        await Assert.ThrowsAsync<IncidentOpsException>(() => Service(path).DeclareAsync(IncidentsDeclaration, Stop));
        File.Delete(ballast);
        Assert.Equal("INC-1", (await Service(path).DeclareAsync(IncidentsDeclaration, Stop)).Incident.Id);
    }

    private static IncidentDeclaration IncidentsDeclaration { get; } = new() { Title = "Checkout is down", Severity = "P1" };

    private IncidentService Service(string path) => _bench.Service(new SqlEventStore(new SqliteDialect(path, TimeProvider.System)));

    /// <summary>A store with one incident, at rest: what a process leaves behind that ended well.</summary>
    private async Task DeclareClosedAsync(string path)
    {
        string made = await DeclareOpenAsync();
        _bench.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        File.Copy(made, path);
    }

    /// <summary>A store whose one incident stands only in the log so far: what a process leaves behind that was killed.</summary>
    private async Task<string> DeclareOpenAsync()
    {
        await _bench.DeclareAsync();
        return _bench.Path;
    }

    private static void CopyUnfinished(string from, string to, bool withSharedMemory)
    {
        File.Copy(from, to);
        File.Copy(from + "-wal", to + "-wal");
        if (withSharedMemory)
        {
            File.Copy(from + "-shm", to + "-shm");
        }
    }

    private async Task AssertRefusedAsync(string errorId, ErrorKind kind, IncidentService incidents)
    {
        IncidentOpsException refusal = await Assert.ThrowsAsync<IncidentOpsException>(
            () => _bench.NoteAsync(1, new string('x', 100_000), incidents));
        Assert.Equal((errorId, kind), (refusal.ErrorId, refusal.Kind));
    }
}
