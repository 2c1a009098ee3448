namespace NcloudServer.Operations;

/// <summary>Why a number has no outcome yet.</summary>
internal enum PendingReason
{
    /// <summary>Its action has not been sent.</summary>
    New,

    /// <summary>It is to be read, and no response has told of it.</summary>
    Unread,

    /// <summary>The request was too long, and nothing was carried out.</summary>
    TooLarge,

    /// <summary>The service rejected a request that named it, and nothing was carried out.</summary>
    Refused,

    /// <summary>The service rejected a request that named it because another operation runs on a server.</summary>
    RefusedAsBusy,

    /// <summary>Nothing was carried out, and no repeat can change that.</summary>
    FailedForGood,

    /// <summary>The action may have been carried out. Only a look-up can clear that.</summary>
    InDoubt,

    /// <summary>The service accepted the request, but its response does not name the server.</summary>
    LeftOut,

    /// <summary>The service accepted the action, or a look-up shows what a request in doubt has done; the arrival is awaited.</summary>
    Accepted,

    /// <summary>The arrival is awaited of a server that somebody else has brought on its way, or that is only read.</summary>
    Awaited,
}
