using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace IncidentOps.EndToEnd.Tests.Ssh;

/// <summary>An ssh server of the test's own on loopback, with its own keys, and the client's configuration for it.</summary>
internal sealed class SshServer : IAsyncDisposable
{
    private const string PrivilegeFolder = "/run/sshd";

    private static readonly TimeSpan StartTimeout = TimeSpan.FromMinutes(1);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("incidentops-sshd-");
    private readonly List<string> _log = [];
    private Process? _process;

    private SshServer()
    {
    }

    /// <summary>
    /// What ssh has to read: web1 and web2 are the server, stranger is the same with a host key that nobody knows, locked takes
    /// another key, gone does not listen.
    /// </summary>
    public string ClientConfiguration => File("config");

    /// <summary>How many logins there were.</summary>
    public int Logins
    {
        get
        {
            lock (_log)
            {
                return _log.Count(line => line.Contains("Accepted publickey", StringComparison.Ordinal));
            }
        }
    }

    /// <param name="command">What the server starts in place of the client's command, which is in $SSH_ORIGINAL_COMMAND.</param>
    public static async Task<SshServer> StartAsync(string? command = null)
    {
        Assert.SkipUnless(System.IO.File.Exists("/usr/sbin/sshd"), "There is no ssh server (Debian: openssh-server).");
        Assert.SkipUnless(System.IO.File.Exists("/usr/bin/ssh-keygen") && System.IO.File.Exists("/usr/bin/ssh"), "There is no ssh client (Debian: openssh-client).");
        var server = new SshServer();
        await server.LaunchAsync(command);
        return server;
    }

    /// <summary>Ends all connections at once, as a machine does that loses its power.</summary>
    public async Task LoseConnectionsAsync()
    {
        int server = _process!.Id;
        foreach (int session in Children(server).SelectMany(child => Children(child).Append(child)).Where(IsServer).ToArray())
        {
            using Process kill = Process.Start("kill", ["-9", session.ToString(CultureInfo.InvariantCulture)]);
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        static bool IsServer(int process) => Stat(process) is { } stat && stat.Contains("(sshd", StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { } process)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            process.Dispose();
        }

        _folder.Delete(recursive: true);
    }

    private static IEnumerable<int> Children(int parent) =>
        Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(name => name!.All(char.IsAsciiDigit))
            .Select(name => int.Parse(name!, CultureInfo.InvariantCulture))
            .Where(process => Stat(process) is { } stat && stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1] == parent.ToString(CultureInfo.InvariantCulture));

    private static string? Stat(int process)
    {
        try
        {
            return System.IO.File.ReadAllText(FormattableString.Invariant($"/proc/{process}/stat"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    // The shell of a login reads nothing of the real user's there: such a file may run anything, and take its time.
    private string Home => Path.Combine(_folder.FullName, "home");

    private string File(string name) => Path.Combine(_folder.FullName, name);

    private async Task LaunchAsync(string? command)
    {
        foreach (string key in (string[])["host", "user", "other"])
        {
            using Process keygen = Process.Start("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", File(key)]);
            await keygen.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(0, keygen.ExitCode);
        }

        // As root, sshd wants the folder that its package makes when it starts the service.
        if (Environment.IsPrivilegedProcess)
        {
            Directory.CreateDirectory(PrivilegeFolder);
        }

        Directory.CreateDirectory(Home);
        int port = FreePort();
        await WriteConfigurationAsync(port, command is null ? "" : "ForceCommand " + command);
        _process = Process.Start(new ProcessStartInfo("/usr/sbin/sshd", ["-D", "-e", "-f", File("sshd_config")]) { RedirectStandardError = true, UseShellExecute = false })!;
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _process.ErrorDataReceived += (_, line) =>
        {
            lock (_log)
            {
                _log.Add(line.Data ?? "");
                if (line.Data is null)
                {
                    ready.TrySetException(new InvalidOperationException("The server has ended: " + string.Join('\n', _log)));
                }
                else if (line.Data.Contains("Server listening", StringComparison.Ordinal))
                {
                    ready.TrySetResult();
                }
            }
        };
        _process.BeginErrorReadLine();
        await ready.Task.WaitAsync(StartTimeout, TestContext.Current.CancellationToken);
    }

    private async Task WriteConfigurationAsync(int port, string more)
    {
        CancellationToken stop = TestContext.Current.CancellationToken;
        System.IO.File.Copy(File("user.pub"), File("authorized_keys"));
        string hostKey = string.Join(' ', (await System.IO.File.ReadAllTextAsync(File("host.pub"), stop)).Split(' ').Take(2));
        await System.IO.File.WriteAllTextAsync(File("known_hosts"), FormattableString.Invariant($"[127.0.0.1]:{port} {hostKey}\n"), stop);
        await System.IO.File.WriteAllTextAsync(
            File("sshd_config"),
            FormattableString.Invariant(
                $"""
                ListenAddress 127.0.0.1:{port}
                HostKey {File("host")}
                AuthorizedKeysFile {File("authorized_keys")}
                PidFile none
                StrictModes no
                UsePAM no
                PasswordAuthentication no
                KbdInteractiveAuthentication no
                SetEnv HOME={Home}
                {more}

                """),
            stop);
        string Host(string name, string key, string knownHosts, int at) => FormattableString.Invariant(
            $"""
            Host {name}
              HostName 127.0.0.1
              Port {at}
              User {Environment.UserName}
              IdentityFile {File(key)}
              IdentitiesOnly yes
              UserKnownHostsFile {knownHosts}
              GlobalKnownHostsFile /dev/null

            """);
        await System.IO.File.WriteAllTextAsync(
            ClientConfiguration,
            Host("web1", "user", File("known_hosts"), port) + Host("web2", "user", File("known_hosts"), port) + Host("stranger", "user", "/dev/null", port) + Host("locked", "other", File("known_hosts"), port)
                + Host("gone", "user", File("known_hosts"), FreePort()),
            stop);
    }
}
