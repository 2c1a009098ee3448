using NcloudServer.Api;

namespace NcloudServer.Operations;

/// <summary>Reads all servers of a region that match. What is returned is complete: no server that matched all the while is missing.</summary>
internal sealed class ServerListing(NcloudClient client, ServerFilter filter)
{
    /// <exception cref="NcpResponseException">It never became consistent.</exception>
    public Task<IReadOnlyList<ServerInstance>> ReadAsync(CancellationToken cancellationToken)
    {
        string region = filter.RegionCode is { } code ? $"region {code}" : "the service's first region";
        return new CompleteList<ServerInstance>(
            client,
            (pageNo, pageSize) => client.ListAsync(filter, pageNo, pageSize, cancellationToken),
            server => server.ServerInstanceNo,
            $"The list of servers in {region}",
            "Try again when fewer servers are created, returned or changed at once, or narrow the list down with -Status or -VpcNo.")
            .ReadAsync(cancellationToken);
    }
}
