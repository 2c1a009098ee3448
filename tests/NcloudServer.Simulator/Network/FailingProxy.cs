using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace NcloudServer.Simulator;

/// <summary>A proxy that lets nothing through.</summary>
public sealed class FailingProxy : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource ending = new();
    private readonly int status;
    private readonly Task running;

    /// <param name="status">What it answers with; 0 to close the connection, and -1 never to answer.</param>
    public FailingProxy(int status)
    {
        this.status = status;
        listener.Start();
        running = AcceptAsync();
    }

    public string Address => "http://127.0.0.1:" + ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        listener.Stop();
        await running;
        ending.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                connections.Add(ServeAsync(await listener.AcceptTcpClientAsync(ending.Token)));
            }
        }
        catch (Exception) when (ending.IsCancellationRequested)
        {
            // The listener says in several ways that it has been stopped.
        }

        await Task.WhenAll(connections);
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                using var reader = new StreamReader(client.GetStream(), Encoding.ASCII);
                while (await reader.ReadLineAsync(ending.Token) is { Length: > 0 })
                {
                    // The rest of the head.
                }

                if (status < 0)
                {
                    await Task.Delay(Timeout.Infinite, ending.Token);
                }

                string answer = status == 0 ? string.Empty : $"HTTP/1.1 {status} Status\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
                await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(answer), ending.Token);
            }
            catch (Exception e) when (e is IOException or SocketException or OperationCanceledException)
            {
                // The client hung up, or the test is over.
            }
        }
    }
}
