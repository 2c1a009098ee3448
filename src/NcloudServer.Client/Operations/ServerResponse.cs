using System.Collections.Generic;

namespace NcloudServer.Operations;

/// <summary>What came of a request: the servers that the response names, or a failure.</summary>
internal sealed record ServerResponse(Dictionary<string, ServerInstance>? Servers, NcpException? Failure)
{
    /// <summary>Whether the failure is known to be about the request as such, so that no server is to blame.</summary>
    public bool IsAboutRequest { get; init; }

    /// <summary>Whether the response announces more servers than it names: those may be among them.</summary>
    public bool IsCut { get; init; }
}
