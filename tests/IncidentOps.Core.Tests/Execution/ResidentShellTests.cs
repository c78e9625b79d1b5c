using IncidentOps.Core.Configuration;
using IncidentOps.Core.Errors;
using IncidentOps.Core.Execution;

namespace IncidentOps.Core.Tests.Execution;

public sealed class ResidentShellTests : IDisposable
{
    private ResidentShell? _shell;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private ResidentShell Shell => _shell ??= Start();

    public void Dispose() => _shell?.Dispose();

    [Fact]
    public async Task Tells_output_errors_and_exit_code_apart()
    {
        ProcessResult result = await Run("echo out; echo err >&2; exit 7");

        Assert.Equal((ProcessOutcome.Exited, 7, "out", "err"), (result.Outcome, result.ExitCode, result.Output, result.ErrorOutput));
    }

    [Fact]
    public async Task A_command_knows_nothing_of_the_one_before_and_of_the_shell()
    {
        await Run("X=1; cd /; f() { :; }; set -e; umask 000; trap 'echo bye' EXIT; exec 7</dev/null");
        const string look = "echo \"[$X][$PWD][$-][$#]\"; type f 2>/dev/null; trap; ls /proc/self/fd | wc -l; read -r line || echo closed";
        ProcessResult result = await Run(look);
        ProcessResult alone = await new LocalProcessRunner(TimeProvider.System).RunAsync(new ProcessRequest { FileName = "bash", Arguments = ["-c", look] }, Stop);

        Assert.StartsWith($"[][{Directory.GetCurrentDirectory()}][hBc][0]\n", result.Output, StringComparison.Ordinal);
        Assert.Equal(alone.Output, result.Output);
    }

    [Fact]
    public async Task The_setup_is_what_the_command_finds_and_cannot_fail_it()
    {
        (ProcessResult result, _) = await Shell.RunAsync(new ResidentCommand { Setup = "cd /\nX='a b'\necho noise\nreadonly UID=3\nfalse\n", Text = "echo \"$X $PWD\"" }, Stop);

        Assert.Equal((0, "a b /", ""), (result.ExitCode, result.Output, result.ErrorOutput));
    }

