namespace NcloudServer.Operations;

/// <summary>What the latest look-up says of a server.</summary>
internal enum LookUpResult
{
    /// <summary>There was none since the service's last answer to the action, or since the last pause.</summary>
    None,

    /// <summary>The server's state could not be read.</summary>
    Unreadable,

    /// <summary>The response does not list it, and announces more servers than it lists.</summary>
    NotListed,

    /// <summary>There is no such server.</summary>
    Missing,

    /// <summary>Where a state is awaited, it is reached; where servers are only read, it has been read.</summary>
    Arrived,

    /// <summary>The server is on its way to where the action brings it, or there already.</summary>
    OnItsWay,

    /// <summary>The awaited state will not be reached any more.</summary>
    Failed,

    /// <summary>The action can be carried out; nothing of it is to be seen.</summary>
    Ready,

    /// <summary>The action can be carried out, as far as is known; whether it was already can't be told.</summary>
    Unclear,

    /// <summary>Another operation runs; it passes.</summary>
    Busy,

    /// <summary>The state rules the action out and does not pass by itself.</summary>
    RuledOut,
}
