namespace NcloudServer;

/// <summary>The gateway or the service refused the request.</summary>
/// <remarks>Source: api.ncloud-docs.com, page <c>common-ncpapi</c> for the gateway's codes.</remarks>
public sealed class NcpServiceException : NcpException
{
    internal NcpServiceException(NcpErrorId id, string message, string recommendedAction)
        : base(id, message, recommendedAction)
    {
    }

    /// <summary>The HTTP status; a refusal can have status 200.</summary>
    public HttpStatusCode StatusCode { get; internal init; }
    /// <summary>The service's own code, for example <c>1101003</c>; or empty.</summary>
    public string Code { get; internal init; } = string.Empty;
    /// <summary>Whether the code comes from the service itself, which knows servers, and not from the gateway.</summary>
    internal bool IsServiceCode { get; init; }

    // The service also sends permanent refusals as HTTP 500.
    internal override bool MayBeAboutOneServer => base.MayBeAboutOneServer || (Kind == FailureKind.Indeterminate && IsServiceCode);

    /// <summary>The same refusal in other words.</summary>
    internal NcpServiceException With(string message, string recommendedAction, string? code = null) =>
        new(Id, message, recommendedAction)
        {
            StatusCode = StatusCode,
            Code = code ?? Code,
            RequestId = RequestId,
            RetryAfter = RetryAfter,
            Kind = Kind,
            SentAt = SentAt,
            IsServiceCode = IsServiceCode,
        };
}
