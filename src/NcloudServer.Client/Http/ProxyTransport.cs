using System;
using System.Net;
#if !NETFRAMEWORK
using System.Net.Http;
#endif

namespace NcloudServer.Http;

/// <summary>Chooses the transport: over the given proxy, or over the system's.</summary>
internal static class ProxyTransport
{
    /// <exception cref="NcpConnectionException">An environment variable does not contain a proxy address.</exception>
    public static HttpTransport For(Uri apiBase, Uri? proxy, NetworkCredential? credential)
    {
#if NETFRAMEWORK
        // .NET Framework ignores the environment.
        _ = apiBase;
#else
        if (proxy is null)
        {
            ProxyAddress.CheckEnvironment(apiBase, Environment.GetEnvironmentVariable, () => HttpClient.DefaultProxy);
        }

#endif
        if (proxy is null && credential is null)
        {
            return HttpTransport.Shared;
        }

        return HttpTransport.Over(proxy is null
            ? new SystemProxy(credential)
            : new WebProxy(proxy) { Credentials = credential });
    }

    /// <summary>The system's proxy with the user's credentials.</summary>
    private sealed class SystemProxy(ICredentials? credentials) : IWebProxy
    {
        private readonly IWebProxy _system = WebRequest.DefaultWebProxy ?? new WebProxy();

        public ICredentials? Credentials { get; set; } = credentials;

        public Uri? GetProxy(Uri destination) => _system.GetProxy(destination);

        public bool IsBypassed(Uri host) => _system.IsBypassed(host);
    }
}
