using System.Globalization;
#if NETFRAMEWORK
using System.Net;
#endif
using System.Net.Sockets;
using System.Security.Authentication;
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

    // The network stack tells a proxy's status in words alone.
    private static readonly Regex s_tunnelStatus = new("'(?<status>[1-5][0-9][0-9])'");

    private enum Stage
    {
        Preparing, NameResolution, Connecting, Handshake, Securing, Tunnel, Underway,
    }

    /// <summary>What an exception means; null where it is of another kind. A time that is given has passed.</summary>
    public static NcpConnectionException? Of(
        Exception exception, HttpRequestMessage request, bool hasResponse, bool? isHandedOver, TimeSpan? passed, ProxyUse proxy)
    {
        if (exception is NcpConnectionException known)
        {
            return known;
        }

        // The network stack can't connect at all, for example over a system proxy with an unknown scheme.
        if (!hasResponse && exception is (NotSupportedException or FormatException or ArgumentException))
        {
            return Make(Stage.Preparing, exception, request, proxy);
        }

        if (passed is { } timeout)
        {
            return TimedOut(request, timeout, isHandedOver, proxy);
        }

        // A cancellation by neither the caller nor the time limit is a broken connection.
        if (exception is not (HttpRequestException or IOException or AuthenticationException or InvalidOperationException
            or InvalidDataException or OperationCanceledException))
        {
            return null;
        }

        // What the stack says decides only where the request itself does not tell.
        Stage stage = isHandedOver == true ? Stage.Underway : StageOf(exception);
        return Make(isHandedOver == false && stage == Stage.Underway ? Stage.Connecting : stage, exception, request, proxy);
    }

    public static NcpConnectionException ProxyAuthentication(HttpRequestMessage request, ProxyUse proxy) => NotMade(
        $"{Sentence(proxy.Describe(request.RequestUri!) ?? "the proxy")} refused the request to {request.RequestUri!.Host}: "
        + "it requires a sign-in (HTTP 407).",
        ProxyAdvice,
        FailureKind.NotExecuted);

    private static NcpConnectionException TimedOut(HttpRequestMessage request, TimeSpan timeout, bool? isHandedOver, ProxyUse proxy)
    {
        string seconds = timeout.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
        return isHandedOver == false
            ? NotMade($"No connection to {Way(request, proxy)} within {seconds} seconds.", Advice(request, proxy), FailureKind.Transient)
            : new NcpConnectionException(
                NcpErrorId.NcpRequestTimeout,
                $"{request.RequestUri!.Host} did not answer completely within {seconds} seconds.",
                "Try again later, or with a higher -TimeoutSec.") { Kind = FailureKind.Indeterminate };
    }

    private static NcpConnectionException Make(Stage stage, Exception exception, HttpRequestMessage request, ProxyUse proxy)
    {
        Uri uri = request.RequestUri!;
        string? used = proxy.Describe(uri);
        // Some messages of the stack end with a quote that nothing begins.
        string reason = s_userInfo.Replace(Innermost(exception).Message, "//").TrimEnd('.', '"');
        string status = s_tunnelStatus.Match(reason).Groups["status"].Value;
        string name = used is null ? $"The name {uri.Host}" : $"The name of {used}";
        (string message, string advice, FailureKind kind) = stage switch
        {
            Stage.Preparing => (
                $"The request to {uri.Host} could not be sent: {reason}.",
                $"Check the endpoint, -Proxy and this computer's proxy settings: a proxy is {Addresses.ProxyAddress.Hint}.", FailureKind.NotExecuted),
            Stage.NameResolution when Is<SocketException>(exception, e => e.SocketErrorCode == SocketError.TryAgain) => (
                $"{name} can't be resolved for now: {reason}.",
                "Check the network, its name servers and the proxy.", FailureKind.Transient),
            Stage.NameResolution => ($"{name} can't be resolved: {reason}.", Advice(request, proxy), FailureKind.NotExecuted),
            Stage.Connecting => ($"No connection to {Way(request, proxy)}: {reason}.", Advice(request, proxy), FailureKind.Transient),
            Stage.Handshake => (
                $"No secure connection to {Way(request, proxy)}: it was cut during the TLS handshake. {reason}.",
                "Try again later. Check the endpoint, the network and whether a proxy or a firewall intercepts TLS.",
                FailureKind.Transient),
            Stage.Securing => (
                $"No secure connection to {Way(request, proxy)}: {reason}.",
                "Check this computer's clock, its trusted certificates and whether a proxy intercepts TLS.", FailureKind.NotExecuted),
            // A proxy's refusal passes where it could not reach the other side, or is busy.
            Stage.Tunnel => (
                $"{Sentence(used ?? "the proxy")} did not connect to {uri.Authority}: {(status.Length == 0 ? reason : "HTTP " + status)}.",
                ProxyAdvice, status.Length > 0 && (status[0] == '5' || status is "408" or "429")
                    ? FailureKind.Transient : FailureKind.NotExecuted),
            _ => (
                $"The connection to {uri.Authority} broke before the response was complete: {reason}.", "Try again.",
                FailureKind.Indeterminate),
        };
        return NotMade(message, advice, kind, s_userInfo.IsMatch(exception.ToString()) ? null : exception);
    }

    private static NcpConnectionException NotMade(string message, string advice, FailureKind kind, Exception? exception = null) =>
        new(NcpErrorId.NcpConnectionFailed, message, advice, exception) { Kind = kind };

    private static string Way(HttpRequestMessage request, ProxyUse proxy) => request.RequestUri!.Authority
        + (proxy.Describe(request.RequestUri) is { } used ? $" through {used}" : string.Empty);

    private static string Advice(HttpRequestMessage request, ProxyUse proxy) => proxy.Describe(request.RequestUri!) is null
        ? "Check the endpoint, the network and the proxy."
        : "Check the address of the proxy, and the network. Without a proxy, use -NoProxy.";

    private static string Sentence(string text) => char.ToUpperInvariant(text[0]) + text.Substring(1);

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
                    WebExceptionStatus.ProxyNameResolutionFailure or WebExceptionStatus.RequestProhibitedByProxy => Stage.Tunnel,
                    _ => Stage.Underway,
                };
            }
        }

        return Stage.Underway;
    }
#else
    private static Stage StageOf(Exception exception) => (exception as HttpRequestException)?.HttpRequestError switch
    {
        // The time for a connection is over, which is shorter than that for a request.
        null when exception is OperationCanceledException { InnerException: TimeoutException } => Stage.Connecting,
        HttpRequestError.NameResolutionError => Stage.NameResolution,
        // A refused handshake has a reason, which does not pass; a connection that is cut may succeed the next time.
        HttpRequestError.SecureConnectionError => Is<AuthenticationException>(exception) ? Stage.Securing : Stage.Handshake,
        HttpRequestError.ProxyTunnelError => Stage.Tunnel,
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
