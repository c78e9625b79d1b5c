using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace IncidentOps.EndToEnd.Tests.Health;

/// <summary>A PostgreSQL server of the test's own: its data in a temporary folder, its port on loopback.</summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    public const string Admin = "admin";
    public const string Password = "correct horse battery staple";

    private const int Nobody = 65534;
    private static readonly TimeSpan StartTimeout = TimeSpan.FromMinutes(1);
    private static readonly string? Binaries = FindBinaries();

    private readonly DirectoryInfo _folder;
    private Process? _process;

    private PostgresServer(DirectoryInfo folder, int port)
    {
        _folder = folder;
        Port = port;
    }

    public int Port { get; }

    public string Address => $"127.0.0.1:{Port.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>A new server without any data.</summary>
    public static async Task<PostgresServer> StartAsync()
    {
        Assert.SkipWhen(Binaries is null, "PostgreSQL is not installed (Debian: postgresql).");
        var server = new PostgresServer(NewFolder(), FreePort());
        string secret = Path.Combine(server._folder.FullName, "password");
        await File.WriteAllTextAsync(secret, Password, TestContext.Current.CancellationToken);
        await server.RunToEndAsync("initdb", "--no-sync", "--auth=scram-sha-256", $"--username={Admin}", $"--pwfile={secret}", "--encoding=UTF8", "--locale=C", "-D", server.Data);
        await server.LaunchAsync();
        return server;
    }

    /// <summary>A replica of a server.</summary>
    public static async Task<PostgresServer> StartReplicaAsync(PostgresServer primary)
    {
        var server = new PostgresServer(NewFolder(), FreePort());
        await server.RunToEndAsync(
            "pg_basebackup", "--no-sync", "--checkpoint=fast", "--write-recovery-conf", "-D", server.Data, "-d", $"host=127.0.0.1 port={primary.Port} user={Admin}");
        await server.LaunchAsync();
        return server;
    }

    public async Task ExecuteAsync(string sql)
    {
        await using NpgsqlConnection connection = await ConnectAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    public async Task<NpgsqlConnection> ConnectAsync(string user = Admin, string password = Password)
    {
        var settings = new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = Port,
            Username = user,
            Password = password,
            Database = "postgres",
            ApplicationName = "the test",
            Pooling = false,
        };
        var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return connection;
    }

    /// <summary>Ends the server as its administrator would, without waiting for sessions.</summary>
    public async Task StopAsync()
    {
        if (_process is { } process)
        {
            _process = null;
            if (!process.HasExited)
            {
                // SIGINT: the "fast" shutdown.
                using Process kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);
                await kill.WaitForExitAsync(CancellationToken.None);
                await process.WaitForExitAsync(CancellationToken.None);
            }

            process.Dispose();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _folder.Delete(recursive: true);
    }

    private string Data => Path.Combine(_folder.FullName, "data");

    private static string? FindBinaries() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Concat(Directory.Exists("/usr/lib/postgresql")
            ? Directory.EnumerateDirectories("/usr/lib/postgresql").OrderByDescending(version => version, StringComparer.Ordinal).Select(version => Path.Combine(version, "bin"))
            : [])
        .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pg_basebackup")));

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>PostgreSQL refuses to run as root, so that its folder has to be somebody else's.</summary>
    private static DirectoryInfo NewFolder()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("incidentops-postgres-");
        if (Environment.IsPrivilegedProcess)
        {
            using Process chown = Process.Start("chown", [Nobody.ToString(CultureInfo.InvariantCulture), folder.FullName]);
            chown.WaitForExit();
            Assert.Equal(0, chown.ExitCode);
        }

        return folder;
    }

    private static ProcessStartInfo Command(string program, IEnumerable<string> arguments)
    {
        string path = Path.Combine(Binaries!, program);
        ProcessStartInfo start = Environment.IsPrivilegedProcess
            ? new ProcessStartInfo("setpriv", ["--reuid=65534", "--regid=65534", "--clear-groups", path, .. arguments])
            : new ProcessStartInfo(path, arguments);
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.WorkingDirectory = "/";
        start.Environment["PGPASSWORD"] = Password;
        start.Environment["LC_ALL"] = "C";
        return start;
    }

    private async Task RunToEndAsync(string program, params string[] arguments)
    {
        using Process process = Process.Start(Command(program, arguments))!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        string error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"{program}: {await output}{error}");
    }

    private async Task LaunchAsync()
    {
        string[] settings =
        [
            "listen_addresses=127.0.0.1", $"port={Port}", "unix_socket_directories=", "fsync=off", "max_connections=20", "shared_preload_libraries=pg_stat_statements",
            "wal_receiver_status_interval=1s", "log_min_messages=log",
        ];
        _process = Process.Start(Command("postgres", ["-D", Data, .. settings.SelectMany(setting => new[] { "-c", setting })]))!;
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        List<string> said = [];
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, line) =>
        {
            said.Add(line.Data ?? "");
            if (line.Data is null)
            {
                ready.TrySetException(new InvalidOperationException("The server has ended: " + string.Join('\n', said)));
            }
            else if (line.Data.Contains("ready to accept", StringComparison.Ordinal))
            {
                ready.TrySetResult();
            }
        };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await ready.Task.WaitAsync(StartTimeout, TestContext.Current.CancellationToken);
    }
}
