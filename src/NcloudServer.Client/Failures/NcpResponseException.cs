namespace NcloudServer;

/// <summary>The response is not one of the service's.</summary>
public sealed class NcpResponseException : NcpException
{
    internal NcpResponseException(string message, string recommendedAction, Exception? innerException = null)
        : base(NcpErrorId.NcpInvalidResponse, message, recommendedAction, innerException)
    {
    }

    /// <summary>Whether the response was too large to read; a repeat would be too.</summary>
    internal bool IsTooLarge { get; init; }

    /// <summary>The same failure in other words.</summary>
    internal NcpResponseException With(string message) => new(message, RecommendedAction, InnerException)
    {
        RequestId = RequestId,
        Kind = Kind,
        SentAt = SentAt,
        IsTooLarge = IsTooLarge,
    };
}
