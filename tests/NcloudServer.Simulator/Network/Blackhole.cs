using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace NcloudServer.Simulator;

/// <summary>
/// An address that drops what comes, as behind a firewall: on Linux a port of loopback whose queue is full. Anywhere else such a port
/// refuses, so it is an address that is in no network.
/// </summary>
public sealed class Blackhole : IDisposable
{
    private readonly Socket listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly Socket filling = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public Blackhole()
    {
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(0);
        filling.Connect(listener.LocalEndPoint!);
    }

    /// <summary>Address and port.</summary>
    public string Authority => OperatingSystem.IsLinux()
        ? "127.0.0.1:" + ((IPEndPoint)listener.LocalEndPoint!).Port.ToString(CultureInfo.InvariantCulture)
        : "203.0.113.1:443";

    public void Dispose()
    {
        filling.Dispose();
        listener.Dispose();
    }
}
