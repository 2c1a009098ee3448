using NcloudServer.Api;

namespace NcloudServer.Operations;

/// <summary>Lists the servers of a region that match: all of them, or those that have one of several addresses, private or public.</summary>
/// <remarks>
/// A server shows its public address, but not its private ones, and whether the service matches an address whole or in part is not
/// documented: 10.0.0.1 is a part of 10.0.0.15. A server whose public address is the one that was asked for is certain. Where there is
/// none, one more request asks for the beginning of the address, which is no address: if that finds servers too, parts match.
/// </remarks>
internal sealed class ServerListing(NcloudClient client, ServerFilter filter)
{
    /// <summary>Reads all servers that match: none that matched all the while is missing.</summary>
    /// <exception cref="NcpResponseException">The list never became consistent.</exception>
    public Task<IReadOnlyList<ServerInstance>> ReadAsync(CancellationToken cancellationToken) => ReadAsync(filter, cancellationToken);

    /// <exception cref="NcpResponseException">Which of the servers has the address can't be told, or the list is not consistent.</exception>
    public async Task<IReadOnlyList<ServerInstance>> FindAsync(IReadOnlyList<string> addresses, CancellationToken cancellationToken)
    {
        IReadOnlyList<ServerInstance>[] found = await Task
            .WhenAll(addresses.Distinct().Select(address => FindAsync(address, cancellationToken)))
            .ConfigureAwait(false);
        return found.SelectMany(servers => servers).GroupBy(server => server.ServerInstanceNo).Select(group => group.First()).ToArray();
    }

    private Task<IReadOnlyList<ServerInstance>> ReadAsync(ServerFilter wanted, CancellationToken cancellationToken)
    {
        string region = wanted.RegionCode is { } code ? $"region {code}" : "the service's first region";
        return new CompleteList<ServerInstance>(
            client,
            (pageNo, pageSize) => client.ListAsync(wanted, pageNo, pageSize, cancellationToken),
            server => server.ServerInstanceNo,
            $"The list of servers in {region}",
            "Try again when fewer servers are created, returned or changed at once, or narrow the list down with -Status or -VpcNo.")
            .ReadAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<ServerInstance>> FindAsync(string address, CancellationToken cancellationToken)
    {
        IReadOnlyList<ServerInstance> listed = await ReadAsync(filter with { IpAddress = address }, cancellationToken).ConfigureAwait(false);
        ServerInstance[] certain = listed.Where(server => server.PublicIp.Trim() == address).ToArray();
        if (certain.Length > 0 || listed.Count == 0)
            return certain;

        return !await ArePartsMatchedAsync(address, cancellationToken).ConfigureAwait(false) ? listed : throw new NcpResponseException(
            $"The service matches parts of addresses: what it lists for {address} may contain it in a longer one "
            + $"(servers listed: {listed.Count}).",
            "Look at the addresses of the servers in the console, and use the number or the name of the server.");
    }

    private async Task<bool> ArePartsMatchedAsync(string address, CancellationToken cancellationToken)
    {
        string part = address.Remove(address.LastIndexOfAny(['.', ':']) + 1);
        try
        {
            ListPage<ServerInstance> page = await client
                .ListAsync(filter with { IpAddress = part }, pageNo: 1, pageSize: 1, cancellationToken).ConfigureAwait(false);
            return page.Items.Count > 0 || page.Total > 0;
        }
        catch (NcpServiceException e) when (e.Kind == FailureKind.Rejected)
        {
            client.Log.Verbose($"The service takes whole addresses only. {e.Message}");
            return false;
        }
    }
}
