using System.Globalization;
using IncidentOps.Core.Configuration;
using IncidentOps.Core.Execution;
using IncidentOps.Core.Health;
using IncidentOps.Core.Health.Machine;
using IncidentOps.EndToEnd.Tests.Ssh;
using IncidentOps.Health;

namespace IncidentOps.EndToEnd.Tests.Health;

/// <summary>Checks and commands on another machine, over a real ssh server. The other machine is this one.</summary>
public sealed class RemoteCheckTests : IAsyncLifetime
{
    private SshServer? _server;
    private HealthSession? _session;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private SshServer Server => _server!;

    private HealthSession Session => _session!;

    private IProcessRunner Web1
    {
        get
        {
            Assert.True(SshHost.TryParse("web1", out SshHost? host));
            return Session.Ssh.RunnerFor(host);
        }
    }

    public async ValueTask InitializeAsync()
    {
        _server = await SshServer.StartAsync();
        _session = new HealthSession(TimeProvider.System)
        {
            Ssh = new SshConnections(new LocalProcessRunner(TimeProvider.System), TimeProvider.System, _server.ClientConfiguration),
        };
    }

    public async ValueTask DisposeAsync()
    {
        _session?.Dispose();
        if (_server is { } server)
        {
            await server.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_machines_figures_are_those_that_it_has_of_itself()
    {
        HealthCheckResult memory = await OneAsync("memory: 100%");
        HealthCheckResult disk = await OneAsync("disk: { path: /, degraded-above: 100 }");
        HealthCheckResult cpu = await OneAsync("cpu: { unhealthy-above: 100, degraded-above: 100, sample: 10ms }");
        HealthCheckResult load = await OneAsync("load: { degraded-above: 1000000, unhealthy-above: 1000000 }");
        HealthCheckResult nowhere = await OneAsync("disk: /no/such/path");
        MemoryState own = MemoryState.Parse(await File.ReadAllTextAsync("/proc/meminfo", Stop))!;
        DiskState root = DiskState.Read("/")!;

        Assert.All([memory, disk, cpu, load], result => Assert.Equal((HealthStatus.Healthy, "web1"), (result.Status, result.Data["Host"])));
        Assert.StartsWith("web1: memory ", memory.Reason, StringComparison.Ordinal);
        Assert.Equal(own.Total, memory.Data["TotalBytes"]);
        Assert.Equal(root.TotalBytes, disk.Data["TotalBytes"]);
        Assert.InRange((double)disk.Data["UsedPercent"]!, root.UsedPercent - 5, root.UsedPercent + 5);
        Assert.Equal(root.InodesUsedPercent is null, disk.Data["InodesUsedPercent"] is null);
        Assert.Equal((HealthStatus.Unknown, "web1: there is no path /no/such/path"), (nowhere.Status, nowhere.Reason));
    }

    [Fact]
    public async Task Its_processes_are_read_with_their_command_lines()
    {
        HealthCheckResult server = await OneAsync("process: '*sshd_config*'");
        SystemResource machine = await new SystemResourceReader(TimeProvider.System).ReadAsync(
            Session.Machine(new SshHost("web1", null)), new SystemResourceRequest { Sample = TimeSpan.FromMilliseconds(1), Top = 100_000 }, Stop);

        HealthCheckResult test = await OneAsync($"process: '*{Path.GetFileNameWithoutExtension(Environment.ProcessPath)}*'");

        Assert.Equal(HealthStatus.Healthy, server.Status);
        Assert.Contains(Environment.ProcessId, Assert.IsType<int[]>(test.Data["Ids"]));
        Assert.Equal("web1", machine.HostName);
        ProcessUsage own = machine.Processes.Single(process => process.Id == Environment.ProcessId);
        Assert.True(own.MemoryBytes > 0);
        Assert.NotEmpty(own.CommandLine);
        Assert.Contains(machine.Disks, disk => disk.Path == "/" && disk.UsedPercent > 0);
    }

    [Fact]
    public async Task Commands_are_judged_as_on_this_machine()
    {
        HealthCheckResult well = await OneAsync("command: { run: \"echo \\\"it's $((40 + 2))\\\"\", expect-output: it's 42 }");
        HealthCheckResult ill = await OneAsync("command: 'echo broken >&2; exit 255'");
        HealthCheckResult missing = await OneAsync("command: no-such-program");
        HealthCheckResult unit = await OneAsync("systemd: nginx");

        Assert.Equal((HealthStatus.Healthy, "web1: exit code 0: it's 42"), (well.Status, well.Reason));
        Assert.Equal((HealthStatus.Unhealthy, "web1: exit code 255: broken"), (ill.Status, ill.Reason));
        Assert.Equal(HealthStatus.Unknown, missing.Status);
        Assert.StartsWith("web1: ", unit.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forty_checks_at_once_pay_one_handshake()
    {
        ServiceDefinition service = new()
        {
            Name = "web",
            Checks = [.. Enumerable.Range(0, 40).Select(number => Check("command: 'sleep 0.05; echo fine'") with { Name = number.ToString(CultureInfo.InvariantCulture) })],
        };
        var request = new HealthSweepRequest { Services = [service], Secrets = Secrets, ThrottleLimit = 40 };

        ServiceHealth health = await new HealthSweep(Session).RunAsync(request, Stop).SingleAsync(Stop);

        Assert.Equal((HealthStatus.Healthy, 40), (health.Status, health.Checks.Count(check => check.Reason == "web1: exit code 0: fine")));
        Assert.Equal(1, Server.Logins);
    }

    [Theory]
    [InlineData("stranger", "The host key of stranger is not known")]
    [InlineData("locked", "locked does not let this user log in without a question")]
    [InlineData("gone", "gone cannot be reached over ssh: ssh: connect to host 127.0.0.1 port")]
    public async Task What_would_have_to_ask_is_unknown_and_says_what_to_do(string host, string reason)
    {
        HealthCheckResult result = await OneAsync("memory: 100%", host);

        Assert.Equal(HealthStatus.Unknown, result.Status);
        Assert.Contains(reason, result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_has_its_environment_its_folder_its_words_and_nothing_to_read()
    {
        ProcessResult result = await Web1.RunAsync(
            new ProcessRequest
            {
                FileName = "/bin/sh",
                Arguments = ["-c", "printf '%s|' \"$TOKEN\" \"$PWD\" \"$@\"; wc -c", "sh", "it's", "a  b", "$HOME", "", "two\nlines"],
                WorkingDirectory = "/usr",
                Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["TOKEN"] = "hun'ter \"2\"" },
            },
            Stop);

        Assert.Equal("hun'ter \"2\"|/usr|it's|a  b|$HOME||two\nlines|0", result.Output);
        Assert.Equal(126, (await Web1.RunAsync(new ProcessRequest { FileName = "true", WorkingDirectory = "/no/such/folder" }, Stop)).ExitCode);
    }

    [Fact]
    public async Task Cancelled_a_command_is_ended_over_there_and_its_secrets_were_on_no_command_line()
    {
        string secret = "secret-" + Guid.NewGuid().ToString("N");
        string mark = "4242." + Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task<ProcessResult> running = Web1.RunAsync(
            new ProcessRequest
            {
                FileName = "/bin/sh",
                Arguments = ["-c", $"echo started; sleep {mark} & trap '' HUP; sleep {mark}"],
                Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["TOKEN"] = secret },
                OnLine = _ => started.TrySetResult(),
            },
            cancel.Token);
        await Task.WhenAny(started.Task, running);
        string[] commandLines = CommandLines();
        await cancel.CancelAsync();
        ProcessResult result = await running;

        Assert.Equal(ProcessOutcome.Cancelled, result.Outcome);
        Assert.DoesNotContain(commandLines, line => line.Contains(secret, StringComparison.Ordinal));
        while (CommandLines().Any(line => line.StartsWith("sleep\0" + mark, StringComparison.Ordinal)))
        {
            await Task.Yield();
            Stop.ThrowIfCancellationRequested();
        }
    }

    private static SecretResolver Secrets => new(new OrganisationConfiguration(), SystemEnvironment.Instance);

    private static CheckDefinition Check(string yaml, string host = "web1")
    {
        CheckDefinition check = CheckReader.Read(YamlReader.Read(yaml, "test.yaml")).Single();
        Assert.True(SshHost.TryParse(host, out SshHost? machine));
        return check with { Retries = 0, Settings = new Dictionary<string, object>(check.Settings, StringComparer.Ordinal) { ["host"] = machine } };
    }

    private static string[] CommandLines() =>
    [
        .. Directory.EnumerateDirectories("/proc").Where(folder => char.IsAsciiDigit(Path.GetFileName(folder)[0])).Select(folder =>
        {
            try
            {
                return File.ReadAllText(Path.Combine(folder, "cmdline"));
            }
            catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
            {
                return "";
            }
        }),
    ];

    private async Task<HealthCheckResult> OneAsync(string yaml, string host = "web1") => Assert.Single(
        await new HealthCheckRunner(Session, Secrets).RunAsync("web", Check(yaml, host), null, Stop, Stop));
}
