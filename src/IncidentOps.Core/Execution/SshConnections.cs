using System.Collections.Concurrent;
using System.Globalization;
using IncidentOps.Core.Configuration;

namespace IncidentOps.Core.Execution;

/// <summary>
/// Reaches other machines through the system's ssh, with the user's own configuration, agent and known hosts, and never
/// with a question. Commands on one machine share one connection, so that many of them pay one handshake.
/// </summary>
internal sealed class SshConnections : IDisposable
{
    /// <summary>How long a connection is kept for the next command.</summary>
    internal static readonly TimeSpan Persist = TimeSpan.FromMinutes(1);

    private const int ConnectTimeoutSeconds = 10;

    // The socket's path may have a hundred letters; ssh puts forty and, for a moment, seventeen more behind the folder's.
    private const int LongestFolder = 40;

    private readonly ConcurrentDictionary<SshHost, SshConnection> _connections = new();
    private readonly IProcessRunner _local;
    private readonly TimeProvider _time;
    private readonly string? _configurationFile;
    private readonly Lazy<DirectoryInfo?> _sockets;

    /// <param name="local">Runs ssh itself.</param>
    /// <param name="time">The clock.</param>
    /// <param name="configurationFile">What ssh reads in place of the user's own configuration.</param>
    public SshConnections(IProcessRunner local, TimeProvider time, string? configurationFile = null)
    {
        _local = local;
        _time = time;
        _configurationFile = configurationFile;
        _sockets = new Lazy<DirectoryInfo?>(CreateSocketFolder);
    }

    /// <summary>Runs commands on a machine.</summary>
    public IProcessRunner RunnerFor(SshHost host) =>
        new SshProcessRunner(_connections.GetOrAdd(host, known => new SshConnection(known, Options(known), _local, _time)), _local);

    /// <summary>Forgets the connections; those that are open end by themselves a little later.</summary>
    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= OnExit;
        foreach (SshConnection connection in _connections.Values)
        {
            connection.Dispose();
        }

        if (_sockets is { IsValueCreated: true, Value: { } folder })
        {
            try
            {
                folder.Delete(recursive: true);
            }
            catch (IOException)
            {
                // A socket that came or went at this moment: the folder is in the system's temporary one.
            }
        }
    }

    private void OnExit(object? sender, EventArgs exit) => Dispose();

    // A folder of this process's alone: whoever could put a socket of his own there would be sent the commands.
    private DirectoryInfo? CreateSocketFolder()
    {
        if (OperatingSystem.IsWindows())
        {
            return null;
        }

        DirectoryInfo folder = Directory.CreateTempSubdirectory("io-ssh-");
        AppDomain.CurrentDomain.ProcessExit += OnExit;
        return folder.FullName.Length <= LongestFolder ? folder : null;
    }

    private List<string> Options(SshHost host)
    {
        List<string> options =
        [
            "-T",
            "-o", "BatchMode=yes",
            "-o", $"ConnectTimeout={ConnectTimeoutSeconds.ToString(CultureInfo.InvariantCulture)}",
            "-o", "ServerAliveInterval=15",
            "-o", "LogLevel=ERROR",
            "-o", "ForwardAgent=no",
            "-o", "ForwardX11=no",
            "-o", "ClearAllForwardings=yes",
            "-o", "PermitLocalCommand=no",
            "-o", "RemoteCommand=none",
        ];
        if (_configurationFile is { } file)
        {
            options.InsertRange(0, ["-F", file]);
        }

        if (_sockets.Value is { } folder)
        {
            options.AddRange(
            [
                "-o", "ControlMaster=auto",
                "-o", $"ControlPath={folder.FullName.Replace("%", "%%", StringComparison.Ordinal)}/%C",
                "-o", $"ControlPersist={((int)Persist.TotalSeconds).ToString(CultureInfo.InvariantCulture)}",
            ]);
        }

        if (host.Port is { } port)
        {
            options.AddRange(["-p", port.ToString(CultureInfo.InvariantCulture)]);
        }

        options.AddRange(["--", host.Name]);
        return options;
    }
}
