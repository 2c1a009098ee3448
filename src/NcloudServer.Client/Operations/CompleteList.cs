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
/// are read until they add up to what they announce, twice in a row with the same items.
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
            return (all.Total ?? all.Items.Count) == Identities([all]).Count() ? all.Items : null;
        }
        catch (NcpException e) when (e.Kind == FailureKind.TooLarge || e is NcpResponseException { IsTooLarge: true })
        {
            return null;
        }
    }

    private async Task<IReadOnlyList<T>?> TryReadPagesAsync()
    {
        ListPage<T> first = await ReadPageAsync(1).ConfigureAwait(false);
        int total = first.Total ?? first.Items.Count;
        // A service may cap the size of a page too. One without items, or with the same again, would go on for ever.
        int size = Math.Min(PageSize ?? DefaultPageSize, first.Items.Count);
        List<ListPage<T>> pages = [first];
        if (size > 0 && size < total)
        {
            pages.Add(await ReadPageAsync(2).ConfigureAwait(false));
            if (Identities(pages).Count() <= size)
            {
                return null;
            }

            int last = (total + size - 1) / size;
            IEnumerable<int> others = Enumerable.Range(3, Math.Max(0, last - 2));
            pages.AddRange(await Task.WhenAll(others.Select(ReadPageAsync)).ConfigureAwait(false));
        }

        bool isConsistent = pages.All(page => (page.Total ?? total) == total)
            && pages.Sum(page => page.Items.Count) == total && Identities(pages).Count() == total;
        return isConsistent ? pages.SelectMany(page => page.Items).ToArray() : null;

        Task<ListPage<T>> ReadPageAsync(int pageNo) => read(pageNo, PageSize ?? DefaultPageSize);
    }

    private IEnumerable<string> Identities(IEnumerable<ListPage<T>> pages) => pages.SelectMany(page => page.Items).Select(identity).Distinct();
}
