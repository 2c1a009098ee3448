namespace NcloudServer.Operations;

/// <summary>What the latest look-up says of a server.</summary>
internal enum LookUpResult
{
    // There was none since the service's last answer to the action, or since the last pause; or it failed.
    None,
    Unreadable,

    // The response does not list it: it announces more servers than it lists, or there is no such server.
    NotListed,
    Missing,

    // Of a number that is only to be read.
    Read,

    // Of an accepted or awaited server: it is where it should be, or nothing is awaited; it is not yet; it will not be any more.
    Arrived,
    OnItsWay,
    Stuck,

    // Of a server that the action is for: it is where the action brings it, or on its way there.
    EffectSeen,

    // The action can be carried out: nothing of it is to be seen; or it can't be told whether it was already.
    Ready,
    Unclear,

    // The action can't be carried out: another operation runs, which passes; or the state does not pass by itself.
    Busy,
    RuledOut,
}
