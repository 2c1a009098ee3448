namespace NcloudServer;

/// <summary>No response: the service could not be reached, the connection broke, or the request timed out.</summary>
public sealed class NcpConnectionException : NcpException
{
    internal NcpConnectionException(NcpErrorId id, string message, string recommendedAction, Exception? innerException = null)
        : base(id, message, recommendedAction, innerException)
    {
    }
}
