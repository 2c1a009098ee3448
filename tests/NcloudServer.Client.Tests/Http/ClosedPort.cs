using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace NcloudServer.Tests.Http;

/// <summary>A port of loopback that refuses connections, and that nobody else can take meanwhile: bound, but not listening.</summary>
internal sealed class ClosedPort : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public ClosedPort() => _socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));

    public string Address => "http://127.0.0.1:" + ((IPEndPoint)_socket.LocalEndPoint!).Port.ToString(CultureInfo.InvariantCulture);

    public void Dispose() => _socket.Dispose();
}
