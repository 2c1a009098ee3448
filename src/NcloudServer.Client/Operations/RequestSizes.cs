using NcloudServer.Api;
using NcloudServer.Failures;

namespace NcloudServer.Operations;

/// <summary>How many servers a request may be about: as many as are wanted, and fewer where the service has been found to take fewer.</summary>
internal sealed class RequestSizes(NcloudClient client, BatchOptions options)
{
    private const int NumbersPerLookUp = 100;

    private int _change = options.NumbersPerRequest;
    private int _lookUp = NumbersPerLookUp;
    private int _cutTo = NumbersPerLookUp;

    /// <summary>The most servers of a request.</summary>
    public int Limit(RequestKind kind) => kind == RequestKind.Change ? _change : _lookUp;

    /// <summary>Learns from a response that a request was too long, or that a list holds less than was asked for.</summary>
    public void Learn(ServerRequest request, ServerResponse response)
    {
        bool isTooLarge = response.Failure is { Kind: FailureKind.TooLarge };
        if (isTooLarge && request.Kind == RequestKind.Change)
        {
            _change = Math.Min(_change, Half(request.Servers.Count));
        }
        else if (isTooLarge)
        {
            _lookUp = Math.Min(_lookUp, Half(request.Servers.Count));
        }
        else if (response is { IsCut: true, Servers.Count: var count } && request.Kind == RequestKind.LookUp)
        {
            // A list may be cut short once, on its way; a service that caps its lists does it again.
            _lookUp = Math.Min(_lookUp, Math.Max(_cutTo, count));
            _cutTo = Math.Max(count, 1);
        }
    }

    /// <summary>Groups servers as requests take them: by region, by size, by length of the address.</summary>
    public List<IReadOnlyList<PendingServer>> Chunks(RequestKind kind, IEnumerable<PendingServer> servers, int size = int.MaxValue)
    {
        var collector = new BatchCollector(
            Math.Min(size, Limit(kind)), region => client.UrlLengthWithoutNumbers(options.Action?.Api, region));
        return [.. servers.Select(collector.Add).OfType<IReadOnlyList<PendingServer>>(), .. collector.TakeRest()];
    }

    /// <summary>The size of the larger part of a request that is taken apart.</summary>
    public static int Half(int count) => (count + 1) / 2;
}
