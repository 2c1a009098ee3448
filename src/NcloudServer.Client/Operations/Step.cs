namespace NcloudServer.Operations;

/// <summary>What is done next for a number.</summary>
internal enum Step
{
    /// <summary>The action is sent for it.</summary>
    Send,

    /// <summary>Its server's state is looked up.</summary>
    LookUp,

    /// <summary>Its server's state is looked up after a pause.</summary>
    LookUpLater,

    /// <summary>The request for the action is sent again in parts.</summary>
    Divide,

    /// <summary>The look-up is repeated in parts.</summary>
    DivideLookUp,

    /// <summary>One request without numbers tells whether the rejection is about the region or about a server.</summary>
    CheckRegion,

    /// <summary>The server is on its way: done, or awaited from now on.</summary>
    Accept,

    /// <summary>Done.</summary>
    Succeed,

    /// <summary>It ends with what the service said of the action.</summary>
    FailAsAnswered,

    /// <summary>It ends with why its server can't be read.</summary>
    FailAsUnreadable,

    FailAsNotFound,
    FailAsRuledOut,
    FailAsBusy,
    FailAsLeftOut,
    FailAsTimedOut,

    /// <summary>The awaited state will not be reached any more.</summary>
    FailAsFailed,

    /// <summary>It ends with "may have been carried out".</summary>
    FailAsUnknown,

    /// <summary>It ends with "was accepted, but can't be watched".</summary>
    FailAsUnwatched,
}
