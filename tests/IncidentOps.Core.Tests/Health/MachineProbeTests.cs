using IncidentOps.Core.Health;
using IncidentOps.Core.Health.Machine;
using IncidentOps.Core.Tests.Configuration;
using IncidentOps.Health;
using Microsoft.Extensions.Time.Testing;

namespace IncidentOps.Core.Tests.Health;

/// <summary>Processor, memory, load, disk and processes, from a /proc that the test makes up.</summary>
public sealed class MachineProbeTests : IDisposable
{
    private readonly TemporaryFolder _proc = new();
    private readonly HealthBench _bench;

    public MachineProbeTests()
    {
        _proc.Write("stat", Stat(busy: 100, idle: 900));
        _bench = new HealthBench(new HealthSession(TimeProvider.System) { Proc = new ProcFiles(_proc.Path) });
    }

    public void Dispose()
    {
        _bench.Dispose();
        _proc.Dispose();
    }

    [Theory]
    [InlineData(30, HealthStatus.Healthy, "processors 30% busy")]
    [InlineData(90, HealthStatus.Degraded, "processors 90% busy, more than 85%")]
    [InlineData(97, HealthStatus.Unhealthy, "processors 97% busy, more than 95%")]
    public async Task Cpu_is_judged_by_what_happens_in_the_sample(int busy, HealthStatus expected, string reason)
    {
        var time = new FakeTimeProvider();
        using var bench = new HealthBench(new HealthSession(time) { Proc = new ProcFiles(_proc.Path) });

        Task<HealthCheckResult> running = bench.OneAsync("cpu");
        _proc.Write("stat", Stat(busy: 100 + busy, idle: 900 + 100 - busy));
        time.Advance(TimeSpan.FromSeconds(1));
        HealthCheckResult result = await running;

        Assert.Equal((expected, reason, 2), (result.Status, result.Reason, result.Data["Processors"]));
    }

    [Fact]
    public void Counters_that_run_backwards_are_not_believed()
    {
        CpuTimes before = CpuTimes.Parse(Stat(busy: 100, idle: 900))!;

        Assert.Equal((0, 0), CpuTimes.Parse(Stat(busy: 100, idle: 890))!.Since(before));
        Assert.Equal((100, 0), CpuTimes.Parse(Stat(busy: 110, idle: 890))!.Since(before));
    }

