using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using NcloudServer.Api;
using NcloudServer.Failures;
using NcloudServer.Http;

namespace NcloudServer.Operations;

/// <summary>
/// Reads all servers of a region that match. What is returned is complete: no server that matched all the while is missing.
/// </summary>
/// <remarks>
/// Without a page number everything comes in one reply, which shows one moment. Where the service caps that, the pages are read. A page is
/// cut from what matches at its own moment: servers that leave the list meanwhile pull others onto pages that have been read. So the pages
/// are read until they add up to what they announce, twice in a row with the same servers.
/// </remarks>
internal sealed class ServerListing(NcloudClient client, ServerFilter filter)
{
    private const int PageSize = 500;

    /// <summary>Reads the list.</summary>
    /// <exception cref="NcpResponseException">It never became consistent.</exception>
    public async Task<IReadOnlyList<ServerInstance>> ReadAsync(CancellationToken cancellationToken)
    {
        if (await TryReadAtOnceAsync(cancellationToken).ConfigureAwait(false) is { } servers)
        {
            return servers;
        }

        HashSet<string>? before = null;
        int retry = 0;
        while (true)
        {
            IReadOnlyList<ServerInstance>? read = await TryReadPagesAsync(cancellationToken).ConfigureAwait(false);
            HashSet<string>? now = read?.Select(server => server.ServerInstanceNo).ToHashSet();
            bool isFirst = before is null && now is not null && retry == 0;
            if (now is not null && before is not null && now.SetEquals(before))
            {
                return read!;
            }

            before = now;
            if (!isFirst)
            {
                await PauseAsync(retry++, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task PauseAsync(int retry, CancellationToken cancellationToken)
    {
        if (retry >= client.Retry.MaximumRetryCount)
        {
            throw new NcpResponseException(
                $"The list of servers in {Region} kept changing, or contradicting itself, while its pages were read; "
                + "it is not known to be complete.",
                "Try again when fewer servers are created, returned or changed at once, or narrow the list down with -Status or -VpcNo.");
        }

        TimeSpan pause = client.Retry.Pause(retry);
        string count = $"({retry + 1} of {client.Retry.MaximumRetryCount})";
        client.Log.Verbose(
            $"The list of servers in {Region} changed while its pages were read; "
            + $"reading it again in {RetryPolicy.InSeconds(pause)} s {count}.");
        await client.Retry.WaitAsync(pause, cancellationToken).ConfigureAwait(false);
    }

    private string Region => filter.RegionCode is { } code ? $"region {code}" : "the service's first region";

    private async Task<IReadOnlyList<ServerInstance>?> TryReadAtOnceAsync(CancellationToken cancellationToken)
    {
        try
        {
            ServerPage all = await client
                .ListAsync(filter, pageNo: null, pageSize: null, until: null, cancellationToken).ConfigureAwait(false);
            return (all.Total ?? all.Servers.Count) == Numbers([all]).Count() ? all.Servers : null;
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
        // A service may cap the size of a page too. One without servers, or with the same again, would go on for ever.
        int size = Math.Min(PageSize, first.Servers.Count);
        List<ServerPage> pages = [first];
        if (size > 0 && size < total)
        {
            pages.Add(await ReadPageAsync(2).ConfigureAwait(false));
            if (Numbers(pages).Count() <= size)
            {
                return null;
            }

            int last = (total + size - 1) / size;
            IEnumerable<int> others = Enumerable.Range(3, Math.Max(0, last - 2));
            pages.AddRange(await Task.WhenAll(others.Select(ReadPageAsync)).ConfigureAwait(false));
        }

        bool isConsistent = pages.All(page => (page.Total ?? total) == total)
            && pages.Sum(page => page.Servers.Count) == total && Numbers(pages).Count() == total;
        return isConsistent ? pages.SelectMany(page => page.Servers).ToArray() : null;

        Task<ServerPage> ReadPageAsync(int pageNo) => client.ListAsync(filter, pageNo, PageSize, until: null, cancellationToken);
    }

    private static IEnumerable<string> Numbers(IEnumerable<ServerPage> pages) =>
        pages.SelectMany(page => page.Servers).Select(server => server.ServerInstanceNo).Distinct();
}
