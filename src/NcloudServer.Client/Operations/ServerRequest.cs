using System.Collections.Generic;

namespace NcloudServer.Operations;

/// <summary>A request to be made for servers of one region.</summary>
internal sealed record ServerRequest(RequestKind Kind, IReadOnlyList<PendingServer> Servers)
{
    /// <summary>The round that the request belongs to; null for none.</summary>
    public AskingRound? Round { get; init; }

    /// <summary>Whether it is the first request of a batch.</summary>
    public bool IsFirst { get; init; }

    public string? RegionCode => Servers[0].RegionCode;
}