    [Theory]
    [InlineData("memory", 4_000_000, HealthStatus.Healthy, "memory 50% used, 3.8 GB of 7.6 GB available")]
    [InlineData("memory", 800_000, HealthStatus.Degraded, "memory 90% used, more than 85%, 781 MB of 7.6 GB available")]
    [InlineData("memory", 80_000, HealthStatus.Unhealthy, "memory 99% used, more than 95%, 78 MB of 7.6 GB available")]
    [InlineData("memory: 40%", 4_000_000, HealthStatus.Unhealthy, "memory 50% used, more than 40%")]
    [InlineData("memory: { degraded-above: 40 }", 4_000_000, HealthStatus.Degraded, "memory 50% used, more than 40%")]
    [InlineData("memory: { degraded-above: 99 }", 80_000, HealthStatus.Healthy, "memory 99% used")]
    public async Task Memory_is_judged_by_what_is_available(string check, int available, HealthStatus expected, string reason)
    {
        _proc.Write("meminfo", $"MemTotal:        8000000 kB\nMemFree:         100 kB\nMemAvailable:    {available} kB\nSwapTotal: 0 kB\n");

        HealthCheckResult result = await _bench.OneAsync(check);

        Assert.Equal(expected, result.Status);
        Assert.StartsWith(reason, result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Old_kernels_do_not_say_what_is_available() =>
        Assert.Equal(600 * 1024, MemoryState.Parse("MemTotal: 1000 kB\nMemFree: 100 kB\nBuffers: 200 kB\nCached: 300 kB\n")!.Available);

    [Theory]
    [InlineData("load", "1.00 2.00 9.00 1/100 1", HealthStatus.Healthy, "load 2 on 2 processors")]
    [InlineData("load", "1.00 4.50 9.00 1/100 1", HealthStatus.Degraded, "load 4.5 on 2 processors, more than 1.5 for each")]
    [InlineData("load", "1.00 6.50 9.00 1/100 1", HealthStatus.Unhealthy, "load 6.5 on 2 processors, more than 3 for each")]
    [InlineData("load: 0.5", "1.00 2.00 9.00 1/100 1", HealthStatus.Unhealthy, "load 2 on 2 processors, more than 0.5 for each")]
    public async Task Load_is_judged_for_each_processor(string check, string loadavg, HealthStatus expected, string reason)
    {
        _proc.Write("loadavg", loadavg);

        HealthCheckResult result = await _bench.OneAsync(check);

        Assert.Equal((expected, reason), (result.Status, result.Reason));
    }

    [Theory]
    [InlineData("cpu: { sample: 1ms }")]
    [InlineData("memory")]
    [InlineData("load")]
    public async Task Without_proc_nothing_is_known(string check)
    {
        using var bench = new HealthBench(new HealthSession(TimeProvider.System) { Proc = new ProcFiles("/no/such/folder") });

        HealthCheckResult result = await bench.OneAsync(check);

        Assert.Equal((HealthStatus.Unknown, "this system has no /proc to read it from"), (result.Status, result.Reason));
    }

    [Theory]
    [InlineData(50, 10.0, HealthStatus.Healthy, "/x 50% used, 50 MB of 100 MB free")]
    [InlineData(90, 10.0, HealthStatus.Degraded, "/x 90% used, more than 85%, 10 MB of 100 MB free")]
    [InlineData(99, 99.0, HealthStatus.Unhealthy, "/x 99% used, more than 95%, 1 MB of 100 MB free")]
    [InlineData(50, 99.0, HealthStatus.Unhealthy, "/x 99% of inodes used, more than 95%")]
    [InlineData(50, null, HealthStatus.Healthy, "/x 50% used")]
    public void Disk_is_judged_by_bytes_and_inodes(int used, double? inodes, HealthStatus expected, string reason)
    {
        const long Megabyte = 1024 * 1024;
        var disk = new DiskState(100 * Megabyte, (100 - used) * Megabyte, used, inodes);

        ProbeOutcome outcome = DiskProbe.Judge("/x", disk, new Limits(85, 95));

        Assert.Equal(expected, outcome.Status);
        Assert.StartsWith(reason, outcome.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Disk_of_this_machine_is_read()
    {
        HealthCheckResult here = await _bench.OneAsync($"disk: {{ path: '{_proc.Path}', degraded-above: 100 }}");
        HealthCheckResult nowhere = await _bench.OneAsync("disk: /no/such/path");

        Assert.Equal(HealthStatus.Healthy, here.Status);
        Assert.InRange((double)here.Data["UsedPercent"]!, 0, 100);
        Assert.True((long)here.Data["AvailableBytes"]! > 0);
        if (OperatingSystem.IsLinux())
        {
            Assert.InRange((double?)here.Data["InodesUsedPercent"] ?? 0, 0, 100);
        }

        Assert.Equal((HealthStatus.Unknown, "there is no path /no/such/path"), (nowhere.Status, nowhere.Reason));
    }

    [Theory]
    [InlineData("nginx", HealthStatus.Healthy, "2 processes of 'nginx'")]
    [InlineData("NGINX", HealthStatus.Healthy, "2 processes of 'NGINX'")]
    [InlineData("{ process: nginx, minimum: 3 }", HealthStatus.Unhealthy, "2 processes of 'nginx', fewer than 3")]
    [InlineData("{ process: nginx, maximum: 1 }", HealthStatus.Degraded, "2 processes of 'nginx', more than 1")]
    [InlineData("gone", HealthStatus.Unhealthy, "no process 'gone' runs")]
    [InlineData("{ process: gone, minimum: 0 }", HealthStatus.Healthy, "0 processes of 'gone'")]
    [InlineData("'*manage.py*'", HealthStatus.Healthy, "1 process of '*manage.py*'")]
    [InlineData("manage.py", HealthStatus.Unhealthy, "no process 'manage.py' runs")]
    [InlineData("zombie", HealthStatus.Unhealthy, "'zombie' has ended and was not cleared away")]
    [InlineData("a-very-long-program-name", HealthStatus.Healthy, "1 process of 'a-very-long-program-name'")]
    [InlineData("'odd) S 1'", HealthStatus.Healthy, "1 process of 'odd) S 1'")]
    public async Task Processes_are_counted(string check, HealthStatus expected, string reason)
    {
        Process(10, "nginx", "nginx: master process /usr/sbin/nginx\0");
        Process(11, "nginx", "nginx: worker process\0");
        Process(12, "python3", "python3\0/srv/manage.py\0runserver\0");
        Process(13, "zombie", "", state: "Z");
        Process(14, "a-very-long-pro", "/opt/bin/a-very-long-program-name\0--flag\0");
        Process(15, "odd) S 1", "x\0");
        _proc.Write("16/cmdline", "a process that has ended meanwhile");

        HealthCheckResult result = await _bench.OneAsync($"process: {check}");

        Assert.Equal((expected, reason), (result.Status, result.Reason));
    }

    [Fact]
    public async Task This_machines_own_processes_are_read()
    {
        using var bench = new HealthBench();
        string own = System.Diagnostics.Process.GetCurrentProcess().ProcessName;

        Assert.Contains(ProcessTable.Read(bench.Session.Proc), process => process.Id == Environment.ProcessId && process.MemoryBytes > 0);
        Assert.Equal(HealthStatus.Unhealthy, (await bench.OneAsync($"process: 'no-{own}'")).Status);
    }

    [Theory]
    [InlineData(0, "0 B")]
    [InlineData(999, "999 B")]
    [InlineData(1536, "1.5 KB")]
    [InlineData(1e9, "954 MB")]
    [InlineData(1.5e12, "1.4 TB")]
    public void Amounts_are_as_precise_as_a_person_cares(double bytes, string expected) => Assert.Equal(expected, Bytes.Format(bytes));

    private static string Stat(int busy, int idle) =>
        $"cpu  {busy} 0 0 {idle} 0 0 0 0 0 0\ncpu0 1 0 0 1 0 0 0 0 0 0\ncpu1 1 0 0 1 0 0 0 0 0 0\nintr 1 2 3\nbtime 1700000000\n";

    private void Process(int id, string name, string commandLine, string state = "S")
    {
        _proc.Write($"{id}/stat", $"{id} ({name}) {state} 1 1 1 0 -1 4194560 1 1 1 1 50 25 1 1 20 0 1 0 12345 1000000 250 18446744073709551615");
        _proc.Write($"{id}/cmdline", commandLine);
    }
}
