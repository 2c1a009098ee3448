using System.Net.Sockets;
using Microsoft.AspNetCore.Connections.Features;

namespace NcloudServer.Simulator;

/// <summary>Ends connections in the two ways that a client can tell apart.</summary>
internal static class Connections
{
    private static readonly TimeSpan SendTime = TimeSpan.FromMilliseconds(30);
    private static readonly TimeSpan GraceTime = TimeSpan.FromSeconds(2);

    public static async Task CloseAsync(HttpContext context, CloseKind kind)
    {
        Socket? socket = context.Features.Get<IConnectionSocketFeature>()?.Socket;
        if (context.Response.HasStarted)
        {
            // What has been written is still on its way to the socket; a reset would overtake it.
            await Task.Delay(SendTime);
        }

        if (kind == CloseKind.Graceful && socket is not null)
        {
            // Kestrel would answer something; ending the stream below it leaves no byte. Aborting at once could overtake the FIN.
            socket.Shutdown(SocketShutdown.Send);
            await UntilClientGoesAsync(context, GraceTime);
        }
        else if (socket is not null)
        {
            socket.LingerState = new LingerOption(enable: true, seconds: 0);
        }

        context.Abort();
    }

    public static async Task UntilClientGoesAsync(HttpContext context, TimeSpan bound)
    {
        try
        {
            await Task.Delay(bound, context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            // That is what was waited for.
        }
    }
}
