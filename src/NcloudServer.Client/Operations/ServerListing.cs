using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using NcloudServer.Api;
using NcloudServer.Failures;

namespace NcloudServer.Operations;

/// <summary>Reads all servers of a region that match. What is returned is complete: no server that matched all the while is missing.</summary>
/// <remarks>
/// Without a page number everything comes in one reply, which shows one moment. Where the service caps that, the pages are read. A page is
/// cut from what matches at its own moment: servers that leave the list meanwhile pull others onto pages that have been read. So the pages
/// are read until they add up to what they announce, twice in a row with the same servers.
/// </remarks>
internal sealed class ServerListing(NcloudClient client, ServerFilter filter)
{
    private const int PageSize = 500;
    private const int MostPasses = 8;

    /// <summary>Reads the list.</summary>
    /// <exception cref="NcpResponseException">It never became consistent.</exception>
    public async Task<IReadOnlyList<ServerInstance>> ReadAsync(CancellationToken cancellationToken)
    {
        if (await TryReadAtOnceAsync(cancellationToken).ConfigureAwait(false) is { } servers)
        {
            return servers;
        }

        HashSet<string>? before = null;
        for (int pass = 1; pass <= MostPasses; pass++)
        {
            IReadOnlyList<ServerInstance>? read = await TryReadPagesAsync(cancellationToken).ConfigureAwait(false);
            HashSet<string>? now = read?.Select(server => server.ServerInstanceNo).ToHashSet();
            if (now is not null && before is not null && now.SetEquals(before))
            {
                return read!;
            }

            client.Log.Verbose($"The list of servers in {Region} changed while it was read, or is read for the first time; reading it again.");
            before = now;
        }

        throw new NcpResponseException(
            $"The list of servers in {Region} kept changing or contradicting itself while it was read, {MostPasses} times; it is not known to be complete.",
            "Try again when fewer servers are created, returned or changed at once, or narrow the list down with -Status or -VpcNo.");
    }

    private string Region => filter.RegionCode is { } code ? $"region {code}" : "the service's first region";

    private async Task<IReadOnlyList<ServerInstance>?> TryReadAtOnceAsync(CancellationToken cancellationToken)
    {
        try
        {
            ServerPage all = await client.ListAsync(filter, pageNo: null, pageSize: null, until: null, cancellationToken).ConfigureAwait(false);
            return (all.Total ?? all.Servers.Count) == all.Servers.Select(server => server.ServerInstanceNo).Distinct().Count() ? all.Servers : null;
        }
        catch (NcpException e) when (e.Kind == FailureKind.TooLarge || e is NcpResponseException { IsTooLarge: true })
        {
            return null;
        }
    }

    private async Task<IReadOnlyList<ServerInstance>?> TryReadPagesAsync(CancellationToken cancellationToken)
    {
        ServerPage first = await ReadPageAsync(1).ConfigureAwait(false);
        int total = first.Total ?? first.Servers.Count;
        // A service may cap the size of a page too.
        int size = Math.Max(1, Math.Min(PageSize, first.Servers.Count));
        ServerPage[] others = await Task.WhenAll(Enumerable.Range(2, Math.Max(0, ((total + size - 1) / size) - 1)).Select(ReadPageAsync)).ConfigureAwait(false);
        ServerPage[] pages = [first, .. others];
        ServerInstance[] servers = pages.SelectMany(page => page.Servers).ToArray();
        bool isConsistent = pages.All(page => (page.Total ?? total) == total)
            && servers.Length == total && servers.Select(server => server.ServerInstanceNo).Distinct().Count() == total;
        return isConsistent ? servers : null;

        Task<ServerPage> ReadPageAsync(int pageNo) => client.ListAsync(filter, pageNo, PageSize, until: null, cancellationToken);
    }
}
