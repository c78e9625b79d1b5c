using IncidentOps.EndToEnd.Tests.Console;
using IncidentOps.EndToEnd.Tests.Ssh;

namespace IncidentOps.EndToEnd.Tests.Runbooks;

/// <summary>The process that runs a runbook is killed in the middle of a step; another one goes on.</summary>
public sealed class KilledRunTests : IDisposable
{
    private const string Runbook =
        """
        ```bash
        echo one
        ```

        ```bash {#half}
        echo $$ >session; readlink /proc/$$/fd/8 >pipe; echo half >>half; echo ready
        sleep 3600 & sleep 3600
        ```

        ```bash
        touch whole
        ```
        """;

    // What the steps write comes as they write it.
    private const string Run =
        """
        Invoke-Runbook -Path runbook.md -Confirm:$false 6>&1 | ForEach-Object { if ("$_" -eq 'ready') { 'ready' } }
        """;

    private readonly ConsoleRun _console = new();

    public KilledRunTests() => _console.Environment["INCIDENTOPS_MODULE"] = null;

    public void Dispose() => _console.Dispose();

    [Fact]
    public async Task Nothing_goes_on_running_nothing_is_lost_and_the_run_comes_to_its_end()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux says which processes a step has left.");
        await File.WriteAllTextAsync(_console.PathOf("runbook.md"), Runbook, TestContext.Current.CancellationToken);

        // The output of the step's processes is a pipe of the console's own: the run ends with the console.
        ConsoleResult killed = await _console.KillAsync(_console.Script(Run));
        Assert.Equal(137, killed.ExitCode);
        string session = (await File.ReadAllTextAsync(_console.PathOf("session"), TestContext.Current.CancellationToken)).Trim();
        string pipe = (await File.ReadAllTextAsync(_console.PathOf("pipe"), TestContext.Current.CancellationToken)).Trim();
        await Eventually.HoldsAsync("the step's processes have ended", () => !SessionRuns(session));
        Assert.Equal("orders", Path.GetFileName(pipe));
        Assert.False(Directory.Exists(Path.GetDirectoryName(pipe)), "the shell's folder is still there");

        Assert.Equal("Interrupted: Succeeded Running Pending: one", await Shown());
        ConsoleResult refused = await _console.RunAsync("-Command", "Resume-Runbook -Confirm:$false");
        Assert.Contains("may have run already", refused.Error, StringComparison.Ordinal);
        Assert.Equal("Interrupted: Succeeded Running Pending: one", await Shown());

        ConsoleResult resumed = await _console.RunAsync("-Command", "(Resume-Runbook -Skip -Confirm:$false).Status");
        Assert.Equal("Succeeded", Assert.Single(resumed.Lines));
        Assert.Equal("Succeeded: Succeeded Skipped Succeeded: one", await Shown());
        Assert.True(File.Exists(_console.PathOf("whole")));
        Assert.Equal("half\n", await File.ReadAllTextAsync(_console.PathOf("half"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Nothing_goes_on_running_on_another_machine_and_the_run_s_folder_there_is_gone()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux says which processes a step has left.");
        await using SshServer server = await SshServer.StartAsync();
        Directory.CreateDirectory(_console.PathOf("bin"));
        await File.WriteAllTextAsync(_console.PathOf("bin/ssh"), $"#!/bin/sh\nexec /usr/bin/ssh -F {server.ClientConfiguration} \"$@\"\n", TestContext.Current.CancellationToken);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_console.PathOf("bin/ssh"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        _console.Environment["PATH"] = $"{_console.PathOf("bin")}:{Environment.GetEnvironmentVariable("PATH")}";
        await File.WriteAllTextAsync(
            _console.PathOf("runbook.md"),
            $"```bash\n{RemoteFolder.Show} >{_console.PathOf("folder")}; echo $$ >{_console.PathOf("group")}; echo ready\nsleep 3600 & sleep 3600\n```\n",
            TestContext.Current.CancellationToken);

        ConsoleResult killed = await _console.KillAsync(_console.Script(Run.Replace("'ready') {", "'web1: ready') {", StringComparison.Ordinal).Replace("-Path", "-HostName web1 -Path", StringComparison.Ordinal)));
        string folder = (await File.ReadAllTextAsync(_console.PathOf("folder"), TestContext.Current.CancellationToken)).Trim();
        string group = (await File.ReadAllTextAsync(_console.PathOf("group"), TestContext.Current.CancellationToken)).Trim();

        Assert.Equal(137, killed.ExitCode);
        Assert.Contains("/incidentops-", folder, StringComparison.Ordinal);
        await Eventually.HoldsAsync("the step's processes have ended", () => !SessionRuns(group));
        await Eventually.HoldsAsync($"{folder} is gone", () => !Directory.Exists(folder));
    }

    private async Task<string> Shown()
    {
        ConsoleResult result = await _console.RunAsync(
            "-Command", "Get-RunbookRun | ForEach-Object { \"$($_.Status): $($_.Steps.Status): $(($_.Steps.Output | Where-Object { $_ }) -join ' ')\" }");
        Assert.Empty(result.Error);
        return Assert.Single(result.Lines);
    }

    /// <summary>Whether any process of the shell and its steps is still there.</summary>
    private static bool SessionRuns(string session)
    {
        foreach (string folder in Directory.EnumerateDirectories("/proc").Where(folder => Path.GetFileName(folder).All(char.IsAsciiDigit)))
        {
            try
            {
                // After the program's name in brackets: state, parent, group, session.
                string status = File.ReadAllText(Path.Combine(folder, "stat"));
                string[] fields = status[(status.LastIndexOf(')') + 2)..].Split(' ');
                if (fields[3] == session && fields[0] is not ("Z" or "X"))
                {
                    return true;
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // It has just ended.
            }
        }

        return false;
    }
}
