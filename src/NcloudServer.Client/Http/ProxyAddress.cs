using System;
using System.Linq;
using System.Net;
using NcloudServer.Failures;

namespace NcloudServer.Http;

/// <summary>Which addresses can be those of a proxy.</summary>
internal static class ProxyAddress
{
    /// <summary>What a right one looks like.</summary>
    public const string Hint = "an absolute http or https address, for example http://proxy.example:8080";

    /// <summary>Whether -Proxy takes it. <c>proxy.corp:8080</c> is absolute too, but its scheme is <c>proxy.corp</c>.</summary>
    public static bool IsUsable(Uri address) =>
        address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) && address.Host.Length > 0;

    /// <summary>Refuses a variable that names no usable proxy: the network stack would ignore it and connect directly.</summary>
    /// <param name="destination">What is to be reached.</param>
    /// <param name="variable">Reads a variable of the environment.</param>
    /// <param name="system">The proxy that the network stack uses if it is told nothing else.</param>
    /// <exception cref="NcpConnectionException">A variable can't be used.</exception>
    public static void CheckEnvironment(Uri destination, Func<string, string?> variable, Func<IWebProxy> system)
    {
        string[] names = [destination.Scheme + "_proxy", destination.Scheme.ToUpperInvariant() + "_PROXY", "all_proxy", "ALL_PROXY"];
        string? name = names.FirstOrDefault(one => variable(one) is { } value && !string.IsNullOrWhiteSpace(value) && !IsTaken(value));
        if (name is not null && (system().GetProxy(destination) is not { } proxy || proxy == destination))
        {
            throw new NcpConnectionException(
                NcpErrorId.NcpConnectionFailed,
                $"The environment variable {name} holds no proxy address: {Endpoint.Shown(variable(name)!)}.",
                $"Set it to {Hint}, or remove it, and start PowerShell again; or use -Proxy.",
                innerException: null) { Kind = FailureKind.NotExecuted };
        }
    }

    // More than -Proxy takes: what the network stack makes something of is left to it.
    private static bool IsTaken(string value) =>
        Uri.TryCreate(value.Contains("://") ? value : "http://" + value, UriKind.Absolute, out Uri? address)
        && address.Host.Length > 0
        && address.Scheme is "http" or "https" or "socks4" or "socks4a" or "socks5";
}
