using System;
using System.Globalization;
#if NETFRAMEWORK
using System.Net;
#endif
using System.Net.Http;
using System.Net.Sockets;
#if !NETFRAMEWORK
using System.Security.Authentication;
#endif
using System.Text.RegularExpressions;
using NcloudServer.Failures;

namespace NcloudServer.Http;

/// <summary>Turns the network stack's exceptions into errors that tell whether the request can have reached the service.</summary>
internal static class ConnectionFailure
{
    private const string ProxyAdvice =
        "Check -Proxy. To sign in there, use -ProxyUseDefaultCredentials (as yourself) or -ProxyCredential (with a name and a password).";

    // The network stack's messages show the address of the proxy, which can contain a password.
    private static readonly Regex s_userInfo = new("//[^/@\\s]*@");

    private enum Stage
    {
        Preparing,
        NameResolution,
        Connecting,
        Handshake,
        Securing,
        Proxy,
        Underway,
    }

    public static NcpConnectionException TimedOut(HttpRequestMessage request, TimeSpan timeout)
    {
        string seconds = timeout.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
        return new NcpConnectionException(
            NcpErrorId.NcpRequestTimeout,
            $"{request.RequestUri!.Host} did not answer completely within {seconds} seconds.",
            "Try again later, or with a higher -TimeoutSec.",
            innerException: null) { Kind = FailureKind.Indeterminate };
    }

    /// <summary>The connection attempt timed out, which takes less time than the request may.</summary>
    public static NcpConnectionException NotConnected(HttpRequestMessage request, Exception exception) =>
        Make(Stage.Connecting, exception, request);

    /// <summary>No connection was attempted.</summary>
    public static NcpConnectionException NotSent(Exception exception, HttpRequestMessage request) =>
        Make(Stage.Preparing, exception, request);

    /// <summary>The proxy requires authentication.</summary>
    public static NcpConnectionException ProxyAuthentication(HttpRequestMessage request) => new(
        NcpErrorId.NcpConnectionFailed,
        $"The proxy refused the request to {request.RequestUri!.Host}: it requires a sign-in (HTTP 407).",
        ProxyAdvice,
        innerException: null) { Kind = FailureKind.NotExecuted };

    public static NcpConnectionException From(Exception exception, HttpRequestMessage request) =>
        Make(StageOf(exception), exception, request);

    private static NcpConnectionException Make(Stage stage, Exception exception, HttpRequestMessage request)
    {
        Uri uri = request.RequestUri!;
        string reason = s_userInfo.Replace(Innermost(exception).Message, "//").TrimEnd('.');
        (string message, string advice, FailureKind kind) = stage switch
        {
            Stage.Preparing => (
                $"The request to {uri.Host} could not be sent: {reason}.",
                $"Check the endpoint, -Proxy and this computer's proxy settings: a proxy is {ProxyAddress.Hint}.", FailureKind.NotExecuted),
            Stage.NameResolution when Is<SocketException>(exception, e => e.SocketErrorCode == SocketError.TryAgain) => (
                $"The name {uri.Host} can't be resolved for now: {reason}.",
                "Check the network, its name servers and the proxy.", FailureKind.Transient),
            Stage.NameResolution => (
                $"The name {uri.Host} can't be resolved: {reason}.",
                "Check the endpoint, the network and the proxy.", FailureKind.NotExecuted),
            Stage.Connecting => (
                $"No connection to {uri.Authority}: {reason}.", "Check the endpoint, the network and the proxy.", FailureKind.Transient),
            Stage.Handshake => (
                $"No secure connection to {uri.Authority}: it was cut during the TLS handshake. {reason}.",
                "Try again later. Check the endpoint, the network and whether a proxy or a firewall intercepts TLS.",
                FailureKind.Transient),
            Stage.Securing => (
                $"No secure connection to {uri.Host}: {reason}.",
                "Check this computer's clock, its trusted certificates and whether a proxy intercepts TLS.", FailureKind.NotExecuted),
            Stage.Proxy => ($"The proxy refused the request to {uri.Host}: {reason}.", ProxyAdvice, FailureKind.NotExecuted),
            _ => (
                $"The connection to {uri.Authority} broke before the response was complete: {reason}.", "Try again.",
                FailureKind.Indeterminate),
        };
        Exception? shown = s_userInfo.IsMatch(exception.ToString()) ? null : exception;
        return new NcpConnectionException(NcpErrorId.NcpConnectionFailed, message, advice, shown) { Kind = kind };
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
        // A refused handshake has a reason, which does not pass; a connection that is cut may succeed the next time.
        HttpRequestError.SecureConnectionError => Is<AuthenticationException>(exception) ? Stage.Securing : Stage.Handshake,
        HttpRequestError.ProxyTunnelError => Stage.Proxy,
        HttpRequestError.ConnectionError => Innermost(exception) switch
        {
            SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } =>
                Stage.NameResolution,
            AuthenticationException => Stage.Securing,
            _ => Stage.Connecting,
        },
        _ => Stage.Underway,
    };
#endif

    private static bool Is<T>(Exception? exception, Func<T, bool>? condition = null)
        where T : Exception =>
        exception is not null && ((exception is T one && condition?.Invoke(one) != false) || Is(exception.InnerException, condition));

    private static Exception Innermost(Exception exception) =>
        exception.InnerException is { } inner ? Innermost(inner) : exception;
}
