using IncidentOps.Core.Configuration;
using IncidentOps.Core.Errors;
using IncidentOps.Core.Execution;
using Microsoft.Extensions.Time.Testing;

namespace IncidentOps.Core.Tests.Execution;

/// <summary>What ssh is called with, and what its failures mean; the end-to-end tests have a real server.</summary>
public sealed class SshProcessRunnerTests : IDisposable
{
    private const string Opening = "exit 0";
    private readonly FakeTimeProvider _time = new();
    private readonly Ssh _ssh = new();
    private readonly SshConnections _connections;

    public SshProcessRunnerTests() => _connections = new SshConnections(_ssh, _time);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _connections.Dispose();

    [Fact]
    public async Task The_command_goes_through_the_connection_and_not_over_the_command_line()
    {
        await RunAsync("web1", new ProcessRequest
        {
            FileName = "prog ram",
            Arguments = ["it's", "$HOME"],
            WorkingDirectory = "/srv/a b",
            Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["TOKEN"] = "hun'ter2", ["not a name"] = "x" },
        });

        ProcessRequest request = _ssh.Commands[^1];
        Assert.Equal("ssh", request.FileName);
        Assert.DoesNotContain(request.Arguments, argument => argument.Contains("ter2", StringComparison.Ordinal) || argument.Contains("prog", StringComparison.Ordinal));
        Assert.Equal("cd -- '/srv/a b' || exit 126\nexport TOKEN='hun'\\''ter2'\nexec 'prog ram' 'it'\\''s' '$HOME'\n", request.Input);
        Assert.True(request.Lifeline);
        Assert.Null(request.Environment);
        Assert.Contains("BatchMode=yes", request.Arguments);
    }

    [Fact]
    public async Task The_machine_cannot_be_taken_for_an_option()
    {
        await RunAsync("ada@web1:2222");

        IReadOnlyList<string> arguments = _ssh.Commands[^1].Arguments;
        Assert.Equal(["-p", "2222", "--", "ada@web1"], arguments.Skip(arguments.Count - 5).Take(4));
    }

    [Fact]
    public async Task A_connection_is_opened_once_however_many_come_at_once_and_again_when_it_is_forgotten()
    {
        var open = new TaskCompletionSource();
        _ssh.Opens = open.Task;
        Task<ProcessResult>[] running = [.. Enumerable.Range(0, 20).Select(_ => RunAsync("web1"))];
        Assert.Equal([Opening], _ssh.Commands.Select(command => command.Arguments[^1]));
        open.SetResult();
        await Task.WhenAll(running);
        await RunAsync("web1");
        Assert.Single(_ssh.Commands, command => command.Arguments[^1] == Opening);

        _time.Advance(SshConnections.Persist + TimeSpan.FromSeconds(1));
        await RunAsync("web1");
        await RunAsync("web2");
        Assert.Equal(3, _ssh.Commands.Count(command => command.Arguments[^1] == Opening));
    }

    [Fact]
    public async Task No_more_sessions_run_at_a_time_than_a_server_takes()
    {
        await RunAsync("web1");
        var end = new TaskCompletionSource();
        _ssh.Ends = end.Task;
        Task<ProcessResult>[] running = [.. Enumerable.Range(0, 20).Select(_ => RunAsync("web1"))];
        int most = _ssh.Running;
        end.SetResult();
        await Task.WhenAll(running);

        Assert.Equal(7, most);
    }

    [Fact]
    public async Task Those_that_last_leave_room_for_the_others_and_take_connections_of_their_own()
    {
        await RunAsync("web1");
        var end = new TaskCompletionSource();
        _ssh.Ends = end.Task;
        Task<ProcessResult>[] lasting = [.. Enumerable.Range(0, 12).Select(_ => RunAsync("web1", new ProcessRequest { FileName = "keep", Lifeline = true }))];
        bool[] alone = [.. _ssh.Commands.TakeLast(12).Select(command => command.Arguments.Contains("ControlPath=none"))];
        _ssh.Ends = Task.CompletedTask;
        ProcessResult other = await RunAsync("web1");
        bool otherIsAlone = _ssh.Commands[^1].Arguments.Contains("ControlPath=none");
        end.SetResult();
        await Task.WhenAll(lasting);

        Assert.Equal((2, 10), (alone.Count(static own => !own), alone.Count(static own => own)));
        Assert.Equal((0, false), (other.ExitCode, otherIsAlone));
    }

    [Fact]
    public async Task Cancelling_one_command_does_not_end_the_opening_for_the_others()
    {
        var open = new TaskCompletionSource();
        _ssh.Opens = open.Task;
        using var cancel = new CancellationTokenSource();
        Task<ProcessResult> cancelled = RunAsync("web1", stop: cancel.Token);
        Task<ProcessResult> patient = RunAsync("web1");
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        open.SetResult();

        Assert.Equal(0, (await patient).ExitCode);
    }

    [Theory]
    [InlineData("ssh: Could not resolve hostname web1: Name or service not known", "SshHostUnreachable")]
    [InlineData("ssh: connect to host web1 port 22: Connection refused", "SshHostUnreachable")]
    [InlineData("No ED25519 host key is known for web1 and you have requested strict checking.\nHost key verification failed.", "SshHostKeyNotTrusted")]
    [InlineData("ada@web1: Permission denied (publickey).", "SshLoginDenied")]
    [InlineData("", "SshHostUnreachable")]
    public async Task Failures_are_told_apart_and_the_next_command_tries_again(string said, string errorId)
    {
        _ssh.Answer = (255, said);
        IncidentOpsException failure = await Assert.ThrowsAsync<IncidentOpsException>(() => RunAsync("web1"));
        _ssh.Answer = (0, "");

        Assert.Equal((errorId, "web1"), (failure.ErrorId, failure.Target));
        Assert.Equal(0, (await RunAsync("web1")).ExitCode);
    }

    [Fact]
    public async Task A_programs_own_exit_code_is_its_own()
    {
        await RunAsync("web1");
        _ssh.Answer = (255, "the program's own words");
        Assert.Equal(255, (await RunAsync("web1")).ExitCode);

        _ssh.Answer = (255, "mux_client_request_session: session request failed: Session open refused by peer");
        Assert.Equal("SshHostUnreachable", (await Assert.ThrowsAsync<IncidentOpsException>(() => RunAsync("web1"))).ErrorId);
    }

    private async Task<ProcessResult> RunAsync(string host, ProcessRequest? request = null, CancellationToken? stop = null)
    {
        Assert.True(SshHost.TryParse(host, out SshHost? machine));
        return await _connections.RunnerFor(machine).RunAsync(request ?? new ProcessRequest { FileName = "true" }, stop ?? Stop);
    }

    /// <summary>Pretends to be ssh.</summary>
    private sealed class Ssh : IProcessRunner
    {
        public List<ProcessRequest> Commands { get; } = [];

        public Task Opens { get; set; } = Task.CompletedTask;

        public Task Ends { get; set; } = Task.CompletedTask;

        public (int ExitCode, string ErrorOutput) Answer { get; set; }

        public int Running { get; private set; }

        public async Task<ProcessResult> RunAsync(ProcessRequest request, CancellationToken cancellationToken)
        {
            Commands.Add(request);
            if (request.Arguments[^1] == Opening)
            {
                await Opens;
            }
            else
            {
                Running++;
                await Ends;
                Running--;
            }

            return new ProcessResult { Outcome = ProcessOutcome.Exited, ExitCode = Answer.ExitCode, Output = "", ErrorOutput = Answer.ErrorOutput, Duration = TimeSpan.Zero };
        }
    }
}
