namespace NcloudServer.Wire;

/// <summary>The outermost object of a response: a body, or an error.</summary>
internal sealed class Envelope
{
    /// <summary>The body, whatever the action.</summary>
    public ResponseBody? Body { get; set; }

    /// <summary>The service's own error.</summary>
    public ErrorBody? ServiceError { get; set; }

    /// <summary>The gateway's error.</summary>
    public ErrorBody? GatewayError { get; set; }
}
