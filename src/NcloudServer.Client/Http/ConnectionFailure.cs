#if NETFRAMEWORK
#endif
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text.RegularExpressions;

namespace NcloudServer.Http;

/// <summary>Turns the network stack's exceptions into errors that tell whether the request can have reached the service.</summary>
internal sealed class ConnectionFailure(HttpRequestMessage request, ProxyUse proxy)
{
    private const string ProxyAdvice =
        "Check -Proxy. To sign in there, use -ProxyUseDefaultCredentials (as yourself) or -ProxyCredential (with a name and a password).";

    // The network stack's messages show the address of the proxy, which can contain a password.
    private static readonly Regex s_userInfo = new("//[^/@\\s]*@");

    // The network stack tells a proxy's status in words alone.
    private static readonly Regex s_tunnelStatus = new("'(?<status>[1-5][0-9][0-9])'");

    private readonly Uri _uri = request.RequestUri!;

    // In words; null where none is used.
    private readonly string? _proxy = proxy.Describe(request.RequestUri!);

    private enum Stage
    {
        Preparing, NameResolution, Connecting, Handshake, Securing, Tunnel, Underway,
    }

    /// <summary>What an exception means; null where it is of another kind. A time that is given has passed.</summary>
    public static NcpConnectionException? Of(
        Exception exception, HttpRequestMessage request, bool hasResponse, bool? isHandedOver, TimeSpan? passed, ProxyUse proxy) => exception switch
        {
            NcpConnectionException known => known,
            // The network stack can't connect at all, for example over a system proxy with an unknown scheme.
            NotSupportedException or FormatException or ArgumentException when !hasResponse =>
                new ConnectionFailure(request, proxy).At(Stage.Preparing, exception),
            _ when passed is { } timeout => new ConnectionFailure(request, proxy).After(timeout, isHandedOver),
            // A cancellation by neither the caller nor the time limit is a broken connection.
            HttpRequestException or IOException or AuthenticationException or InvalidOperationException or InvalidDataException
                or OperationCanceledException => new ConnectionFailure(request, proxy).At(StageOf(exception, isHandedOver), exception),
            _ => null,
        };

    public NcpConnectionException SignInRequired() => NotMade(
        $"{NameOfProxy} refused the request to {_uri.Host}: it requires a sign-in (HTTP 407).", ProxyAdvice, FailureKind.NotExecuted);

    private NcpConnectionException After(TimeSpan timeout, bool? isHandedOver)
    {
        string seconds = timeout.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
        return isHandedOver == false
            ? NotMade($"No connection to {Way} within {seconds} seconds.", Advice, FailureKind.Transient)
            : new NcpConnectionException(
                NcpErrorId.NcpRequestTimeout,
                $"{_uri.Host} did not answer completely within {seconds} seconds.",
                "Try again later, or with a higher -TimeoutSec.") { Kind = FailureKind.Indeterminate };
    }

    private NcpConnectionException At(Stage stage, Exception exception)
    {
        // Some messages of the stack end with a quote that nothing begins.
        string reason = s_userInfo.Replace(Innermost(exception).Message, "//").TrimEnd('.', '"');
        string status = s_tunnelStatus.Match(reason).Groups["status"].Value;
        string name = _proxy is null ? $"The name {_uri.Host}" : $"The name of {_proxy}";
        (string message, string advice, FailureKind kind) = stage switch
        {
            Stage.Preparing => (
                $"The request to {_uri.Host} could not be sent: {reason}.",
                $"Check the endpoint, -Proxy and this computer's proxy settings: a proxy is {Addresses.ProxyAddress.Hint}.", FailureKind.NotExecuted),
            Stage.NameResolution when Innermost(exception) is SocketException { SocketErrorCode: SocketError.TryAgain } => (
                $"{name} can't be resolved for now: {reason}.",
                "Check the network, its name servers and the proxy.", FailureKind.Transient),
            Stage.NameResolution => ($"{name} can't be resolved: {reason}.", Advice, FailureKind.NotExecuted),
            Stage.Connecting => ($"No connection to {Way}: {reason}.", Advice, FailureKind.Transient),
            Stage.Handshake => (
                $"No secure connection to {Way}: it was cut during the TLS handshake. {reason}.",
                "Try again later. Check the endpoint, the network and whether a proxy or a firewall intercepts TLS.", FailureKind.Transient),
            Stage.Securing => (
                $"No secure connection to {Way}: {reason}.",
                "Check this computer's clock, its trusted certificates and whether a proxy intercepts TLS.", FailureKind.NotExecuted),
            // A proxy's refusal passes where it could not reach the other side, or is busy.
            Stage.Tunnel => (
                $"{NameOfProxy} did not connect to {_uri.Authority}: {(status.Length == 0 ? reason : "HTTP " + status)}.",
                ProxyAdvice, status.Length > 0 && (status[0] == '5' || status is "408" or "429")
                    ? FailureKind.Transient : FailureKind.NotExecuted),
            _ => (
                $"The connection to {_uri.Authority} broke before the response was complete: {reason}.", "Try again.", FailureKind.Indeterminate),
        };
        return NotMade(message, advice, kind, s_userInfo.IsMatch(exception.ToString()) ? null : exception);
    }

    private static NcpConnectionException NotMade(string message, string advice, FailureKind kind, Exception? exception = null) =>
        new(NcpErrorId.NcpConnectionFailed, message, advice, exception) { Kind = kind };

    // As the beginning of a sentence.
    private string NameOfProxy => _proxy is null ? "The proxy" : char.ToUpperInvariant(_proxy[0]) + _proxy.Substring(1);

    private string Way => _proxy is null ? _uri.Authority : $"{_uri.Authority} through {_proxy}";

    private string Advice => _proxy is null
        ? "Check the endpoint, the network and the proxy."
        : "Check the address of the proxy, and the network. Without a proxy, use -NoProxy.";

    // What the stack says decides only where the request itself does not tell.
    private static Stage StageOf(Exception exception, bool? isHandedOver) => (isHandedOver, StageOf(exception)) switch
    {
        (true, _) => Stage.Underway,
        (false, Stage.Underway) => Stage.Connecting,
        (_, var stage) => stage,
    };

#if NETFRAMEWORK
    private static Stage StageOf(Exception? exception) => (exception as WebException)?.Status switch
    {
        null when exception is not null => StageOf(exception.InnerException),
        WebExceptionStatus.NameResolutionFailure => Stage.NameResolution,
        WebExceptionStatus.ConnectFailure => Stage.Connecting,
        WebExceptionStatus.SecureChannelFailure or WebExceptionStatus.TrustFailure => Stage.Securing,
        WebExceptionStatus.ProxyNameResolutionFailure or WebExceptionStatus.RequestProhibitedByProxy => Stage.Tunnel,
        _ => Stage.Underway,
    };
#else
    private static Stage StageOf(Exception exception) => (exception as HttpRequestException)?.HttpRequestError switch
    {
        // The time for a connection is over, which is shorter than that for a request.
        null when exception is OperationCanceledException { InnerException: TimeoutException } => Stage.Connecting,
        HttpRequestError.NameResolutionError => Stage.NameResolution,
        // A refused handshake has a reason, which does not pass; a connection that is cut may succeed the next time.
        HttpRequestError.SecureConnectionError => IsAuthentication(exception) ? Stage.Securing : Stage.Handshake,
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

    private static bool IsAuthentication(Exception? exception) =>
        exception is AuthenticationException || (exception is not null && IsAuthentication(exception.InnerException));
#endif

    private static Exception Innermost(Exception exception) =>
        exception.InnerException is { } inner ? Innermost(inner) : exception;
}
