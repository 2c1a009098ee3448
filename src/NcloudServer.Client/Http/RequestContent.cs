namespace NcloudServer.Http;

/// <summary>
/// A request's body, be it an empty one. The network stack asks for it when a connection stands, and sends nothing before that. Once it has
/// asked, it never sends the request again by itself, as it would when a kept connection ends before the response begins.
/// </summary>
internal sealed class RequestContent(byte[] body) : ByteArrayContent(body)
{
    private volatile bool _isHandedOver;

    /// <summary>Whether the request was handed to a connection that stood: only then can the service have got it.</summary>
    public bool IsHandedOver => _isHandedOver;

    public Action? HandedOver { get; set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        _isHandedOver = true;
        HandedOver?.Invoke();
        return base.SerializeToStreamAsync(stream, context);
    }
}
