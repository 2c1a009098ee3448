namespace NcloudServer.Simulator;

/// <summary>What one bad number does to its batch.</summary>
public enum RefusalPolicy
{
    RefuseBatch,
    LeaveOut,
}

/// <summary>What becomes of a server that is where the action would take it, or on its way there.</summary>
public enum AlreadyInStatePolicy
{
    Accept,
    RefuseBatch,
    LeaveOut,
}

/// <summary>What an action that was accepted comes to.</summary>
public enum ActionEnd
{
    AsAsked,

    /// <summary>The status says that it failed.</summary>
    Failed,

    /// <summary>The server is as it was; a restart is none.</summary>
    Undone,
}

/// <summary>Which servers can be interrupted; the pages of three dates say three things.</summary>
public enum InterruptRule
{
    AnyRunning,
    WindowsOnly,
    WindowsOrKvm,
}

/// <summary>The order of a response whose request did not ask for one.</summary>
public enum ResponseOrder
{
    AsAsked,
    Reversed,
    Shuffled,
}

/// <summary>What a region that there is not answers.</summary>
public enum UnknownRegion
{
    Refused,

    /// <summary>As if no region had been named.</summary>
    Default,

    /// <summary>A region without a server.</summary>
    Empty,
}

/// <summary>How a list of the REST service tells that there is more.</summary>
public enum RestPageShape
{
    /// <summary>pageNo, pageSize, totalPages and totalElements in an object beside the list.</summary>
    Beside,

    /// <summary>The four as members beside the list.</summary>
    Members,

    /// <summary>nextToken, which the next request names; the last page has none.</summary>
    Token,
}

/// <summary>The shapes of an error that the platform's services are known for.</summary>
public enum RestErrorShape
{
    /// <summary>error: errorCode, message, detail, fieldErrors.</summary>
    Standardized,

    /// <summary>errorCode, a number, and message.</summary>
    TopLevel,

    /// <summary>returnCode and returnMessage.</summary>
    ReturnCode,

    /// <summary>code and msg.</summary>
    CodeAndMsg,

    /// <summary>status: code and message.</summary>
    Status,

    /// <summary>timestamp, status and error.</summary>
    Spring,

    /// <summary>error: code and message.</summary>
    CodeInError,

    /// <summary>One that no page has.</summary>
    Unknown,
}

/// <summary>How much of a name or an address a parameter has to match.</summary>
public enum NameMatch
{
    Part,
    Whole,
}
