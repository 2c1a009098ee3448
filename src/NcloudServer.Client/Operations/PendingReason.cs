namespace NcloudServer.Operations;

/// <summary>Why a number has no outcome yet.</summary>
internal enum PendingReason
{
    // Its action has not been sent; or it is to be read, and no response has told of it.
    New,
    Unread,

    // Nothing was carried out: the request was too long; the service rejected one that named it, for one of them or because another
    // operation runs on a server; or no repeat can help.
    TooLarge,
    Refused,
    RefusedAsBusy,
    FailedForGood,

    // The action may have been carried out, and only a look-up can tell: the response was lost, or does not name the server.
    InDoubt,
    LeftOut,

    // The arrival is awaited: the service accepted the action, or a look-up shows what a request in doubt has done; or somebody else has
    // brought the server on its way, or it is only read.
    Accepted,
    Awaited,
}
