namespace NcloudServer.Addresses;

internal static class ProxyAddress
{
    public const string Hint = "an absolute http or https address, for example http://proxy.example:8080";

    /// <summary>Whether -Proxy accepts the address. <c>proxy.corp:8080</c> is absolute too, but its scheme is <c>proxy.corp</c>.</summary>
    public static bool IsUsable(Uri address) =>
        address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) && address.Host.Length > 0;

    /// <summary>Rejects a variable without a usable proxy address: the network stack would ignore it and connect directly.</summary>
    /// <exception cref="NcpConnectionException">The variable's value can't be used.</exception>
    public static void CheckEnvironment(Uri destination, Func<string, string?> variable, Func<IWebProxy> system)
    {
        string? name = Variables(destination, variable).FirstOrDefault(one => !IsAccepted(variable(one)!));
        if (name is not null && (system().GetProxy(destination) is not { } proxy || proxy == destination))
        {
            throw new NcpConnectionException(
                NcpErrorId.NcpConnectionFailed,
                $"The environment variable {name} is not a proxy address: {Endpoint.Shown(variable(name)!)}.",
                $"Set it to {Hint}, or remove it, and start PowerShell again; or use -Proxy.") { Kind = FailureKind.NotExecuted };
        }
    }

    /// <summary>The environment variable that names the proxy for an address; null where none does.</summary>
    public static string? Variable(Uri destination, Func<string, string?> variable) =>
        Variables(destination, variable).FirstOrDefault(one => IsAccepted(variable(one)!));

    private static IEnumerable<string> Variables(Uri destination, Func<string, string?> variable) =>
        new[] { destination.Scheme + "_proxy", destination.Scheme.ToUpperInvariant() + "_PROXY", "all_proxy", "ALL_PROXY" }
            .Where(name => !string.IsNullOrWhiteSpace(variable(name)));

    // More than -Proxy accepts: all that the network stack can use.
    private static bool IsAccepted(string value) =>
        Uri.TryCreate(value.Contains("://") ? value : "http://" + value, UriKind.Absolute, out Uri? address)
        && address.Host.Length > 0
        && address.Scheme is "http" or "https" or "socks4" or "socks4a" or "socks5";
}
