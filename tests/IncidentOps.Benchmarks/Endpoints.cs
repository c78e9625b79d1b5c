using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace IncidentOps.Benchmarks;

/// <summary>HTTP endpoints on loopback that take their time to answer, in a process of their own.</summary>
internal static class Endpoints
{
    internal const string Command = "serve-endpoints";

    private static readonly byte[] Answer =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 15\r\n\r\n{\"status\":\"ok\"}"u8.ToArray();

    /// <summary>Serves until the process ends, and first writes the ports on one line.</summary>
    internal static async Task ServeAsync(string count, string milliseconds)
    {
        var delay = TimeSpan.FromMilliseconds(double.Parse(milliseconds, CultureInfo.InvariantCulture));
        var ports = new List<int>();
        for (var index = 0; index < int.Parse(count, CultureInfo.InvariantCulture); index++)
        {
            var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start(512);
            ports.Add(((IPEndPoint)listener.LocalEndpoint).Port);
            _ = AcceptAsync(listener, delay);
        }

        Console.WriteLine(string.Join(' ', ports));
        await Task.Delay(Timeout.Infinite);
    }

    private static async Task AcceptAsync(TcpListener listener, TimeSpan delay)
    {
        while (true)
        {
            var socket = await listener.AcceptSocketAsync();
            socket.NoDelay = true;
            _ = AnswerAsync(socket, delay);
        }
    }

    private static async Task AnswerAsync(Socket socket, TimeSpan delay)
    {
        using (socket)
        {
            var request = new byte[4096];
            try
            {
                while (await socket.ReceiveAsync(request) > 0)
                {
                    await Task.Delay(delay);
                    await socket.SendAsync(Answer);
                }
            }
            catch (SocketException)
            {
                // The other side has what it wants.
            }
        }
    }
}
