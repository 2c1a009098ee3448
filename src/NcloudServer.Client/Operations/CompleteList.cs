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
/// Reads a whole list. What is returned is complete: nothing that matched all the while is missing.
/// </summary>
/// <remarks>
/// Without a page number everything comes in one reply, which shows one moment. Where the service caps that, the pages are read. A page is
/// cut from what matches at its own moment: items that leave the list meanwhile pull others onto pages that have been read. So the pages
/// are read until they add up to what they announce, twice in a row with the same items. Where nothing says how many there are, the list
/// ends where a further page has nothing new.
/// </remarks>
/// <param name="client">The API client.</param>
/// <param name="read">Reads a page of a size, or, without both, what the service gives.</param>
/// <param name="identity">Tells two items apart.</param>
/// <param name="what">What is read, for messages.</param>
/// <param name="advice">What can be done about a list that keeps changing.</param>
internal sealed class CompleteList<T>(
    NcloudClient client, Func<int?, int?, Task<ListPage<T>>> read, Func<T, string> identity, string what, string advice)
{
    private const int DefaultPageSize = 500;

    // A total that is far too large must not become as many requests.
    private const int PagesAtOnce = 8;

    /// <summary>The most items on a page; null for what suits most lists.</summary>
    public int? PageSize { get; init; }

    /// <summary>Reads the list.</summary>
    /// <exception cref="NcpResponseException">It never became consistent.</exception>
    public async Task<IReadOnlyList<T>> ReadAsync(CancellationToken cancellationToken)
    {
        if (await TryReadAtOnceAsync().ConfigureAwait(false) is { } items)
        {
            return items;
        }

        HashSet<string>? before = null;
        int retry = 0;
        while (true)
        {
            IReadOnlyList<T>? pages = await TryReadPagesAsync().ConfigureAwait(false);
            HashSet<string>? now = pages?.Select(identity).ToHashSet();
            bool isFirst = before is null && now is not null && retry == 0;
            if (now is not null && before is not null && now.SetEquals(before))
            {
                return pages!;
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
                $"{what} kept changing, or contradicting itself, while its pages were read; it is not known to be complete.", advice);
        }

        TimeSpan pause = client.Retry.Pause(retry);
        string count = $"({retry + 1} of {client.Retry.MaximumRetryCount})";
        client.Log.Verbose($"{what} changed while its pages were read; reading it again in {RetryPolicy.InSeconds(pause)} s {count}.");
        await client.Retry.WaitAsync(pause, cancellationToken).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<T>?> TryReadAtOnceAsync()
    {
        try
        {
            ListPage<T> all = await read(null, null).ConfigureAwait(false);
            bool isWhole = all.Total is { } total ? total == Identities([all]).Count() : !await GoesOnAsync(all).ConfigureAwait(false);
            return isWhole ? all.Items : null;
        }
        catch (NcpException e) when (e.Kind == FailureKind.TooLarge || e is NcpResponseException { IsTooLarge: true })
        {
            return null;
        }
    }

    /// <summary>Whether there is more than what came without a page number, which does not say how many there are.</summary>
    private async Task<bool> GoesOnAsync(ListPage<T> start)
    {
        if (start.Items.Count == 0)
        {
            return false;
        }

        try
        {
            ListPage<T> next = await read(2, start.Items.Count).ConfigureAwait(false);
            return Identities([next]).Except(Identities([start])).Any();
        }
        catch (NcpServiceException e) when (e.Kind == FailureKind.Rejected)
        {
            // An action without pages.
            return false;
        }
    }

    private async Task<IReadOnlyList<T>?> TryReadPagesAsync()
    {
        ListPage<T> first = await ReadPageAsync(1).ConfigureAwait(false);
        // A service may cap the size of a page too.
        int size = Math.Min(PageSize ?? DefaultPageSize, first.Items.Count);
        int last = size == 0 ? 1 : first.Total is { } total ? (int)Math.Ceiling((double)total / size) : int.MaxValue;
        List<ListPage<T>> pages = [first];
        HashSet<string> seen = Identities(pages).ToHashSet();
        while (pages.Count < last)
        {
            int count = pages.Count == 1 || first.Total is null ? 1 : Math.Min(PagesAtOnce, last - pages.Count);
            IEnumerable<int> next = Enumerable.Range(pages.Count + 1, count);
            ListPage<T>[] more = await Task.WhenAll(next.Select(ReadPageAsync)).ConfigureAwait(false);
            int before = seen.Count;
            seen.UnionWith(Identities(more));
            if (seen.Count == before && first.Total is not null)
            {
                // Pages without items, or with the same again, would go on for ever.
                return null;
            }

            if (seen.Count == before)
            {
                break;
            }

            pages.AddRange(more);
        }

        bool isConsistent = pages.All(page => (page.Total ?? first.Total) == first.Total)
            && pages.Sum(page => page.Items.Count) == seen.Count && seen.Count == (first.Total ?? seen.Count);
        return isConsistent ? pages.SelectMany(page => page.Items).ToArray() : null;

        Task<ListPage<T>> ReadPageAsync(int pageNo) => read(pageNo, PageSize ?? DefaultPageSize);
    }

    private IEnumerable<string> Identities(IEnumerable<ListPage<T>> pages) =>
        pages.SelectMany(page => page.Items).Select(identity).Distinct();
}
