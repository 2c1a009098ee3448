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
        int length = batch is null ? 0 : batch.UrlLength + NcloudClient.UrlLengthOf(batch.Items.Count + 1, item.WireNo);
        if (batch is not null && length <= ApiRequest.LongestUrl)
        {
            batch.UrlLength = length;
            batch.Items.Add(item);
            return batch.Items.Count == batchSize ? Close(batch) : null;
        }

        var next = new Batch(item) { UrlLength = urlLengthWithoutNumbers(item.RegionCode) + NcloudClient.UrlLengthOf(1, item.WireNo) };
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

    private sealed class Batch(PendingServer first)
    {
        public List<PendingServer> Items { get; } = [first];
        public int UrlLength { get; set; }
    }
}
