namespace NcloudServer.Operations;

/// <summary>What is done next for a number. <see cref="ServerFailures"/> has the failures that it may end with.</summary>
internal enum Step
{
    /// <summary>The action is sent for it.</summary>
    Send,
    LookUp,
    LookUpLater,

    /// <summary>The request for the action is sent again in parts.</summary>
    Divide,

    /// <summary>The look-up is repeated in parts.</summary>
    DivideLookUp,

    /// <summary>One request without numbers tells whether the rejection is about the region or about a server.</summary>
    CheckRegion,

    /// <summary>What the action leads to is seen: done, or awaited from now on.</summary>
    Accept,

    Succeed,

    // All that follow end it with a failure.
    FailAsAnswered,
    FailAsUnreadable,
    FailAsNotFound,
    FailAsRuledOut,
    FailAsBusy,
    FailAsLeftOut,
    FailAsTimedOut,
    FailAsStuck,
    FailAsUnknown,
    FailAsUnwatched,
}
