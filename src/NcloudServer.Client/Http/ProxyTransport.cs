using System.Net;

namespace NcloudServer.Http;

/// <summary>Chooses the transport: over the given proxy, over the system's, or over none.</summary>
internal static class ProxyTransport
{
    /// <exception cref="NcpConnectionException">An environment variable does not contain a proxy address.</exception>
    public static HttpTransport For(Uri apiBase, bool isDirect, Uri? proxy, ICredentials? credential)
    {
        if (isDirect)
        {
            return HttpTransport.Direct();
        }

#if NETFRAMEWORK
        // .NET Framework ignores the environment.
        _ = apiBase;
#else
        if (proxy is null)
        {
            Addresses.ProxyAddress.CheckEnvironment(apiBase, Environment.GetEnvironmentVariable, () => HttpClient.DefaultProxy);
        }

#endif
        // A connection with a sign-in is never shared.
        return ProxyOf(proxy, credential) is { } own
            ? HttpTransport.Over(own, source: proxy is null ? null : "-Proxy")
            : HttpTransport.Shared;
    }

    /// <summary>The proxy with its sign-in; null for the system's as it is.</summary>
    internal static IWebProxy? ProxyOf(Uri? proxy, ICredentials? credential) => proxy is not null
        ? new WebProxy(proxy) { Credentials = credential }
        : credential is not null ? new SystemProxy(credential) : null;

    /// <summary>The system's proxy with the user's credentials.</summary>
    private sealed class SystemProxy(ICredentials? credentials) : IWebProxy
    {
        private readonly IWebProxy _system = WebRequest.DefaultWebProxy ?? new WebProxy();

        public ICredentials? Credentials { get; set; } = credentials;

        public Uri? GetProxy(Uri destination) => _system.GetProxy(destination);

        public bool IsBypassed(Uri host) => _system.IsBypassed(host);
    }
}
