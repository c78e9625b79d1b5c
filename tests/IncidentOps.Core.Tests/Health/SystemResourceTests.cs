using IncidentOps.Core.Errors;
using IncidentOps.Core.Health.Machine;
using IncidentOps.Core.Tests.Configuration;
using IncidentOps.Health;
using Microsoft.Extensions.Time.Testing;

namespace IncidentOps.Core.Tests.Health;

/// <summary>A machine's figures, from a /proc that the test makes up.</summary>
public sealed class SystemResourceTests : IDisposable
{
    private readonly TemporaryFolder _proc = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 2, 10, 0, 0, TimeSpan.Zero));

    public void Dispose() => _proc.Dispose();

    [Fact]
    public async Task Everything_is_told_with_what_happened_in_the_sample()
    {
        Machine(busy: 100, waiting: 0, idle: 900);
        Process(10, "postgres", ticks: 500, pages: 1000, start: 100);
        Process(11, "idle", ticks: 50, pages: 5000, start: 200);
        Process(12, "small", ticks: 50, pages: 10, start: 300);

        Task<SystemResource> reading = ReadAsync(new SystemResourceRequest { Top = 1, Paths = [_proc.Path] });
        Machine(busy: 250, waiting: 20, idle: 930);
        Process(10, "postgres", ticks: 590, pages: 1000, start: 100);
        Process(13, "new", ticks: 10, pages: 10, start: 400);
        _time.Advance(TimeSpan.FromSeconds(1));
        SystemResource machine = await reading;

        Assert.Equal((Environment.MachineName, _time.GetUtcNow(), 2), (machine.HostName, machine.ReadAt, machine.Processors));
        Assert.Equal((75.0, 10.0), (machine.CpuBusyPercent, machine.DiskWaitPercent));
        Assert.Equal((0.5, 1.25, 3.0), (machine.Load1, machine.Load5, machine.Load15));
        Assert.Equal((8_192_000_000, 4_096_000_000, 50.0), (machine.MemoryTotalBytes, machine.MemoryAvailableBytes, machine.MemoryUsedPercent));
        Assert.Equal((1_024_000_000, 25.0), (machine.SwapTotalBytes, machine.SwapUsedPercent));
        Assert.Equal(TimeSpan.FromSeconds(12345.5), machine.Uptime);

        // Two processors had a hundred ticks each.
        Assert.Equal(["postgres", "idle"], machine.Processes.Select(process => process.Name));
        ProcessUsage heaviest = machine.Processes[0];
        Assert.Equal((10, 90.0, 1000L * Environment.SystemPageSize), (heaviest.Id, heaviest.CpuPercent, heaviest.MemoryBytes));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1_700_000_001), heaviest.StartedAt);
        Assert.Equal("postgres --password=***", heaviest.CommandLine);
        Assert.Equal(0, machine.Processes[1].CpuPercent);
    }

    [Fact]
    public async Task An_id_that_came_to_another_process_has_done_only_what_the_new_one_did()
    {
        Machine(busy: 100, waiting: 0, idle: 900);
        Process(10, "old", ticks: 5000, pages: 10, start: 100);

        Task<SystemResource> reading = ReadAsync(new SystemResourceRequest());
        Machine(busy: 200, waiting: 0, idle: 1000);
        Process(10, "new", ticks: 30, pages: 10, start: 900);
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(("new", 30.0), ((await reading).Processes[0].Name, (await reading).Processes[0].CpuPercent));
    }

    [Fact]
    public async Task The_file_systems_of_this_machine_are_found_unless_some_are_named()
    {
        Machine(busy: 100, waiting: 0, idle: 900);
        _proc.Write("mounts", $"/dev/sda1 / ext4 rw 0 0\n/dev/sdb1 /no/such/mount xfs rw 0 0\nproc /proc proc rw 0 0\n");

        Task<SystemResource> all = ReadAsync(new SystemResourceRequest());
        Task<SystemResource> one = ReadAsync(new SystemResourceRequest { Paths = [_proc.Path] });
        Task<SystemResource> none = ReadAsync(new SystemResourceRequest { Paths = ["/no/such/path"] });
        _time.Advance(TimeSpan.FromSeconds(1));

        DiskUsage root = Assert.Single((await all).Disks);
        Assert.Equal(("/", "/dev/sda1", "ext4"), (root.Path, root.Device, root.FileSystem));
        Assert.InRange(root.UsedPercent!.Value, 0, 100);
        DiskUsage named = Assert.Single((await one).Disks);
        Assert.Equal((_proc.Path, "/dev/sda1"), (named.Path, named.Device));
        Assert.Equal("DiskPathNotFound", (await Assert.ThrowsAsync<IncidentOpsException>(() => none)).ErrorId);
    }

    [Fact]
    public async Task A_file_system_that_does_not_answer_holds_nothing_up()
    {
        var machine = new SilentDisk();

        Task<SystemResource> reading = new SystemResourceReader(_time).ReadAsync(
            machine, new SystemResourceRequest { Sample = TimeSpan.FromSeconds(5) }, TestContext.Current.CancellationToken);
        _time.Advance(TimeSpan.FromSeconds(5));
        SystemResource read = await reading;

        DiskUsage disk = Assert.Single(read.Disks);
        Assert.Equal(("/mnt/files", "nfs4", (double?)null, (long?)null), (disk.Path, disk.FileSystem, disk.UsedPercent, disk.TotalBytes));
    }

    [Fact]
    public async Task Without_proc_nothing_can_be_read()
    {
        Task<SystemResource> reading = ReadAsync(new SystemResourceRequest(), new LocalMachine(new ProcFiles("/no/such/folder")));
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("ProcNotFound", (await Assert.ThrowsAsync<IncidentOpsException>(() => reading)).ErrorId);
    }

    [Fact]
    public void Mounts_are_those_that_hold_files_each_once()
    {
        const string mounts =
            "sysfs /sys sysfs rw 0 0\n" +
            "overlay / overlay rw 0 0\n" +
            "tmpfs /run tmpfs rw 0 0\n" +
            "/dev/sda1 /data/deep ext4 rw 0 0\n" +
            "/dev/sda1 /data ext4 rw 0 0\n" +
            "/dev/sda1 /etc/hosts ext4 rw 0 0\n" +
            "server:/x /mnt/two\\040words nfs4 rw 0 0\n" +
            "/dev/sdb1 /over xfs rw 0 0\n" +
            "/dev/sdc1 /over xfs rw 0 0\n" +
            "broken\n";

        IReadOnlyList<Mount> found = MountTable.Parse(mounts);

        Assert.Equal(["/", "/data", "/mnt/two words", "/over"], found.Select(mount => mount.Path));
        Assert.Equal("/dev/sdc1", found[3].Device);
        Assert.Equal("/data", MountTable.Holding(found, "/data/base/1")!.Path);
        Assert.Equal("/", MountTable.Holding(found, "/database")!.Path);
        Assert.Empty(MountTable.Parse(null));
    }

    [Fact]
    public async Task This_machine_is_read_whole()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "There is no /proc to read.");

        SystemResource machine = await new SystemResourceReader(TimeProvider.System).ReadAsync(
            new LocalMachine(new ProcFiles("/proc")),
            new SystemResourceRequest { Sample = TimeSpan.FromMilliseconds(1), Top = 10_000 },
            TestContext.Current.CancellationToken);

        Assert.Equal(Environment.ProcessorCount > 0, machine.Processors > 0);
        Assert.Contains(machine.Processes, process => process.Id == Environment.ProcessId && process.MemoryBytes > 0 && process.StartedAt <= machine.ReadAt);
        Assert.InRange(machine.MemoryUsedPercent, 0.1, 100);
    }

    private Task<SystemResource> ReadAsync(SystemResourceRequest request, IMachine? machine = null) =>
        new SystemResourceReader(_time).ReadAsync(machine ?? new LocalMachine(new ProcFiles(_proc.Path)), request, TestContext.Current.CancellationToken);

    private void Machine(int busy, int waiting, int idle)
    {
        _proc.Write("stat", $"cpu  {busy} 0 0 {idle} {waiting} 0 0 0 0 0\ncpu0 1 0 0 1 0 0 0 0 0 0\ncpu1 1 0 0 1 0 0 0 0 0 0\nbtime 1700000000\n");
        _proc.Write("meminfo", "MemTotal: 8000000 kB\nMemAvailable: 4000000 kB\nSwapTotal: 1000000 kB\nSwapFree: 750000 kB\n");
        _proc.Write("loadavg", "0.50 1.25 3.00 1/100 1\n");
        _proc.Write("uptime", "12345.50 20000.00\n");
        _proc.Write("mounts", "");
    }

    private void Process(int id, string name, long ticks, int pages, long start)
    {
        _proc.Write($"{id}/stat", $"{id} ({name}) S 1 1 1 0 -1 4194560 1 1 1 1 {ticks} 0 1 1 20 0 1 0 {start} 1000000 {pages} 18446744073709551615");
        _proc.Write($"{id}/cmdline", $"{name}\0--password=hunter22\0");
    }

    /// <summary>A machine with a network file system whose server is gone.</summary>
    private sealed class SilentDisk : IMachine
    {
        public string Name => "web1";

        public Task<IReadOnlyDictionary<string, string>> ReadAsync(IReadOnlyList<string> files, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyDictionary<string, string>>(new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["stat"] = "cpu 1 0 0 1 0 0 0 0 0 0\ncpu0 1 0 0 1 0\n",
                ["meminfo"] = "MemTotal: 10 kB\nMemAvailable: 5 kB\n",
                ["mounts"] = "server:/files /mnt/files nfs4 rw 0 0\n",
            });

        public Task<IReadOnlyList<RunningProcess>> ReadProcessesAsync(CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<RunningProcess>>([]);

        public Task<DiskState?> ReadDiskAsync(string path, CancellationToken cancellationToken) => new TaskCompletionSource<DiskState?>().Task;
    }
}
