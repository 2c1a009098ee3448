using NcloudServer.Api;

namespace NcloudServer.Operations;

/// <summary>Gathers numbers into batches: one region a batch, never more than the size, never an address that is too long.</summary>
internal sealed class BatchCollector(int batchSize, Func<string?, int> urlLengthWithoutNumbers)
{
    private readonly List<Batch> _open = [];

    /// <returns>The batch that is full now, or null.</returns>
    public IReadOnlyList<PendingServer>? Add(PendingServer item)
    {
        Batch? batch = _open.Find(open => open.RegionCode == item.RegionCode);
        IReadOnlyList<PendingServer>? full = null;
        if (batch is not null && batch.UrlLengthWith(item) > ApiRequest.LongestUrl)
        {
            _open.Remove(batch);
            full = batch.Items;
            batch = null;
        }

        if (batch is null)
        {
            _open.Add(batch = new Batch(item.RegionCode, urlLengthWithoutNumbers(item.RegionCode)));
        }

        batch.Add(item);
        if (batch.Items.Count == batchSize)
        {
            _open.Remove(batch);
            full = batch.Items;
        }

        return full;
    }

    /// <summary>Hands out what is not full, in the order of each batch's first number, and forgets it.</summary>
    public IReadOnlyList<IReadOnlyList<PendingServer>> TakeRest()
    {
        List<IReadOnlyList<PendingServer>> rest = _open.ConvertAll(batch => (IReadOnlyList<PendingServer>)batch.Items);
        _open.Clear();
        return rest;
    }

    private sealed class Batch(string? regionCode, int urlLength)
    {
        private int _urlLength = urlLength;

        public string? RegionCode { get; } = regionCode;

        public List<PendingServer> Items { get; } = [];

        public int UrlLengthWith(PendingServer item) => _urlLength + NcloudClient.UrlLengthOf(Items.Count + 1, item.WireNo);

        public void Add(PendingServer item)
        {
            _urlLength = UrlLengthWith(item);
            Items.Add(item);
        }
    }
}
