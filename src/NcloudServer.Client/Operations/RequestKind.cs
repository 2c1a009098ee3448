namespace NcloudServer.Operations;

/// <summary>What a request asks for.</summary>
internal enum RequestKind
{
    /// <summary>The action on the servers.</summary>
    Change,

    /// <summary>The servers' state.</summary>
    LookUp,

    /// <summary>The region's list without any number: is a rejection about the region as such?</summary>
    CheckRegion,
}
