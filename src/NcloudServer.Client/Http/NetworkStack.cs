namespace NcloudServer.Http;

/// <summary>The network stack of each framework, as the module needs it: no redirects, no cookies, and no shorter limit of its own.</summary>
internal static class NetworkStack
{
    public static HttpClient Client(HttpMessageHandler handler)
    {
        var client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.ParseAdd("NcloudServer/" + typeof(NetworkStack).Assembly.GetName().Version!.ToString(3));
        return client;
    }

#if NETFRAMEWORK
    public static HttpClient Client(IWebProxy? proxy, bool isDirect = false) => Client(new HttpClientHandler
    {
        AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
        // powershell.exe may default to older protocols; the process-wide setting is left alone.
        SslProtocols = System.Security.Authentication.SslProtocols.Tls12,
        MaxConnectionsPerServer = 256,
#else
    public static HttpClient Client(IWebProxy? proxy, bool isDirect = false) => Client(new SocketsHttpHandler
    {
        AutomaticDecompression = DecompressionMethods.All,
        // Long enough to reuse connections, short enough to notice a change of the gateway's address.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        // An address that drops packets is tried again sooner than the request's own time-out is over.
        ConnectTimeout = TimeSpan.FromSeconds(15),
#endif
        Proxy = proxy,
        UseProxy = !isDirect,
        AllowAutoRedirect = false,
        UseCookies = false,
    });
}