    [Theory]
    [InlineData("X=1", true)]
    [InlineData("X=1; exit 3", true)]
    [InlineData("set -eu; X=1; false; echo not here", true)]
    [InlineData("set -C; IFS=X; X=1", true)]
    [InlineData("X=1; exec true", false)]
    [InlineData("X=1; kill -9 $BASHPID", false)]
    public async Task Variables_are_told_where_the_command_comes_to_its_own_end(string text, bool told)
    {
        (_, string? variables) = await Shell.RunAsync(new ResidentCommand { Text = text, TellVariables = true }, Stop);

        Assert.Equal(told, variables?.Contains("\ndeclare -- X=\"1\"\n", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task Secrets_are_in_the_environment_and_never_told()
    {
        _shell = Start(secrets: ("TOKEN", "hunter22"));
        (ProcessResult result, string? variables) = await Shell.RunAsync(new ResidentCommand { Text = "echo \"${#TOKEN}\"; OTHER=1", TellVariables = true }, Stop);

        Assert.Equal("8", result.Output);
        Assert.Contains("OTHER", variables, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter22", variables, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_timeout_ends_the_command_with_its_grandchildren_and_not_the_shell()
    {
        List<string> pids = [];
        (ProcessResult result, string? variables) = await Shell.RunAsync(
            new ResidentCommand
            {
                Text = "X=1; trap '' TERM; (sleep 300 & echo $!; wait) & echo $!; wait",
                TellVariables = true,
                Timeout = TimeSpan.FromSeconds(3),
                OnLine = line => pids.Add(line.Text),
            },
            Stop);

        Assert.Equal((ProcessOutcome.TimedOut, null), (result.Outcome, result.ExitCode));
        Assert.Null(variables);
        Assert.Equal(2, pids.Count);
        await Assert.AllAsync(pids, async pid => Assert.True(await Running.EndsAsync(pid), $"{pid} still runs"));
        Assert.False(Shell.HasEnded);
        Assert.Equal("next", (await Run("echo next")).Output);
    }

    [Fact]
    public async Task Cancellation_keeps_what_was_written()
    {
        using CancellationTokenSource stop = new();
        (ProcessResult result, _) = await Shell.RunAsync(new ResidentCommand { Text = "echo started; sleep 300", OnLine = _ => stop.Cancel() }, stop.Token);

        Assert.Equal((ProcessOutcome.Cancelled, "started"), (result.Outcome, result.Output));
        Assert.Equal("next", (await Run("echo next")).Output);
    }

    [Fact]
    public async Task A_signal_to_the_shell_is_one_to_the_command()
    {
        ProcessResult result = await Run("trap 'echo caught; exit 4' TERM; kill $$; while :; do sleep 0.05; done");

        Assert.Equal((4, "caught"), (result.ExitCode, result.Output));
        Assert.False(Shell.HasEnded);
    }

    [Fact]
    public async Task A_signal_reaches_a_command_that_has_hardly_begun()
    {
        for (int command = 0; command < 100; command++)
        {
            ProcessResult result = await Run("kill $$; sleep 300");

            Assert.Equal((ProcessOutcome.Exited, 143), (result.Outcome, result.ExitCode));
        }
    }

    [Fact]
    public async Task A_command_that_kills_the_shell_goes_with_it()
    {
        List<string> pids = [];
        (ProcessResult result, _) = await Shell.RunAsync(new ResidentCommand { Text = "echo $BASHPID; kill -9 $$; sleep 300", OnLine = line => pids.Add(line.Text) }, Stop);

        Assert.Equal((ProcessOutcome.Exited, 137), (result.Outcome, result.ExitCode));
        Assert.True(Shell.HasEnded);
        Assert.True(await Running.EndsAsync(Assert.Single(pids)), "the command still runs");
    }

    [Fact]
    public async Task A_background_process_does_not_hold_the_result_back_and_outlives_the_shell()
    {
        ProcessResult result = await Run("sleep 30 & echo $!");
        try
        {
            Assert.Equal("next", (await Run("echo next")).Output);
            Shell.Dispose();
            Assert.True(Running.Is(result.Output), "a command that ends well leaves its background processes alone");
        }
        finally
        {
            _shell = Start();
            await Run($"kill -9 {result.Output}");
        }
    }

    [Fact]
    public async Task What_comes_late_through_a_pipe_of_the_command_is_its_output()
    {
        ProcessResult result = await Run("exec > >(sleep 0.1; cat); echo late");

        Assert.Equal("late", result.Output);
    }

    [Fact]
    public async Task Takes_commands_and_outputs_of_any_size()
    {
        string text = string.Concat(Enumerable.Range(1, 20_000).Select(number => $": line {number} äöü\n"));
        ProcessResult result = await Run(text + "seq 1 100000; printf 'a\\377b'");

        Assert.StartsWith("1\n2\n", result.Output, StringComparison.Ordinal);
        Assert.EndsWith("100000\na\uFFFDb", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_stays_behind()
    {
        string folder = Path.GetDirectoryName((await Run("readlink /proc/self/fd/1")).Output)!;
        await Shell.RunAsync(new ResidentCommand { Text = "echo here", TellVariables = true }, Stop);
        Assert.True(Directory.Exists(folder));
        Shell.Dispose();

        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public async Task A_machine_without_bash_is_told_so()
    {
        _shell = Start(path: "/no/such/folder");
        IncidentOpsException e = await Assert.ThrowsAsync<IncidentOpsException>(() => Run("true"));

        Assert.True(e.ErrorId is "ShellNotStarted" or "ProgramNotFound", e.ErrorId);
        Assert.Contains("bash", e.Message, StringComparison.Ordinal);
        Assert.True(Shell.HasEnded);
    }

    private static ResidentShell Start(string? path = null, params (string Name, string Value)[] secrets)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "These commands are written for a Unix shell.");
        Dictionary<string, string> environment = new(((ISystemEnvironment)SystemEnvironment.Instance).Variables(), StringComparer.Ordinal);
        environment["PATH"] = path ?? environment["PATH"];
        foreach ((string name, string value) in secrets)
        {
            environment[name] = value;
        }

        return ResidentShell.Start(environment, workingDirectory: null, secrets.Select(secret => secret.Name), TimeProvider.System);
    }

    private async Task<ProcessResult> Run(string text) => (await Shell.RunAsync(new ResidentCommand { Text = text, Timeout = TimeSpan.FromMinutes(1) }, Stop)).Result;
}
