using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace NcloudServer.Operations;

/// <summary>Reads all pages of a region's servers. Each page waits until the one before has been asked for, so that whoever has enough stops the rest.</summary>
internal sealed class ServerListing(NcloudClient client, ServerFilter filter)
{
    // Big enough for most fleets in a request or two, small enough for the first server to appear at once.
    private const int PageSize = 500;

    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private int _pageNo = 1;
    private int _read;

    public string? RegionCode => filter.RegionCode;

    /// <summary>Whether the last page has been read.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Reads the next page.</summary>
    /// <returns>The servers that no earlier page had: a server that is created or returned meanwhile moves the others from page to page.</returns>
    public async Task<IReadOnlyList<ServerInstance>> ReadPageAsync(CancellationToken cancellationToken)
    {
        (IReadOnlyList<ServerInstance> page, int total) = await client.GetPageAsync(filter, _pageNo++, PageSize, cancellationToken).ConfigureAwait(false);
        _read += page.Count;
        List<ServerInstance> fresh = [];
        foreach (ServerInstance server in page)
        {
            if (_known.Add(server.ServerInstanceNo))
            {
                fresh.Add(server);
            }
        }

        // A service that ignores the page's number would send the same servers for ever.
        IsComplete = fresh.Count == 0 || (total > 0 ? _read >= total : page.Count < PageSize);
        return fresh;
    }
}
