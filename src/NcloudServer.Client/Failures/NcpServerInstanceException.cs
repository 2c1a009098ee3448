namespace NcloudServer;

/// <summary>The action on one server failed, or its outcome is unknown.</summary>
public sealed class NcpServerInstanceException : NcpException
{
    internal NcpServerInstanceException(
        NcpErrorId id, string serverInstanceNo, string message, string recommendedAction, Exception? innerException = null)
        : base(id, message, recommendedAction, innerException)
    {
        ServerInstanceNo = serverInstanceNo;
        RequestId = (innerException as NcpException)?.RequestId ?? string.Empty;
    }

    /// <summary>The number as it was given.</summary>
    public string ServerInstanceNo { get; }
}
