using System.Collections.Generic;

namespace NcloudServer.Operations;

internal enum RequestKind
{
    /// <summary>The action on the servers.</summary>
    Change,

    /// <summary>The servers' state.</summary>
    Look,

    /// <summary>The region's list without any number: is a rejection about the request as such?</summary>
    Check,
}

/// <summary>A request to be made for servers of one region.</summary>
internal sealed record ServerRequest(RequestKind Kind, IReadOnlyList<PendingServer> Servers)
{
    /// <summary>The round that the request belongs to; null for none.</summary>
    public AskingRound? Round { get; init; }

    /// <summary>Whether it is the first request of a batch.</summary>
    public bool IsFirst { get; init; }

    public string? RegionCode => Servers[0].RegionCode;
}

/// <summary>What came of a request: the servers that the response names, or a failure.</summary>
internal sealed record ServerResponse(Dictionary<string, ServerInstance>? Servers, NcpException? Failure)
{
    /// <summary>Whether the failure is known to be about the request as such, so that no server is to blame.</summary>
    public bool IsAboutRequest { get; init; }

    /// <summary>Whether the response announces more servers than it names: those may be among them.</summary>
    public bool IsCut { get; init; }
}
