namespace NcloudServer.Simulator;

/// <summary>Where the connection ends.</summary>
public enum CutPoint
{
    None,

    /// <summary>The action is not carried out, whatever else the rule says.</summary>
    BeforeWork,

    /// <summary>The action is carried out, and no byte of the answer is sent.</summary>
    AfterWork,
    InBody,
}

/// <summary>How a cut looks to the client.</summary>
public enum CloseKind
{
    /// <summary>Connection reset (RST).</summary>
    Abort,

    /// <summary>End of stream (FIN).</summary>
    Graceful,
}

/// <summary>What a response has in the place of its list of servers.</summary>
public enum ListShape
{
    List,

    /// <summary>The first server itself: an object, no list.</summary>
    BareServer,

    Missing,

    /// <summary>Nothing at all, totalRows and return code neither.</summary>
    EmptyEnvelope,
}

/// <summary>Where the answer stops coming.</summary>
public enum HangPoint
{
    None,

    /// <summary>The action is carried out only with DoWork.</summary>
    BeforeHeaders,
    InBody,
}
