using System;
using System.Net;
using NcloudServer.Failures;

namespace NcloudServer;

/// <summary>Anything that keeps the module from doing what it was asked for. Messages never hold a secret.</summary>
public abstract class NcpException : Exception
{
    private protected NcpException(NcpErrorId id, string message, string recommendedAction, Exception? innerException)
        : base(message, innerException)
    {
        Id = id;
        RecommendedAction = recommendedAction;
    }

    /// <summary>The cause.</summary>
    public NcpErrorId Id { get; }

    /// <summary>What the reader of the message can do about it.</summary>
    public string RecommendedAction { get; }

    /// <summary>The service's id of the request or its trace, for a support ticket; empty where no answer came.</summary>
    public string RequestId { get; internal init; } = string.Empty;

    /// <summary>How far the action went at the service.</summary>
    internal FailureKind Kind { get; init; }

    /// <summary>When the attempt that failed was sent, by this computer's clock; null where nothing was sent.</summary>
    internal DateTimeOffset? SentAt { get; set; }

    /// <summary>Whether one of several servers in the request may be to blame, so that the others may fare better without it.</summary>
    internal virtual bool MayBeAboutOneServer => Kind == FailureKind.Rejected;

    /// <summary>Whether no other request can succeed either, so that going on makes no sense.</summary>
    internal bool IsFatal => Id is NcpErrorId.NcpCredentialNotFound or NcpErrorId.NcpCredentialIncomplete
        or NcpErrorId.NcpAuthenticationFailed or NcpErrorId.NcpProfileNotFound or NcpErrorId.NcpPermissionDenied
        or NcpErrorId.NcpInsecureEndpoint;
}

/// <summary>Credentials, profile or endpoint are missing, incomplete or not acceptable; nothing was sent.</summary>
public sealed class NcpConfigurationException : NcpException
{
    internal NcpConfigurationException(NcpErrorId id, string message, string recommendedAction, Exception? innerException = null)
        : base(id, message, recommendedAction, innerException)
    {
    }
}

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

/// <summary>No answer: the service could not be reached, the connection broke, or time ran out.</summary>
public sealed class NcpConnectionException : NcpException
{
    internal NcpConnectionException(NcpErrorId id, string message, string recommendedAction, Exception? innerException)
        : base(id, message, recommendedAction, innerException)
    {
    }
}

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
