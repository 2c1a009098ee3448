using System.Diagnostics;
using System.Text.Json;
using NcloudServer.Http;
using NcloudServer.Wire;

namespace NcloudServer.Benchmarks.Measurements;

/// <summary>
/// What tolerance costs: reading a response compared with the serializer with no more than it needs to read the same bytes into the same
/// model.
/// </summary>
internal static class ReadingMeasurements
{
    private const int Servers = 1000;
    private const int WarmUp = 300;
    private const int TimesARound = 20;

    private static readonly JsonSerializerOptions s_plain = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        // What it has no reading of its own for: pairs, dates without a colon, and texts that come as numbers.
        Converters = { new PairConverter(), new DateConverter(), new TextConverter() },
    };

    public static IEnumerable<Measurement> Reading(BenchmarkEnvironment environment)
    {
        environment.Reset();
        RawResponse response = ServiceResponse.ReadAsync(environment.Simulator, "json", Servers).GetAwaiter().GetResult();
        Func<int> ours = () =>
        {
            using ResponseBody body = ResponseReader.Read(response, DateTimeOffset.UtcNow);
            return body.Servers.Items!.Count;
        };
        Func<int> theirs = () =>
            JsonSerializer.Deserialize<SerializerResponse>(response.Body.AsSpan(), s_plain)!.GetServerInstanceListResponse!.ServerInstanceList!.Count;
        for (int i = 0; i < WarmUp; i++)
        {
            Check(ours());
            Check(theirs());
        }

        const string ComparedWith = "`JsonSerializer.Deserialize` into the same model";
        yield return Pairing.Ratio(
            "reading a response of 1,000 servers: time", ComparedWith, 1.25,
            Pairing.Measure(() => Milliseconds(ours), () => Milliseconds(theirs)));
        double[] bytes = Enumerable.Range(0, Pairing.Rounds).Select(_ => Bytes(ours) / Bytes(theirs)).ToArray();
        yield return new Measurement("reading a response of 1,000 servers: allocation", ComparedWith, "×", 1.5, bytes)
        {
            Detail = FormattableString.Invariant($"{Bytes(ours) / 1024:#,0} / {Bytes(theirs) / 1024:#,0} KB"),
        };
    }

    private static double Milliseconds(Func<int> read)
    {
        var watch = Stopwatch.StartNew();
        for (int i = 0; i < TimesARound; i++)
        {
            Check(read());
        }

        return watch.Elapsed.TotalMilliseconds / TimesARound;
    }

    private static double Bytes(Func<int> read)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        Check(read());
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void Check(int count)
    {
        if (count != Servers)
        {
            throw new InvalidOperationException($"{count} servers were read when there are {Servers}.");
        }
    }
}
