using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace NcloudServer.Tests.Http;

/// <summary>
/// A TCP server on loopback that sends exactly the bytes a test hands it, so that broken framing, cut connections and silence
/// can be made, which a real web server refuses to do.
/// </summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ending = new();
    private readonly ConcurrentQueue<RawRequest> _requests = new();
    private readonly Func<RawConnection, Task> _serve;
    private readonly X509Certificate2? _certificate;
    private readonly Task _running;
    private int _connectionCount;

    /// <param name="serve">What is done with each connection, which is closed (FIN) when it has ended.</param>
    /// <param name="certificate">Makes it speak TLS.</param>
    public RawServer(Func<RawConnection, Task> serve, X509Certificate2? certificate = null)
    {
        _serve = serve;
        _certificate = certificate;
        _listener.Start();
        _running = AcceptAsync();
    }

    /// <summary>The address, without a slash at its end.</summary>
    public string Address => $"{(_certificate is null ? "http" : "https")}://127.0.0.1:{Port.ToString(CultureInfo.InvariantCulture)}";

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public int ConnectionCount => Volatile.Read(ref _connectionCount);

    /// <summary>Every request that came in completely, in the order of arrival.</summary>
    public IReadOnlyList<RawRequest> Requests => [.. _requests];

    /// <summary>
    /// A server that keeps its connections and answers the n-th request with the n-th response, all later ones with the last.
    /// </summary>
    public static RawServer Responding(params byte[][] responses)
    {
        int next = -1;
        return new RawServer(async connection =>
        {
            while (await connection.ReceiveAsync() is not null)
            {
                await connection.SendAsync(responses[Math.Min(Interlocked.Increment(ref next), responses.Length - 1)]);
            }
        });
    }

    /// <summary>How often this path was asked for.</summary>
    public int Count(string action) => _requests.Count(request => request.Target.Contains(action, StringComparison.Ordinal));

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        _listener.Stop();
        await _running;
        _ending.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                TcpClient client = await _listener.AcceptTcpClientAsync(_ending.Token);
                connections.Add(ServeAsync(client, Interlocked.Increment(ref _connectionCount)));
            }
        }
        catch (Exception) when (_ending.IsCancellationRequested)
        {
            // The listener says in several ways that it has been stopped.
        }

        await Task.WhenAll(connections);
    }

    private async Task ServeAsync(TcpClient client, int number)
    {
        using (client)
        {
            try
            {
                client.NoDelay = true;
                await using Stream stream = await OpenAsync(client);
                await _serve(new RawConnection(client, stream, number, _requests.Enqueue, _ending.Token));
            }
            catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException
                or System.Security.Authentication.AuthenticationException)
            {
                // The client hung up: often the very thing that a test is about.
            }
        }
    }

    private async Task<Stream> OpenAsync(TcpClient client)
    {
        if (_certificate is null)
        {
            return client.GetStream();
        }

        var secure = new SslStream(client.GetStream());
        await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate }, _ending.Token);
        return secure;
    }
}
