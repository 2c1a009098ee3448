using NcloudServer.Api;
using NcloudServer.Http;

namespace NcloudServer.Operations;

/// <summary>
/// Reads a whole list: pages of a size, or, without both, what the service gives at once. Items differ by their identity. What is returned
/// is complete: nothing that matched all the while is missing.
/// </summary>
/// <remarks>
/// Without a page number everything comes in one response, which shows one moment. Where the service caps that, the pages are read. A page
/// is cut from what matches at its own moment: items that leave the list meanwhile pull others onto pages that have been read. So the pages
/// are read until they add up to what they announce, twice in a row with the same items. Where nothing says how many there are, the list
/// ends where a further page has nothing new. A service may give fewer items than it is asked for, and where its next page begins is certain
/// only if it is then asked for as many as it gave.
/// </remarks>
internal sealed class CompleteList<T>(
    NcloudClient client, Func<int?, int?, Task<ListPage<T>>> read, Func<T, string> identity, string what, string advice)
{
    private const int DefaultPageSize = 500;

    // A total that is far too large must not become as many requests.
    private const int MostPagesAtOnce = 8;

    private int _pageSize = DefaultPageSize;

    /// <summary>The most items on a page; null for what suits most lists.</summary>
    public int? PageSize { init => _pageSize = value ?? DefaultPageSize; }

    /// <summary>Whether an item has a number of its own, which comes once; others may be equal, and count as often as they come.</summary>
    public Func<T, bool> HasNumber { get; init; } = _ => true;

    /// <exception cref="NcpResponseException">It never became consistent.</exception>
    public async Task<IReadOnlyList<T>> ReadAsync(CancellationToken cancellationToken)
    {
        if (await TryReadAtOnceAsync().ConfigureAwait(false) is { } items)
            return items;

        string[]? before = null;
        int retry = 0;
        while (true)
        {
            IReadOnlyList<T>? pages = await TryReadPagesAsync().ConfigureAwait(false);
            string[]? now = pages?.Select(identity).OrderBy(item => item, StringComparer.Ordinal).ToArray();
            bool isFirst = before is null && now is not null && retry == 0;
            if (now is not null && before is not null && now.SequenceEqual(before))
                return pages!;

            before = now;
            if (!isFirst)
                await client.Retry.WaitAsync(NextPause(++retry), cancellationToken).ConfigureAwait(false);
        }
    }

    private TimeSpan NextPause(int retry)
    {
        if (retry > client.Retry.MaximumRetryCount)
        {
            throw new NcpResponseException(
                $"{what} kept changing, or contradicting itself, while its pages were read; it is not known to be complete.", advice);
        }

        TimeSpan pause = client.Retry.Pause(retry - 1);
        string count = $"({retry} of {client.Retry.MaximumRetryCount})";
        client.Log.Verbose($"{what} changed while its pages were read; reading it again in {RetryPolicy.InSeconds(pause)} s {count}.");
        return pause;
    }

    private async Task<IReadOnlyList<T>?> TryReadAtOnceAsync()
    {
        try
        {
            ListPage<T> all = await read(null, null).ConfigureAwait(false);
            bool isWhole = all.Total is { } total
                ? total == all.Items.Count && AreConsistent([all])
                : !await GoesOnAsync(all).ConfigureAwait(false);
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
            return false;

        try
        {
            ListPage<T> next = await read(2, start.Items.Count).ConfigureAwait(false);
            return Identities([next]).Except(Identities([start])).Any() || !IsAfterTheEnd(next, [start]);
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
        if (first.Items.Count > 0 && !(first.Items.Count >= first.Total))
            _pageSize = Math.Min(_pageSize, first.Items.Count);

        int last = first.Items.Count == 0 ? 1 : first.Total is { } total ? (int)Math.Ceiling((double)total / _pageSize) : int.MaxValue;
        List<ListPage<T>> pages = [first];
        HashSet<string> seen = Identities(pages).ToHashSet();
        while (pages.Count < last)
        {
            int count = pages.Count == 1 || first.Total is null ? 1 : Math.Min(Math.Min(client.Gate.Limit, MostPagesAtOnce), last - pages.Count);
            ListPage<T>[] more = await Task.WhenAll(Enumerable.Range(pages.Count + 1, count).Select(ReadPageAsync)).ConfigureAwait(false);
            int before = seen.Count;
            seen.UnionWith(Identities(more));
            bool isAfterTheEnd = seen.Count == before && more.All(page => IsAfterTheEnd(page, pages));
            if (isAfterTheEnd && first.Total is null)
                break;

            if (isAfterTheEnd || (seen.Count == before && first.Total is null))
            {
                // Pages without items, or with the same again, would go on for ever.
                return null;
            }

            pages.AddRange(more);
        }

        bool isComplete = pages.All(page => (page.Total ?? first.Total) == first.Total)
            && (first.Total is not { } announced || announced == pages.Sum(page => page.Items.Count));
        return isComplete && AreConsistent(pages) ? pages.SelectMany(page => page.Items).ToArray() : null;

        Task<ListPage<T>> ReadPageAsync(int pageNo) => read(pageNo, _pageSize);
    }

    /// <summary>Whether a page that has nothing new lies behind the list. One that differs from those before may hold equal items.</summary>
    private bool IsAfterTheEnd(ListPage<T> page, IEnumerable<ListPage<T>> pages) =>
        page.Items.All(HasNumber) || pages.Any(earlier => TextOf(earlier) == TextOf(page));

    /// <summary>Whether no number comes twice, and no page: a service without a further page may give the last one again.</summary>
    private bool AreConsistent(IReadOnlyList<ListPage<T>> pages) =>
        AreDifferent(pages.SelectMany(page => page.Items).Where(HasNumber).Select(identity))
        && AreDifferent(pages.Where(page => !page.Items.All(HasNumber)).Select(TextOf));

    private static bool AreDifferent(IEnumerable<string> texts) => texts.All(new HashSet<string>(StringComparer.Ordinal).Add);

    private string TextOf(ListPage<T> page) => string.Join("\n", page.Items.Select(identity));

    private IEnumerable<string> Identities(IEnumerable<ListPage<T>> pages) => pages.SelectMany(page => page.Items).Select(identity);
}
