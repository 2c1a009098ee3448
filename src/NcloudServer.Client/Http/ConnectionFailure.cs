using System;
using System.Globalization;
#if NETFRAMEWORK
using System.Net;
#endif
using System.Net.Http;
#if !NETFRAMEWORK
using System.Net.Sockets;
using System.Security.Authentication;
#endif

namespace NcloudServer.Http;

/// <summary>Tells from what the network stack throws whether the request can have reached the service, and says it to a person.</summary>
internal static class ConnectionFailure
{
    private enum Stage
    {
        NameResolution,
        Connecting,
        Securing,
        Proxy,
        Underway,
    }

    public static NcpConnectionException TimedOut(HttpRequestMessage request, TimeSpan timeout) => new(
        NcpErrorId.NcpRequestTimeout,
        $"{request.RequestUri!.Host} did not answer completely within {timeout.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture)} seconds.",
        "Try again later, or with a higher -TimeoutSec.",
        innerException: null) { Fate = Fate.Unknown };

    /// <summary>The time for a connection, which is a part of the request's time, was over before there was one.</summary>
    public static NcpConnectionException NotConnected(HttpRequestMessage request, Exception exception) => Make(Stage.Connecting, exception, request);

    public static NcpConnectionException From(Exception exception, HttpRequestMessage request) => Make(StageOf(exception), exception, request);

    private static NcpConnectionException Make(Stage stage, Exception exception, HttpRequestMessage request)
    {
        Uri uri = request.RequestUri!;
        string reason = Innermost(exception).Message.TrimEnd('.');
        (string message, string advice, Fate fate) = stage switch
        {
            Stage.NameResolution => (
                $"The name {uri.Host} can't be resolved: {reason}.", "Check the endpoint, the network and the proxy.", Fate.Failed),
            Stage.Connecting => (
                $"No connection to {uri.Authority}: {reason}.", "Check the endpoint, the network and the proxy.", Fate.Repeatable),
            Stage.Securing => (
                $"No secure connection to {uri.Host}: {reason}.",
                "Check this computer's clock, its trusted certificates and whether a proxy intercepts TLS.", Fate.Failed),
            Stage.Proxy => (
                $"The proxy did not let the request to {uri.Host} through: {reason}.", "Check -Proxy and -ProxyCredential.", Fate.Failed),
            _ => ($"The connection to {uri.Authority} broke before the reply was complete: {reason}.", "Try again.", Fate.Unknown),
        };
        return new NcpConnectionException(NcpErrorId.NcpConnectionFailed, message, advice, exception) { Fate = fate };
    }

#if NETFRAMEWORK
    private static Stage StageOf(Exception exception)
    {
        for (Exception? e = exception; e is not null; e = e.InnerException)
        {
            if (e is WebException web)
            {
                return web.Status switch
                {
                    WebExceptionStatus.NameResolutionFailure => Stage.NameResolution,
                    WebExceptionStatus.ConnectFailure => Stage.Connecting,
                    WebExceptionStatus.SecureChannelFailure or WebExceptionStatus.TrustFailure => Stage.Securing,
                    WebExceptionStatus.ProxyNameResolutionFailure or WebExceptionStatus.RequestProhibitedByProxy => Stage.Proxy,
                    _ => Stage.Underway,
                };
            }
        }

        return Stage.Underway;
    }
#else
    private static Stage StageOf(Exception exception) => (exception as HttpRequestException)?.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => Stage.NameResolution,
        HttpRequestError.SecureConnectionError => Stage.Securing,
        HttpRequestError.ProxyTunnelError => Stage.Proxy,
        HttpRequestError.ConnectionError => Innermost(exception) switch
        {
            SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } => Stage.NameResolution,
            AuthenticationException => Stage.Securing,
            _ => Stage.Connecting,
        },
        _ => Stage.Underway,
    };
#endif

    private static Exception Innermost(Exception exception) =>
        exception.InnerException is { } inner ? Innermost(inner) : exception;
}
