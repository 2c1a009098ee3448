namespace NcloudServer.Operations;

/// <summary>What the latest look-up says of a server.</summary>
internal enum LookUpResult
{
    /// <summary>There was none since the service's last answer to the action, or since the last pause.</summary>
    None,
    Unreadable,

    /// <summary>The response does not list it, and announces more servers than it lists.</summary>
    NotListed,

    /// <summary>There is no such server.</summary>
    Missing,

    /// <summary>It was to be read, and has been.</summary>
    Read,

    /// <summary>Of an accepted or awaited server: it is where it should be, or nothing is awaited.</summary>
    Arrived,

    /// <summary>Of an accepted or awaited server: it has not arrived yet.</summary>
    OnItsWay,

    /// <summary>Of an accepted or awaited server: it will not arrive any more.</summary>
    Stuck,

    /// <summary>Of a server that the action is for: it is where the action brings it, or on its way there.</summary>
    EffectSeen,

    /// <summary>The action can be carried out; nothing of it is to be seen.</summary>
    Ready,

    /// <summary>The action can be carried out, as far as is known; whether it was already can't be told.</summary>
    Unclear,

    /// <summary>Another operation runs; it passes.</summary>
    Busy,

    /// <summary>The state rules the action out and does not pass by itself.</summary>
    RuledOut,
}
