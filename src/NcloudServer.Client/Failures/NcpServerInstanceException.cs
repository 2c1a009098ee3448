using System;

namespace NcloudServer;

/// <summary>One server can't be acted on, or its kind is not known.</summary>
public sealed class NcpServerInstanceException : NcpException
{
    internal NcpServerInstanceException(
        NcpErrorId id, string serverInstanceNo, string message, string recommendedAction, Exception? innerException = null)
        : base(id, message, recommendedAction, innerException)
    {
        ServerInstanceNo = serverInstanceNo;
    }

    /// <summary>The number as it was given.</summary>
    public string ServerInstanceNo { get; }
}
