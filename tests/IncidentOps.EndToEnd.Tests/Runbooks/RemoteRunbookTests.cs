using System.Globalization;
using IncidentOps.Core.Execution;
using IncidentOps.Core.Runbooks;
using IncidentOps.Core.Runbooks.Running;
using IncidentOps.EndToEnd.Tests.Ssh;
using IncidentOps.Runbooks;

namespace IncidentOps.EndToEnd.Tests.Runbooks;

/// <summary>Runbooks on other machines, over a real ssh server that this machine is under two names.</summary>
public sealed class RemoteRunbookTests : IAsyncLifetime
{
    private readonly List<RunbookEvent> _events = [];
    private SshServer? _server;
    private SshConnections? _ssh;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await SshServer.StartAsync();
        _ssh = new SshConnections(new LocalProcessRunner(TimeProvider.System), TimeProvider.System, _server.ClientConfiguration);
    }

    public async ValueTask DisposeAsync()
    {
        _ssh?.Dispose();
        if (_server is { } server)
        {
            await server.DisposeAsync();
        }
    }

    [Fact]
    public async Task Variables_and_folder_carry_on_per_machine_and_nothing_of_this_one_goes_there()
    {
        RunbookRun run = await RunAsync(
            """
            ```bash
            export WHERE=/usr/$unit; name=$'two\nlines'; cd /usr
            ```

            ```bash
            echo "$WHERE|$name|$PWD|${XDG_HERE:-nothing}"
            ```

            ```sh
            echo "$WHERE|$PWD"
            ```
            """,
            ("unit", "a'b"));

        Assert.Equal(RunbookRunStatus.Succeeded, run.Status);
        Assert.Equal(["web1", "web2"], run.Steps.Where(step => step.Step.Number == 2).Select(step => step.HostName));
        Assert.All(run.Steps.Where(step => step.Step.Number == 2), step => Assert.Equal("/usr/a'b|two\nlines|/usr|nothing", step.Output));
        Assert.All(run.Steps.Where(step => step.Step.Number == 3), step => Assert.Equal("/usr/a'b|/usr", step.Output));
    }

    [Fact]
    public async Task What_a_step_has_left_is_told_per_machine()
    {
        RunbookRun run = await RunAsync("```bash\nexport WHERE=/usr/$unit; cd /usr; HOME=/nowhere\n```\n\n```sh\nunset WHERE\n```\n\n```bash\nls\n```\n", ("unit", "lib"));
        StepLeft[] left = [.. _events.OfType<StepLeft>().OrderBy(left => left.Step.Number).ThenBy(left => left.HostName, StringComparer.Ordinal)];

        Assert.Equal(RunbookRunStatus.Succeeded, run.Status);
        Assert.Equal([(1, "web1"), (1, "web2"), (2, "web1"), (2, "web2")], left.Select(left => (left.Step.Number, left.HostName)));
        Assert.All(left.Take(2), left => Assert.Equal("/usr WHERE=/usr/lib HOME=/nowhere", $"{left.State.Folder} {string.Join(' ', left.State.Variables!.OrderByDescending(variable => variable.Key, StringComparer.Ordinal).Select(variable => $"{variable.Key}={variable.Value}"))}"));
        Assert.All(left.Skip(2), left => Assert.Equal("WHERE", Assert.Single(left.State.Gone!)));
        Assert.Equal(2, _server!.Logins);
    }

    [Fact]
    public async Task Twenty_steps_pay_one_handshake_a_machine_and_leave_nothing()
    {
        RunbookRun run = await RunAsync(string.Concat(Enumerable.Repeat("```sh\nkept=yes; " + RemoteFolder.Show + "\n```\n\n", 20)));
        string[] folders = [.. run.Steps.Select(step => step.Output).Distinct(StringComparer.Ordinal)];

        Assert.Equal(40, run.Steps.Count(step => step.Output.Contains("/incidentops-", StringComparison.Ordinal)));
        Assert.Equal(2, _server!.Logins);
        Assert.Equal(2, folders.Length);
        Assert.DoesNotContain(folders, Directory.Exists);
    }

    [Fact]
    public async Task A_secret_is_on_no_command_line()
    {
        RunbookRun run = await RunAsync(
            "---\nparameters: { token: { secret: true } }\n---\n```bash\necho \"${#token}\"; cat /proc/[0-9]*/cmdline 2>/dev/null | tr '\\0' '\\n' | grep -c \"${token%?}[${token#??????????}]\" || true\n```\n",
            ("token", "s3cr3t-valu"));

        // Its length is known there, and no process of either machine, which are one, has it in its arguments.
        Assert.All(run.Steps, step => Assert.Equal("11\n0", step.Output));
    }

    [Fact]
    public async Task A_step_that_takes_too_long_is_ended_over_there_and_the_run_goes_on()
    {
        RunbookRun run = await RunAsync(
            "```bash\nkept=before\n```\n\n```bash {timeout=1s on-failure=continue}\necho $$; sleep 300 & sleep 300\n```\n\n```bash\necho \"$kept\"\n```\n");
        RunbookStepResult[] ended = [.. run.Steps.Where(step => step.Step.Number == 2)];

        Assert.Equal([RunbookStepStatus.TimedOut, RunbookStepStatus.TimedOut], ended.Select(step => step.Status));
        foreach (RunbookStepResult step in ended)
        {
            await GoneAsync(int.Parse(step.Output, CultureInfo.InvariantCulture));
        }

        Assert.All(run.Steps.Where(step => step.Step.Number == 3), step => Assert.Equal("before", step.Output));
    }

    [Fact]
    public async Task A_stopped_run_leaves_neither_a_process_nor_a_folder()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        RunbookRun run = await RunAsync(
            "```bash\n" + RemoteFolder.Show + "; echo \"pid $$\"; sleep 300\n```\n", host: ["web1"], stop: stop, stopAt: line => line.StartsWith("pid ", StringComparison.Ordinal));
        string[] lines = run.Steps[0].Output.Split('\n');

        Assert.Equal(RunbookRunStatus.Cancelled, run.Status);
        Assert.Equal(2, lines.Length);
        await GoneAsync(int.Parse(lines[1][4..], CultureInfo.InvariantCulture));
        await GoneAsync(lines[0]);
    }

    [Fact]
    public async Task A_lost_connection_leaves_neither_a_process_nor_a_folder()
    {
        RunbookRun run = await RunAsync(
            "```bash\n" + RemoteFolder.Show + "; echo \"pid $$\"; sleep 300\n```\n", host: ["web1"], stopAt: line => line.StartsWith("pid ", StringComparison.Ordinal), atStop: _server!.LoseConnectionsAsync);
        string[] lines = run.Steps[0].Output.Split('\n');

        Assert.Equal(RunbookRunStatus.Failed, run.Status);
        Assert.Contains("connection", run.Steps[0].Reason, StringComparison.Ordinal);
        Assert.Equal(2, lines.Length);
        await GoneAsync(int.Parse(lines[1][4..], CultureInfo.InvariantCulture));
        await GoneAsync(lines[0]);
    }

    [Theory]
    [InlineData("dash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("tcsh")]
    [InlineData("mksh")]
    public async Task Any_shell_may_be_the_user_s_over_there(string shell)
    {
        Assert.SkipUnless(OnPath(shell), $"There is no {shell} (Debian: {shell}).");
        await UseServerAsync($"exec {shell} -c \"$SSH_ORIGINAL_COMMAND\"");

        await CarriesOnAndLeavesNothingAsync("bash", "sh");
    }

    [Fact]
    public async Task A_machine_may_have_nothing_but_busybox()
    {
        Assert.SkipUnless(OnPath("busybox"), "There is no busybox (Debian: busybox).");
        Assert.SkipUnless(OnPath("unshare") && Environment.IsPrivilegedProcess, "Only root puts another /bin/sh in place of this machine's.");
        DirectoryInfo tools = Directory.CreateTempSubdirectory("incidentops-busybox-");
        try
        {
            await UseServerAsync(
                $"exec unshare -m /bin/bash -c 'busybox --install -s {tools.FullName}; mount --bind $(command -v busybox) $(readlink -f /bin/sh) && PATH={tools.FullName} exec sh -c \"$SSH_ORIGINAL_COMMAND\"'");

            RunbookRun run = await RunAsync("```sh\nbusybox | head -n 1; readlink /proc/$$/exe; command -v dd rm\n```\n\n```bash\ntrue\n```\n", host: ["web1"]);
            Assert.Contains("/busybox", run.Steps[0].Output, StringComparison.Ordinal);
            Assert.Contains($"{tools.FullName}/dd", run.Steps[0].Output, StringComparison.Ordinal);
            Assert.Equal("there is no bash on web1; install it there, or write the step in sh", run.Steps[1].Reason);
            await CarriesOnAndLeavesNothingAsync("sh");
        }
        finally
        {
            tools.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_machine_that_does_not_answer_is_left_out_as_long_as_the_threshold_allows()
    {
        RunbookRun run = await RunAsync("```bash\necho on\n```\n\n```bash\necho still\n```\n", host: ["web1", "gone", "web2"], threshold: "1");

        Assert.Equal(RunbookRunStatus.Succeeded, run.Status);
        Assert.Contains("gone cannot be reached over ssh", run.Reason, StringComparison.Ordinal);
        Assert.Equal(["still", "", "still"], run.Steps.Skip(3).Select(step => step.Output));
    }

    /// <summary>What remote runs promise: variables, folder, values, time limits, and nothing left.</summary>
    private async Task CarriesOnAndLeavesNothingAsync(params string[] shells)
    {
        string value = "a'b \"c\" $d `e` !f\n\\g %h *";
        foreach (string shell in shells)
        {
            RunbookRun run = await RunAsync(
                $"""
                ---
                parameters: {"{"} token: {"{"} secret: true {"}"} {"}"}
                ---
                ```{shell}
                export KEPT="<$unit>"; cd /usr
                ```

                ```{shell}
                printf '%s|%s|%s\n' "$KEPT" "$PWD" "${"{"}#token{"}"}"
                ```

                ```{shell} {"{"}timeout=2s on-failure=continue{"}"}
                {RemoteFolder.Show}; echo $$; sleep 300 & sleep 300
                ```

                ```{shell}
                echo "$KEPT"; exit 3
                ```
                """,
                host: ["web1"],
                values: [("unit", value), ("token", "s3cr3t-valu")]);
            string[] lines = run.Steps[2].Output.Split('\n');

            Assert.Equal($"<{value}>|/usr|11", run.Steps[1].Output);
            Assert.Equal(RunbookStepStatus.TimedOut, run.Steps[2].Status);
            await GoneAsync(int.Parse(lines[^1], CultureInfo.InvariantCulture));
            Assert.Equal(($"<{value}>", 3), (run.Steps[3].Output, run.Steps[3].ExitCode));
            Assert.Equal(2, lines.Length);
            await GoneAsync(lines[0]);
        }
    }

    private static bool OnPath(string program) =>
        Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Any(folder => File.Exists(Path.Join(folder, program)));

    private async Task UseServerAsync(string command)
    {
        await DisposeAsync();
        _server = await SshServer.StartAsync(command);
        _ssh = new SshConnections(new LocalProcessRunner(TimeProvider.System), TimeProvider.System, _server.ClientConfiguration);
    }

    private static Task GoneAsync(int process) => Eventually.HoldsAsync(FormattableString.Invariant($"process {process} has ended"), () => !Runs(process));

    private static Task GoneAsync(string folder) => Eventually.HoldsAsync($"{folder} is gone", () => !Directory.Exists(folder));

    private static bool Runs(int process)
    {
        try
        {
            return !File.ReadAllText(FormattableString.Invariant($"/proc/{process}/stat")).Contains(") Z", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }

    private Task<RunbookRun> RunAsync(string markdown, params (string Name, string Value)[] values) => RunAsync(markdown, ["web1", "web2"], "0", stop: null, stopAt: null, atStop: null, values);

    private async Task<RunbookRun> RunAsync(
        string markdown, string[] host, string threshold = "0", CancellationTokenSource? stop = null, Func<string, bool>? stopAt = null, Func<Task>? atStop = null, params (string Name, string Value)[] values)
    {
        RunbookRunRequest request = new()
        {
            Runbook = RunbookReader.Read(markdown),
            Parameters = values.ToDictionary(value => value.Name, value => value.Value, StringComparer.Ordinal),
            Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["XDG_HERE"] = "of this machine" },
            HostNames = host,
            FailureThreshold = FailureThreshold.Parse(threshold)!.Value,
        };
        RunbookRunner runner = new(new LocalProcessRunner(TimeProvider.System), _ssh!.RunnerFor, TimeProvider.System);
        RunbookRun? run = null;
        await foreach (RunbookEvent happened in runner.RunAsync(request, stop?.Token ?? Stop))
        {
            _events.Add(happened);
            (happened as StepApproval)?.Approve();
            if (happened is StepOutput line && stopAt?.Invoke(line.Text) == true)
            {
                await (atStop?.Invoke() ?? stop!.CancelAsync());
            }

            run = happened is RunFinished finished ? finished.Run : run;
        }

        return run!;
    }
}
