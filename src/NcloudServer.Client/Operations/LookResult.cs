namespace NcloudServer.Operations;

/// <summary>What the latest look at a server says.</summary>
internal enum LookResult
{
    /// <summary>There was none since the service's last answer, or since the last pause.</summary>
    None,

    /// <summary>The server's state could not be read.</summary>
    Unreadable,

    /// <summary>There is no such server.</summary>
    Missing,

    /// <summary>The server is where the action brings it, or on its way there.</summary>
    Arrived,

    /// <summary>The action can be carried out; nothing of it is to be seen.</summary>
    Ready,

    /// <summary>The action can be carried out, as far as is known; whether it was already can't be told.</summary>
    Unclear,

    /// <summary>Another operation runs; it passes.</summary>
    Busy,

    /// <summary>The state rules the action out and does not pass by itself.</summary>
    RuledOut,
}
