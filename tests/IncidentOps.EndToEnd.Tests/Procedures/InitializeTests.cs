using IncidentOps.EndToEnd.Tests.Console;

namespace IncidentOps.EndToEnd.Tests.Procedures;

/// <summary>A new workspace, laid out by one process and used by the next.</summary>
public sealed class InitializeTests : IDisposable
{
    private readonly ConsoleRun _console = new();

    public InitializeTests() => _console.Environment["INCIDENTOPS_MODULE"] = null;

    public void Dispose() => _console.Dispose();

    [Fact]
    public async Task Under_the_widest_umask_nothing_is_refused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no umask.");
        string initialize = _console.Script("Initialize-IncidentOps", "initialize.ps1");
        string use = _console.Script(
            """
            $null = New-Incident 'The API is down' -Severity P0 -Service api
            (Get-IncidentProcedure).Path
            (Get-Runbook rollback).Path
            (Invoke-Runbook rollback -Incident INC-1 -WhatIf).Count
            "$(ConvertTo-IncidentMessage INC-1)"
            @(Test-IncidentProcedure).Count
            """,
            "use.ps1");
        string folder = Directory.CreateDirectory(_console.PathOf("ops")).FullName;

        ConsoleResult laidOut = await _console.RunProgramAsync("/bin/sh", ["-c", $"umask 000 && cd '{folder}' && dotnet '{Repository.Console}' '{initialize}'"]);
        ConsoleResult used = await _console.RunProgramAsync("/bin/sh", ["-c", $"cd '{folder}' && dotnet '{Repository.Console}' '{use}'"]);

        Assert.Equal("", laidOut.Error);
        Assert.Equal(0, laidOut.ExitCode);
        Assert.Equal("", used.Error);
        Assert.Contains(Path.Join(folder, "incident-response.md"), used.Lines);
        Assert.Contains(Path.Join(folder, "runbooks", "rollback.md"), used.Lines);
        Assert.Contains("🚨 INCIDENT ALERT - P0 Critical - api", used.Lines);
        Assert.Equal("0", used.Lines[^1]);
        if (!OperatingSystem.IsWindows())
        {
            const UnixFileMode writableByOthers = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;
            foreach (string path in Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories))
            {
                Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(path) & writableByOthers);
            }
        }
    }
}
