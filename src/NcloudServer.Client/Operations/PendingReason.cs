namespace NcloudServer.Operations;

/// <summary>Why a number has no outcome yet.</summary>
internal enum PendingReason
{
    /// <summary>Nothing has been sent for it.</summary>
    NotSent,

    /// <summary>The service rejected a request that named it, and nothing was carried out.</summary>
    Rejected,

    /// <summary>The service rejected a request that named it because another operation runs on a server.</summary>
    Busy,

    /// <summary>The request was too long, and nothing was carried out.</summary>
    TooLarge,

    /// <summary>The request failed for good, and nothing was carried out.</summary>
    Failed,

    /// <summary>The action may have been carried out. Only a look at the server can clear that.</summary>
    InDoubt,

    /// <summary>The service accepted the request, but its reply does not name the server.</summary>
    LeftOut,

    /// <summary>The action was accepted, or the server is on its way there already; its arrival is awaited.</summary>
    Accepted,
}
