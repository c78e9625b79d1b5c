using System.Diagnostics;
using IncidentOps.Core.Errors;
using IncidentOps.Core.Execution;
using IncidentOps.Core.Runbooks.Running;

namespace IncidentOps.Core.Tests.Runbooks;

/// <summary>When the folder of a run on another machine comes and goes, and what a step that has ended is still asked.</summary>
public sealed class RemoteShellTests
{
    private static readonly Dictionary<string, string> None = new(StringComparer.Ordinal);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_step_has_ended_as_it_has_whether_it_can_be_asked_what_it_left_or_not(bool stopped)
    {
        Host host = new() { Told = stopped ? new OperationCanceledException() : Gone() };
        using RemoteShell shell = Shell(host);

        ShellResult result = await shell.RunAsync(Step(), Stop);
        await shell.CloseAsync(atOnce: true);

        Assert.Equal((ProcessOutcome.Exited, 0, null), (result.Process.Outcome, result.Process.ExitCode, result.Left));
        Assert.Equal(1, host.Questions);
    }

    [Fact]
    public async Task No_step_starts_before_what_takes_the_folder_away_has_made_it()
    {
        Host host = new() { Makes = new TaskCompletionSource().Task };
        using RemoteShell shell = Shell(host);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        Task<ShellResult> running = shell.RunAsync(Step(), stop.Token);

        Assert.Equal((1, 0), (host.Folders.Count, host.Steps.Count));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        await shell.CloseAsync(atOnce: true);
        Assert.Empty(host.Steps);
    }

    [Fact]
    public async Task A_machine_that_cannot_be_reached_is_tried_once_for_a_step()
    {
        Host host = new() { Makes = Task.FromException(Gone()) };
        using RemoteShell shell = Shell(host);

        for (int step = 1; step <= 2; step++)
        {
            Assert.Equal("SshHostUnreachable", (await Assert.ThrowsAsync<IncidentOpsException>(() => shell.RunAsync(Step(), Stop))).ErrorId);
            Assert.Equal((step, 0), (host.Folders.Count, host.Steps.Count));
        }
    }

    [Fact]
    public async Task A_lost_connection_is_followed_by_another_folder()
    {
        TaskCompletionSource lost = new();
        Host host = new() { Ends = lost.Task };
        using RemoteShell shell = Shell(host);

        await shell.RunAsync(Step(), Stop);
        await shell.RunAsync(Step(), Stop);
        lost.SetResult();
        await shell.RunAsync(Step(), Stop);
        await shell.CloseAsync(atOnce: true);

        Assert.Equal(2, host.Folders.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal([host.Folders[0], host.Folders[0], host.Folders[1]], host.Steps);
    }

    [Fact]
    public async Task The_folder_goes_though_a_step_that_is_being_ended_still_writes_into_it()
    {
        Assert.SkipUnless(File.Exists("/bin/sh"), "Needs a POSIX shell.");
        DirectoryInfo bin = Directory.CreateTempSubdirectory("incidentops-test-");
        string name = "incidentops-" + Guid.NewGuid().ToString("N"), tried = Path.Join(bin.FullName, "tried");
        try
        {
            // The first removal finds a file that comes while it looks; waiting takes no time here.
            Tool("rm", $"[ -e '{tried}' ] && exec /bin/rm \"$@\"\n/bin/rm \"$@\"; mkdir \"$3\"; touch \"$3/bash\" '{tried}'; exit 1");
            Tool("sleep", "exit 0");
            ProcessStartInfo start = new("/bin/sh", ["-c", RemoteScripts.Keep]) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
            start.Environment["PATH"] = $"{bin.FullName}:{Environment.GetEnvironmentVariable("PATH")}";
            start.Environment[RemoteScripts.FolderVariable] = name;
            using Process keeper = Process.Start(start)!;

            Assert.Equal("kept", await keeper.StandardOutput.ReadLineAsync(Stop));
            Assert.True(IsThere());
            keeper.StandardInput.Close();
            await keeper.WaitForExitAsync(Stop);
            Assert.True(File.Exists(tried));
            Assert.False(IsThere());
        }
        finally
        {
            bin.Delete(recursive: true);
        }

        bool IsThere() => Directory.Exists(Path.Join("/dev/shm", name)) || Directory.Exists(Path.Join("/tmp", name));

        void Tool(string tool, string script)
        {
            string path = Path.Join(bin.FullName, tool);
            File.WriteAllText(path, $"#!/bin/sh\n{script}\n");
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }
    }

    private static RemoteShell Shell(Host host) => new("web1", host, None, new HashSet<string>(StringComparer.Ordinal), left: null, None);

    private static ShellCommand Step() => new("bash", "X=1", Keep: true, TimeSpan.FromMinutes(1), SecretRedactor.Default, static _ => { });

    private static IncidentOpsException Gone() => new("SshHostUnreachable", ErrorKind.ResourceUnavailable, "gone", "web1");

    /// <summary>A machine where every step succeeds at once.</summary>
    private sealed class Host : IProcessRunner
    {
        /// <summary>When a folder is there.</summary>
        public Task Makes { get; init; } = Task.CompletedTask;

        /// <summary>When the connection of what keeps it ends.</summary>
        public Task Ends { get; init; } = new TaskCompletionSource().Task;

        /// <summary>What answers the question what a step has left.</summary>
        public Exception Told { get; init; } = Gone();

        public int Questions { get; private set; }

        public List<string> Folders { get; } = [];

        /// <summary>The folder of each step.</summary>
        public List<string> Steps { get; } = [];

        public async Task<ProcessResult> RunAsync(ProcessRequest request, CancellationToken cancellationToken)
        {
            string folder = request.Environment![RemoteScripts.FolderVariable];
            if (request.Lifeline)
            {
                Folders.Add(folder);
                await Makes.WaitAsync(cancellationToken);
                request.OnLine!(new ProcessOutputLine("kept", IsError: false));
                await Ends.WaitAsync(cancellationToken);
            }
            else if (request.Arguments.Contains(RemoteScripts.TellBash))
            {
                Questions++;
                throw Told;
            }
            else
            {
                cancellationToken.ThrowIfCancellationRequested();
                Steps.Add(folder);
            }

            return new ProcessResult { Outcome = ProcessOutcome.Exited, ExitCode = 0, Output = "", ErrorOutput = "", Duration = TimeSpan.Zero };
        }
    }
}
