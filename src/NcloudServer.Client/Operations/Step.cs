namespace NcloudServer.Operations;

/// <summary>What is done next for a number.</summary>
internal enum Step
{
    /// <summary>The action is sent for it.</summary>
    Send,

    /// <summary>Its server's state is read.</summary>
    LookUp,

    /// <summary>The request that was rejected is sent again in halves.</summary>
    SplitChange,

    /// <summary>The look that was rejected is repeated in halves.</summary>
    SplitLook,

    /// <summary>One request without numbers tells whether the rejection is about the request or about a server.</summary>
    CheckRequest,

    /// <summary>A pause, and then a look.</summary>
    Pause,

    /// <summary>The server is on its way: done, or awaited from now on.</summary>
    Accept,

    /// <summary>Done.</summary>
    Succeed,

    /// <summary>It ends with what the service said of the change.</summary>
    FailAsAnswered,

    /// <summary>It ends with why its server can't be read.</summary>
    FailAsUnreadable,

    FailAsNotFound,
    FailAsRuledOut,
    FailAsBusy,
    FailAsLeftOut,
    FailAsTimedOut,

    /// <summary>It ends with "may have been carried out".</summary>
    FailAsUnknown,

    /// <summary>It ends with "was accepted, but can't be watched".</summary>
    FailAsUnwatched,
}
