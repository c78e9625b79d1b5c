using IncidentOps.Core.Errors;
using IncidentOps.Core.Execution;

namespace IncidentOps.Core.Tests.Execution;

public sealed class LocalProcessRunnerTests
{
    private readonly LocalProcessRunner _runner = new(TimeProvider.System);

    private static void NeedsUnix() =>
        Assert.SkipWhen(OperatingSystem.IsWindows(), "These commands are written for a Unix shell.");

    [Fact]
    public async Task Tells_output_errors_and_exit_code_apart()
    {
        NeedsUnix();
        ProcessResult result = await Run("echo out; echo err >&2; exit 7");

        Assert.Equal(ProcessOutcome.Exited, result.Outcome);
        Assert.Equal(7, result.ExitCode);
        Assert.Equal("out", result.Output);
        Assert.Equal("err", result.ErrorOutput);
    }

    [Fact]
    public async Task Standard_input_is_empty()
    {
        NeedsUnix();
        ProcessResult result = await Run("wc -c; read -r line || echo closed");

        Assert.Equal("0\nclosed", result.Output.Replace(" ", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Passes_on_lines_as_they_come_and_redacts_them()
    {
        NeedsUnix();
        List<ProcessOutputLine> lines = [];
        ProcessResult result = await _runner.RunAsync(
            Shell("echo one; echo password=hunter2 >&2; printf two") with { OnLine = lines.Add },
            TestContext.Current.CancellationToken);

        Assert.Contains(new ProcessOutputLine("one", IsError: false), lines);
        Assert.Contains(new ProcessOutputLine("two", IsError: false), lines);
        Assert.Contains(new ProcessOutputLine("password=***", IsError: true), lines);
        Assert.Equal("password=***", result.ErrorOutput);
    }

    [Fact]
    public async Task Keeps_the_head_and_the_tail_of_an_endless_output()
    {
        NeedsUnix();
        ProcessResult result = await Run("seq 1 200000");

        Assert.StartsWith("1\n2\n3\n", result.Output, StringComparison.Ordinal);
        Assert.EndsWith("199999\n200000", result.Output, StringComparison.Ordinal);
        Assert.Matches(@"\n\[\.\.\. \d+ bytes left out \.\.\.\]\n", result.Output);
        Assert.InRange(result.Output.Length, 100 * 1024, 132 * 1024);
    }

    [Fact]
    public async Task Invalid_bytes_become_replacement_characters()
    {
        NeedsUnix();
        ProcessResult result = await Run(@"printf 'a\377b\303\244'");

        Assert.Equal("a\uFFFDbä", result.Output);
    }

    [Fact]
    public async Task A_timeout_ends_grandchildren_too()
    {
        NeedsUnix();
        // The grandchildren ignore the polite signal; the file shows their ids.
        string pids = Path.Combine(Path.GetTempPath(), $"incidentops-{Guid.NewGuid():N}");
        try
        {
            ProcessResult result = await _runner.RunAsync(
                Shell($"trap '' TERM; (sleep 300 & echo $! >> '{pids}'; sleep 300) & echo $! >> '{pids}'; wait") with
                {
                    Timeout = TimeSpan.FromSeconds(3),
                },
                TestContext.Current.CancellationToken);

            Assert.Equal(ProcessOutcome.TimedOut, result.Outcome);
            Assert.Null(result.ExitCode);
            string[] started = await File.ReadAllLinesAsync(pids, TestContext.Current.CancellationToken);
            Assert.Equal(2, started.Length);
            await Assert.AllAsync(started, async pid => Assert.True(await Running.EndsAsync(pid), $"{pid} still runs"));
        }
        finally
        {
            File.Delete(pids);
        }
    }

    [Fact]
    public async Task Cancellation_is_a_result_that_keeps_what_was_written()
    {
        NeedsUnix();
        using CancellationTokenSource stop = new();
        ProcessResult result = await _runner.RunAsync(
            Shell("echo started; sleep 300") with { OnLine = _ => stop.Cancel() },
            stop.Token);

        Assert.Equal(ProcessOutcome.Cancelled, result.Outcome);
        Assert.Equal("started", result.Output);
    }

    [Fact]
    public async Task A_background_process_that_keeps_the_output_open_does_not_hold_the_result_back()
    {
        NeedsUnix();
        ProcessResult result = await Run("sleep 30 & echo $!");
        try
        {
            Assert.Equal(ProcessOutcome.Exited, result.Outcome);
            Assert.True(Running.Is(result.Output), "a command that ends well leaves its background processes alone");
        }
        finally
        {
            await Run($"kill -9 {result.Output}");
        }
    }

    [Fact]
    public async Task A_given_environment_and_folder_replace_the_own_ones()
    {
        NeedsUnix();
        ProcessResult result = await _runner.RunAsync(
            Shell("pwd; echo \"$GIVEN-$HOME\"") with
            {
                WorkingDirectory = "/",
                Environment = new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["GIVEN"] = "value",
                    ["PATH"] = "/usr/bin:/bin",
                },
            },
            TestContext.Current.CancellationToken);

        Assert.Equal("/\nvalue-", result.Output);
    }

    [Fact]
    public async Task A_missing_folder_is_a_clear_error()
    {
        IncidentOpsException e = await Assert.ThrowsAsync<IncidentOpsException>(() => _runner.RunAsync(
            Shell("true") with { WorkingDirectory = "/no/such/folder" },
            TestContext.Current.CancellationToken));

        Assert.Equal("WorkingDirectoryNotFound", e.ErrorId);
    }

    private static ProcessRequest Shell(string script) => new() { FileName = "bash", Arguments = ["-c", script] };

    private Task<ProcessResult> Run(string script) =>
        _runner.RunAsync(Shell(script), TestContext.Current.CancellationToken);
}
