using System.Net;

namespace NcloudServer.Http;

/// <summary>
/// A request's body, be it an empty one. The network stack asks for it when a connection stands (through the proxy and TLS, where there
/// are any), and sends nothing of the request before that.
/// </summary>
/// <remarks>
/// The stack sends a request again by itself when a kept connection ends before the first byte of the response, although the service may
/// have done the work by then. It never does so once it has asked for a body.
/// </remarks>
internal sealed class RequestContent(byte[] body) : ByteArrayContent(body)
{
    private volatile bool _isHandedOver;

    /// <summary>Whether the request was handed to a connection that stood: only then can the service have got it.</summary>
    public bool IsHandedOver => _isHandedOver;

    /// <summary>Called when it is handed over.</summary>
    public Action? HandedOver { get; set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        _isHandedOver = true;
        HandedOver?.Invoke();
        return base.SerializeToStreamAsync(stream, context);
    }
}
