namespace NcloudServer.Http;

/// <summary>Which proxy requests go through, and its source; null for the variable or the setting that the network stack took it from.</summary>
internal sealed class ProxyUse(Func<IWebProxy?> proxy, string? source)
{
    public static ProxyUse None { get; } = new(() => null, source: null);

    public static ProxyUse OfSystem { get; } = new(
#if NETFRAMEWORK
        () => WebRequest.DefaultWebProxy,
#else
        () => HttpClient.DefaultProxy,
#endif
        source: null);

    /// <summary>A proxy with its sign-in; null for the system's as it is.</summary>
    public static IWebProxy? ProxyOf(Uri? address, ICredentials? credential) => address is not null
        ? new WebProxy(address) { Credentials = credential }
        : credential is not null ? new SystemProxy(credential) : null;

    /// <summary>The proxy that leads to an address, for messages, without a password; null where none does.</summary>
    public string? Describe(Uri destination) =>
        proxy() is { } used && !used.IsBypassed(destination) && used.GetProxy(destination) is { } address && address != destination
            ? $"the proxy {address.Scheme}://{address.Authority} (from {source ?? SourceOf(destination)})"
            : null;

#if NETFRAMEWORK
    // .NET Framework ignores the environment.
    private static string SourceOf(Uri destination) => "the settings of the system";
#else
    private static string SourceOf(Uri destination) =>
        Addresses.ProxyAddress.Variable(destination, Environment.GetEnvironmentVariable) ?? "the settings of the system";
#endif

    private sealed class SystemProxy(ICredentials? credentials) : IWebProxy
    {
        private readonly IWebProxy _system = WebRequest.DefaultWebProxy ?? new WebProxy();

        public ICredentials? Credentials { get; set; } = credentials;

        public Uri? GetProxy(Uri destination) => _system.GetProxy(destination);

        public bool IsBypassed(Uri host) => _system.IsBypassed(host);
    }
}
