namespace NcloudServer;

/// <summary>The base of all errors of the module. Messages never contain a secret.</summary>
public abstract class NcpException : Exception
{
    // Far more than any message of the module's own has.
    private const int LongestMessage = 4000;

    private string _requestId = string.Empty;

    private protected NcpException(NcpErrorId id, string message, string recommendedAction, Exception? innerException = null)
        : base(PlainText.Of(message, LongestMessage), innerException)
    {
        Id = id;
        RecommendedAction = recommendedAction;
    }

    /// <summary>The cause.</summary>
    public NcpErrorId Id { get; }
    /// <summary>What the user can do about it.</summary>
    public string RecommendedAction { get; }

    /// <summary>The service's request or trace id, for a support ticket; empty without a response.</summary>
    public string RequestId
    {
        get => _requestId;
        internal set => _requestId = PlainText.Of(value);
    }

    /// <summary>How far the request got.</summary>
    internal FailureKind Kind { get; init; }
    /// <summary>When the attempt that failed was sent, on the monotonic clock; null if nothing was sent.</summary>
    internal TimeSpan? SentAt { get; set; }
    /// <summary>The delay that the service asks for (Retry-After), or null.</summary>
    internal TimeSpan? RetryAfter { get; init; }

    /// <summary>The same failure in an exception of its own.</summary>
    internal NcpException Copy() => (NcpException)MemberwiseClone();

    /// <summary>Whether a single server in the request may be the cause, so that the others may succeed without it.</summary>
    internal virtual bool MayBeAboutOneServer => Kind == FailureKind.Rejected;
    /// <summary>Whether no connection could be made. One that was made, if only for a moment, shows that it can be.</summary>
    internal bool IsUnreachable => this is NcpConnectionException { Kind: not FailureKind.Indeterminate };

    /// <summary>Whether no further request can succeed.</summary>
    internal bool IsFatal => Id is NcpErrorId.NcpCredentialNotFound or NcpErrorId.NcpCredentialIncomplete
        or NcpErrorId.NcpAuthenticationFailed or NcpErrorId.NcpProfileNotFound or NcpErrorId.NcpPermissionDenied
        or NcpErrorId.NcpInsecureEndpoint;
}
