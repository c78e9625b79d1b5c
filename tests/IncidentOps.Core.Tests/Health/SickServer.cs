using System.Net;
using System.Net.Sockets;
using System.Text;

namespace IncidentOps.Core.Tests.Health;

/// <summary>A server on loopback that does with every connection what a test tells it to, however wrong that is.</summary>
internal sealed class SickServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<NetworkStream, CancellationToken, Task> _serve;
    private readonly List<Task> _served = [];
    private readonly Task _accepting;
    private int _connections;

    public SickServer(Func<NetworkStream, CancellationToken, Task> serve)
    {
        _serve = serve;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public string Authority => $"127.0.0.1:{Port}";

    public Uri Url => new($"http://{Authority}/health");

    public int Connections => Volatile.Read(ref _connections);

    /// <summary>A server that gives every request the same bytes.</summary>
    public static SickServer Answering(string answer) => new(async (stream, token) =>
    {
        while (await ReadRequestAsync(stream, token) is not null)
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(answer), token);
        }
    });

    /// <summary>An HTTP answer with the right length.</summary>
    public static string Http(string status, string body, string type = "text/plain") =>
        $"HTTP/1.1 {status}\r\nContent-Type: {type}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}";

    /// <summary>Reads a request up to the empty line; null where the other side has left.</summary>
    public static async Task<string?> ReadRequestAsync(Stream stream, CancellationToken cancellationToken)
    {
        var request = new StringBuilder();
        byte[] one = new byte[1];
        while (await stream.ReadAsync(one, cancellationToken) > 0)
        {
            request.Append((char)one[0]);
            if (one[0] == '\n' && request.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
            {
                return request.ToString();
            }
        }

        return null;
    }

    /// <summary>An address where nobody listens.</summary>
    public static string FreeAuthority()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        await Task.WhenAll(_served);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                TcpClient client = await _listener.AcceptTcpClientAsync(_stop.Token);
                Interlocked.Increment(ref _connections);
                _served.Add(ServeAsync(client));
            }
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or SocketException or InvalidOperationException)
        {
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        try
        {
            using (client)
            {
                await _serve(client.GetStream(), _stop.Token);
            }
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }
}
