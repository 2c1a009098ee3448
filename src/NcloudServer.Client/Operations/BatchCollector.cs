using System;
using System.Collections.Generic;

namespace NcloudServer.Operations;

/// <summary>Gathers numbers into batches: one region a batch, never more than the size, never an address that is too long.</summary>
internal sealed class BatchCollector(int batchSize, Func<string?, int> urlLengthWithoutNumbers)
{
    /// <summary>The longest address in characters. The API documents none; gateways and proxies commonly take 8 KiB.</summary>
    public const int LongestUrl = 8000;

    private readonly List<Batch> _open = [];

    /// <summary>Takes a number in.</summary>
    /// <returns>The batch that is full now, or null.</returns>
    public IReadOnlyList<Outcome>? Add(Outcome item)
    {
        Batch? batch = _open.Find(open => open.RegionCode == item.RegionCode);
        IReadOnlyList<Outcome>? full = null;
        if (batch is not null && batch.UrlLengthWith(item) > LongestUrl)
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
    public IReadOnlyList<IReadOnlyList<Outcome>> TakeRest()
    {
        List<IReadOnlyList<Outcome>> rest = _open.ConvertAll(batch => (IReadOnlyList<Outcome>)batch.Items);
        _open.Clear();
        return rest;
    }

    private sealed class Batch(string? regionCode, int urlLength)
    {
        private int _urlLength = urlLength;

        public string? RegionCode { get; } = regionCode;

        public List<Outcome> Items { get; } = [];

        public int UrlLengthWith(Outcome item) => _urlLength + NcloudClient.UrlLengthOf(Items.Count + 1, item.ServerInstanceNo);

        public void Add(Outcome item)
        {
            _urlLength = UrlLengthWith(item);
            Items.Add(item);
        }
    }
}
