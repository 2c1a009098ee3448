using System;
using System.Net;
using NcloudServer.Failures;

namespace NcloudServer;

/// <summary>The gateway or the service said no.</summary>
/// <remarks>Source: api.ncloud-docs.com, page <c>common-ncpapi</c> for the gateway's codes.</remarks>
public sealed class NcpServiceException : NcpException
{
    internal NcpServiceException(NcpErrorId id, string message, string recommendedAction)
        : base(id, message, recommendedAction, innerException: null)
    {
    }

    /// <summary>The HTTP status; a refusal can come with 200 too.</summary>
    public HttpStatusCode StatusCode { get; internal init; }

    /// <summary>The service's own code, for example <c>1101003</c>; empty where it gave none.</summary>
    public string Code { get; internal init; } = string.Empty;

    /// <summary>How long the service asks to wait before the next request; null where it does not say.</summary>
    internal TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether the code is one of the service's own, which knows servers, and not one of its gateway's.</summary>
    internal bool IsServiceCode { get; init; }

    // A permanent refusal can come as HTTP 500 too.
    internal override bool MayBeAboutOneServer => base.MayBeAboutOneServer || (Kind == FailureKind.Indeterminate && IsServiceCode);
}
