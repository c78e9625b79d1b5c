using System.Net;

namespace IncidentOps.Core.Health.Http;

/// <summary>The machine's proxy, except for the machine itself.</summary>
internal sealed class LoopbackBypassProxy(IWebProxy proxy) : IWebProxy
{
    public ICredentials? Credentials
    {
        get => proxy.Credentials;
        set => proxy.Credentials = value;
    }

    public Uri? GetProxy(Uri destination) => IsBypassed(destination) ? null : proxy.GetProxy(destination);

    public bool IsBypassed(Uri host) => host.IsLoopback || proxy.IsBypassed(host);
}
