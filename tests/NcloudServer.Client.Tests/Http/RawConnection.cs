using System.Net.Sockets;
using System.Text;

namespace NcloudServer.Tests.Http;

/// <summary>The server's end of a connection.</summary>
internal sealed class RawConnection(TcpClient client, Stream stream, int number, Action<RawRequest> received, CancellationToken ending)
{
    private readonly byte[] _buffer = new byte[16 * 1024];
    private int _count;

    /// <summary>1 for the server's first connection.</summary>
    public int Number { get; } = number;

    /// <summary>Waits for a request's head; null where the client has hung up instead.</summary>
    public async Task<RawRequest?> ReceiveAsync()
    {
        while (true)
        {
            int end = _buffer.AsSpan(0, _count).IndexOf("\r\n\r\n"u8);
            if (end >= 0)
            {
                var request = new RawRequest(Number, Encoding.Latin1.GetString(_buffer, 0, end));
                _count -= end + 4;
                _buffer.AsSpan(end + 4, _count).CopyTo(_buffer);
                received(request);
                return request;
            }

            int read = await stream.ReadAsync(_buffer.AsMemory(_count), ending);
            if (read == 0)
            {
                return null;
            }

            _count += read;
        }
    }

    /// <summary>Waits for some bytes, whatever they are.</summary>
    public async Task ReceiveSomeAsync() => _ = await stream.ReadAsync(new byte[1024], ending);

    public async Task SendAsync(byte[] bytes)
    {
        await stream.WriteAsync(bytes, ending);
        await stream.FlushAsync(ending);
    }

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text));

    /// <summary>Cuts the connection with an RST instead of a FIN.</summary>
    public void Reset()
    {
        client.LingerState = new LingerOption(true, 0);
        client.Client.Close();
    }

    /// <summary>Stays silent until the client hangs up or the server ends.</summary>
    public async Task StaySilentAsync()
    {
        while (await stream.ReadAsync(new byte[1024], ending) > 0)
        {
            // What is sent meanwhile gets no answer.
        }
    }
}
