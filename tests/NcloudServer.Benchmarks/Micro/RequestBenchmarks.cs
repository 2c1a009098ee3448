using System.Globalization;
using BenchmarkDotNet.Attributes;
using NcloudServer.Http;
using NcloudServer.Operations;
using NcloudServer.Wire;

namespace NcloudServer.Benchmarks;

/// <summary>From numbers to a request that can be sent.</summary>
[MemoryDiagnoser(displayGenColumns: false)]
public class RequestBenchmarks
{
    private const int BatchSize = 100;
    private const string ApiBase = "https://ncloud.apigw.ntruss.com/vserver/v2";

    private static readonly int s_urlLength = ApiBase.Length + "/interruptServerInstance?responseFormatType=json".Length;

    private readonly AccessKey _key = new("BENCHMARKACCESSKEY01", "BenchmarkSecretKey0000000000000000000001");
    private readonly DateTimeOffset _now = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private string[] _numbers = [];
    private string[] _batch = [];
    private Uri? _uri;

    [GlobalSetup]
    public void MakeNumbers()
    {
        _numbers = [.. Enumerable.Range(1_000_001, 1_000).Select(number => number.ToString(CultureInfo.InvariantCulture))];
        _batch = _numbers[..BatchSize];
        _uri = new Uri($"{ApiBase}/stopServerInstances{BuildQuery()}");
    }

    [Benchmark(Description = "signing a request of 100 numbers")]
    public object Sign()
    {
        // A request is signed once: without a new one each time, the headers would pile up.
        var request = new HttpRequestMessage(HttpMethod.Get, _uri);
        RequestSigner.Sign(request, _key, _now);
        return request;
    }

    [Benchmark(Description = "building the query of 100 numbers")]
    public string BuildQuery() =>
        new QueryBuilder().Add("responseFormatType", "json").AddList("serverInstanceNoList", _batch).ToString();

    [Benchmark(Description = "checking and batching 1,000 numbers")]
    public int CollectBatches()
    {
        var filter = new NumberFilter();
        var collector = new BatchCollector(BatchSize, _ => s_urlLength);
        int batches = 0;
        foreach (string text in _numbers)
        {
            if (NumberFilter.Parse(text, out _) is { } number && filter.TryAdd(number, regionCode: null)
                && collector.Add(new PendingServer(number, regionCode: null, PendingReason.New)) is not null)
            {
                batches++;
            }
        }

        IReadOnlyList<IReadOnlyList<PendingServer>> rest = collector.TakeRest();
        return batches + rest.Count;
    }
}
