using System;
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
