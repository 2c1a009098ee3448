using System;

namespace NcloudServer;

/// <summary>An answer came that is not one of the service's.</summary>
public sealed class NcpResponseException : NcpException
{
    internal NcpResponseException(string message, string recommendedAction, Exception? innerException = null)
        : base(NcpErrorId.NcpInvalidResponse, message, recommendedAction, innerException)
    {
    }

    /// <summary>Whether the answer was too long to be read; it would be again.</summary>
    internal bool IsTooLarge { get; init; }
}
