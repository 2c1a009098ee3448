namespace NcloudServer.Operations;

/// <summary>What came of a request: the servers that the response names, by the number as it travels, or a failure.</summary>
internal sealed record ServerResponse(Dictionary<string, ServerInstance>? Servers, NcpException? Failure)
{
    /// <summary>
    /// Whether it is known without a request: a failure is about the region as such then, and no server is to blame.
    /// </summary>
    public bool IsFromMemory { get; init; }

    /// <summary>Whether the response announces more servers than it names: those may be among them.</summary>
    public bool IsCut { get; init; }
}
