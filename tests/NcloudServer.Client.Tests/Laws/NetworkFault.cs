#if NETFRAMEWORK
using System.Net;
#else
using System.Net.Sockets;
#endif

namespace NcloudServer.Tests.Laws;

/// <summary>What the network stack throws, as each framework throws it.</summary>
internal static class NetworkFault
{
#if NETFRAMEWORK
    public static HttpRequestException Refused() => new("refused", new WebException("refused", WebExceptionStatus.ConnectFailure));

    public static HttpRequestException Cut() => new("cut", new WebException("cut", WebExceptionStatus.ConnectionClosed));
#else
    public static HttpRequestException Refused() =>
        new(HttpRequestError.ConnectionError, "refused", new SocketException((int)SocketError.ConnectionRefused));

    public static HttpRequestException Cut() => new(HttpRequestError.ResponseEnded, "cut");
#endif
}
