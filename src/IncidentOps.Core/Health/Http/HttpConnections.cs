using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using IncidentOps.Core.Configuration;
using IncidentOps.Core.Health.Network;

namespace IncidentOps.Core.Health.Http;

/// <summary>
/// The connections of the http checks, kept open between sweeps. What was learnt of a server's certificate stays with
/// its address, because a connection that is used again shows none.
/// </summary>
internal sealed class HttpConnections : IDisposable
{
    private static readonly HttpRequestOptionsKey<ProbeAttempt> AttemptKey = new("IncidentOps.Attempt");

    private readonly ConcurrentDictionary<string, ServerCertificate> _certificates = new(StringComparer.OrdinalIgnoreCase);
    private readonly LoopbackBypassProxy _proxy = new(HttpClient.DefaultProxy);
    private readonly HttpMessageInvoker _trusted;
    private readonly Lazy<HttpMessageInvoker> _any;
    private readonly TimeProvider _time;
    private readonly Func<DnsEndPoint, CancellationToken, Task<Stream>> _open;

    public HttpConnections(TimeProvider time)
        : this(time, OpenAsync)
    {
    }

    /// <summary>Over streams that somebody else opens.</summary>
    public HttpConnections(TimeProvider time, Func<DnsEndPoint, CancellationToken, Task<Stream>> open)
    {
        _time = time;
        _open = open;
        _trusted = new HttpMessageInvoker(Handler(trustAny: false));
        _any = new Lazy<HttpMessageInvoker>(() => new HttpMessageInvoker(Handler(trustAny: true)));
    }

    public void Dispose()
    {
        _trusted.Dispose();
        if (_any.IsValueCreated)
        {
            _any.Value.Dispose();
        }
    }

    /// <summary>Sends a request and hands its answer back as soon as the headers are there.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, bool trustAny, ProbeAttempt attempt, CancellationToken cancellationToken)
    {
        request.Options.Set(AttemptKey, attempt);
        return (trustAny ? _any.Value : _trusted).SendAsync(request, cancellationToken);
    }

    /// <summary>The certificate that the server of an address showed last; null where it showed none.</summary>
    public ServerCertificate? CertificateOf(Uri address) => _certificates.GetValueOrDefault(address.Authority);

    private SocketsHttpHandler Handler(bool trustAny) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        Proxy = _proxy,
        UseProxy = true,
        ConnectTimeout = Timeout.InfiniteTimeSpan,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
        MaxResponseDrainSize = 0,
        MaxResponseHeadersLength = 64,
        ConnectCallback = (context, cancellationToken) => ConnectAsync(context, trustAny, cancellationToken),
        SslOptions = new SslClientAuthenticationOptions
        {
            RemoteCertificateValidationCallback = (_, _, _, errors) => trustAny || errors == SslPolicyErrors.None,
        },
    };

    private static async Task<Stream> OpenAsync(DnsEndPoint address, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(address, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, bool trustAny, CancellationToken cancellationToken)
    {
        context.InitialRequestMessage.Options.TryGetValue(AttemptKey, out ProbeAttempt? attempt);
        var address = new HostAndPort(context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        attempt?.Silence = $"no connection to {address}";
        Stream stream = await _open(context.DnsEndPoint, cancellationToken);
        Uri uri = context.InitialRequestMessage.RequestUri!;
        if (uri.Scheme != Uri.UriSchemeHttps || !_proxy.IsBypassed(uri))
        {
            attempt?.Silence = $"connected to {address}, but no answer";
            return stream;
        }

        attempt?.Silence = $"connected to {address}, but no TLS handshake";
        SslStream secured = await TlsHandshake.SecureAsync(
            stream, uri.IdnHost, trustAny, _time.GetUtcNow(), shown => _certificates[uri.Authority] = shown, cancellationToken);
        attempt?.Silence = $"connected to {address}, but no answer";
        return secured;
    }
}
