using NcloudServer.Api;

namespace NcloudServer.Operations;

/// <summary>Gathers numbers into batches: one region a batch, never more than the size, never an address that is too long.</summary>
internal sealed class BatchCollector(int batchSize, Func<string?, int> urlLengthWithoutNumbers)
{
    private readonly List<Batch> _open = [];

    /// <returns>The batch that is full now, or null.</returns>
    public IReadOnlyList<PendingServer>? Add(PendingServer item)
    {
        Batch? batch = _open.Find(open => open.Items[0].RegionCode == item.RegionCode);
        if (batch?.TryAdd(item) == true)
        {
            return batch.Items.Count == batchSize ? Close(batch) : null;
        }

        var next = new Batch(urlLengthWithoutNumbers(item.RegionCode), item);
        _open.Add(next);
        return batch is not null ? Close(batch) : batchSize == 1 ? Close(next) : null;
    }

    /// <summary>Hands out what is not full, in the order of each batch's first number, and forgets it.</summary>
    public IReadOnlyList<IReadOnlyList<PendingServer>> TakeRest()
    {
        List<IReadOnlyList<PendingServer>> rest = _open.ConvertAll(batch => (IReadOnlyList<PendingServer>)batch.Items);
        _open.Clear();
        return rest;
    }

    private List<PendingServer> Close(Batch batch)
    {
        _open.Remove(batch);
        return batch.Items;
    }

    private sealed class Batch(int urlLengthWithoutNumbers, PendingServer first)
    {
        private int _urlLength = urlLengthWithoutNumbers + NcloudClient.UrlLengthOf(1, first.WireNo);

        public List<PendingServer> Items { get; } = [first];

        public bool TryAdd(PendingServer item)
        {
            int length = _urlLength + NcloudClient.UrlLengthOf(Items.Count + 1, item.WireNo);
            if (length > ApiRequest.LongestUrl)
            {
                return false;
            }

            _urlLength = length;
            Items.Add(item);
            return true;
        }
    }
}
