using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace IncidentOps.EndToEnd.Tests;

/// <summary>
/// A machine of its own with systemd and journald: this one's files under a layer that takes all changes, booted in a
/// container without a network. It runs one script in the console, and is gone.
/// </summary>
internal sealed class SystemdMachine : IAsyncDisposable
{
    private const string Target = "incidentops-test.target";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("incidentops-systemd-");
    private readonly List<string> _units = [];
    private bool _mounted;

    private SystemdMachine()
    {
    }

    private string Layer => Path.Combine(_folder.FullName, "layer");

    private string Changes => Path.Combine(Layer, "changes");

    private string Root => Path.Combine(_folder.FullName, "root");

    /// <summary>A machine that is not running yet.</summary>
    public static async Task<SystemdMachine> CreateAsync()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess && OperatingSystem.IsLinux(), "To boot a container takes root.");
        Assert.SkipUnless(File.Exists("/usr/bin/systemd-nspawn") && File.Exists("/lib/systemd/systemd"), "There is no systemd-nspawn (Debian: systemd-container).");
        var machine = new SystemdMachine();
        string? failure = await machine.MountAsync();
        if (failure is not null)
        {
            await machine.DisposeAsync();
            Assert.Skip("The container's files cannot be mounted here: " + failure);
        }

        return machine;
    }

    /// <summary>Adds a service that starts with the machine.</summary>
    public void AddService(string name, string command, string more = "")
    {
        Write($"/etc/systemd/system/{name}.service", $"[Service]\n{more}\nExecStart={command}\n");
        _units.Add(name + ".service");
    }

    /// <summary>Writes a file.</summary>
    public void Write(string path, string text)
    {
        string full = Changes + path;
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    /// <summary>Makes a link.</summary>
    public void Link(string path, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Changes + path)!);
        File.CreateSymbolicLink(Changes + path, target);
    }

    /// <summary>Boots the machine, waits there for a condition, runs a script, and gives the lines that it wrote to $result.</summary>
    public async Task<string[]> RunAsync(string until, string script)
    {
        string dotnet = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../.."));
        Write("/etc/incidentops-test/until", until);
        Write("/etc/incidentops-test/script.ps1", $"$ErrorActionPreference = 'Stop'\n{script}\n[System.IO.File]::WriteAllLines('/etc/incidentops-test/result', [string[]]$result)\n");
        Write(
            "/etc/systemd/system/incidentops-test.service",
            $"""
            [Unit]
            After={string.Join(' ', _units)}
            [Service]
            Type=oneshot
            TimeoutStartSec=180
            Environment=HOME=/root DOTNET_ROOT={dotnet} INCIDENTOPS_MODULE={Path.Combine(Repository.Root, "out/IncidentOps")}
            ExecStartPre=/bin/sh -c "until . /etc/incidentops-test/until; do sleep 0.1; done"
            ExecStart=/bin/sh -c '{Path.Combine(dotnet, "dotnet")} {Repository.Console} /etc/incidentops-test/script.ps1 >/etc/incidentops-test/said 2>&1'
            ExecStopPost=/bin/systemctl poweroff --no-block

            """);
        Write($"/etc/systemd/system/{Target}", $"[Unit]\nRequires=basic.target\nAfter=basic.target\nWants={string.Join(' ', _units)} incidentops-test.service\n");
        string said = await BootAsync(dotnet);
        string result = Changes + "/etc/incidentops-test/result";
        Assert.True(File.Exists(result), File.Exists(Changes + "/etc/incidentops-test/said") ? await File.ReadAllTextAsync(Changes + "/etc/incidentops-test/said") : said);
        return await File.ReadAllLinesAsync(result, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_mounted)
        {
            await ToolAsync("umount", "--lazy", Root);
        }

        if (Directory.Exists(Layer))
        {
            await ToolAsync("umount", "--lazy", Layer);
        }

        _folder.Delete(recursive: true);
    }

    private static async Task<string?> ToolAsync(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, UseShellExecute = false })!;
        string error = await process.StandardError.ReadToEndAsync(CancellationToken.None);
        await process.WaitForExitAsync(CancellationToken.None);
        return process.ExitCode == 0 ? null : error;
    }

    private async Task<string?> MountAsync()
    {
        // A layer can stand on another one only where that is no layer itself; memory always is none.
        Directory.CreateDirectory(Layer);
        Directory.CreateDirectory(Root);
        string? failure = await ToolAsync("mount", "-t", "tmpfs", "-o", "mode=0755", "incidentops", Layer);
        if (failure is null)
        {
            Directory.CreateDirectory(Changes);
            Directory.CreateDirectory(Path.Combine(Layer, "work"));
            failure = await ToolAsync("mount", "-t", "overlay", "-o", $"lowerdir=/,upperdir={Changes},workdir={Path.Combine(Layer, "work")}", "incidentops", Root);
            _mounted = failure is null;
        }

        return failure;
    }

    private async Task<string> BootAsync(string dotnet)
    {
        using Process machine = Process.Start(new ProcessStartInfo(
            "systemd-nspawn",
            [
                "--quiet", "--register=no", "--keep-unit", "--private-network", "--console=pipe", "-D", Root, $"--bind-ro={Repository.Root}", $"--bind-ro={dotnet}",
                "-b", $"systemd.unit={Target}",
            ])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var said = new StringBuilder();
        void Keep(object sender, DataReceivedEventArgs line)
        {
            lock (said)
            {
                said.AppendLine(line.Data);
            }
        }

        machine.OutputDataReceived += Keep;
        machine.ErrorDataReceived += Keep;
        machine.BeginOutputReadLine();
        machine.BeginErrorReadLine();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            await machine.WaitForExitAsync(patience.Token);
        }
        finally
        {
            if (!machine.HasExited)
            {
                machine.Kill(entireProcessTree: true);
            }
        }

        lock (said)
        {
            return said.ToString();
        }
    }
}
