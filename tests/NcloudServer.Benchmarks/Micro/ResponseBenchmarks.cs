using BenchmarkDotNet.Attributes;
using NcloudServer.Http;
using NcloudServer.Simulator;
using NcloudServer.Wire;

namespace NcloudServer.Benchmarks;

/// <summary>From the bytes of a response to server instances. The bytes are the service's own.</summary>
[MemoryDiagnoser(displayGenColumns: false)]
public class ResponseBenchmarks
{
    private const int Servers = 1_000;

    private readonly DateTimeOffset _now = DateTimeOffset.UtcNow;
    private RawResponse? _response;

    [GlobalSetup(Target = nameof(ReadJson))]
    public Task AskForJsonAsync() => AskAsync("json");

    [GlobalSetup(Target = nameof(ReadXml))]
    public Task AskForXmlAsync() => AskAsync("xml");

    [Benchmark(Description = "reading a JSON response of 1,000 servers")]
    public object ReadJson() => ResponseReader.Read(_response!, _now);

    [Benchmark(Description = "reading an XML response of 1,000 servers")]
    public object ReadXml() => ResponseReader.Read(_response!, _now);

    private async Task AskAsync(string format)
    {
        await using SimulatorHost simulator = await SimulatorHost.StartAsync(
            new SimulatorOptions { Regions = [RegionSeed.Defaults[0] with { Servers = Servers }] });
        _response = await ServiceResponse.ReadAsync(simulator, format, Servers);
    }
}
