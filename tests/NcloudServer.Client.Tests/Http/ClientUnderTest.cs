using System.Collections.Concurrent;
using System.Net;
using NcloudServer.Addresses;
using NcloudServer.Api;
using NcloudServer.Credentials;
using NcloudServer.Http;

namespace NcloudServer.Tests.Http;

/// <summary>A client with a key of its own that never really waits before it repeats something, unless it is told how.</summary>
internal sealed class ClientUnderTest : IDisposable
{
    public const string AccessKeyId = "TESTACCESSKEY0000001";
    public const string SecretKey = "TESTSECRETKEY00000000000000000000000001";

    private readonly ConcurrentQueue<TimeSpan> _delays = new();

    // Where no pause is waited for in earnest, pauses alone make time pass.
    private long _slept;

    public ClientUnderTest(
        string address,
        int retries = 3,
        int throttleLimit = 4,
        Func<DateTimeOffset>? clock = null,
        HttpMessageHandler? handler = null,
        Func<TimeSpan, CancellationToken, Task>? waiting = null,
        Func<TimeSpan>? elapsed = null,
        Func<double>? random = null,
        Action<Action>? queue = null)
    {
        var options = new ClientOptions
        {
            ThrottleLimit = throttleLimit,
            Retry = new RetryPolicy(
                retries,
                (pause, token) =>
                {
                    _delays.Enqueue(pause);
                    Interlocked.Add(ref _slept, pause.Ticks);
                    return waiting is null ? Task.CompletedTask : waiting(pause, token);
                },
                random),
        };
        options = options with { Clock = clock ?? options.Clock, Elapsed = elapsed ?? (waiting is null ? () => new TimeSpan(Interlocked.Read(ref _slept)) : options.Elapsed), Queue = queue ?? options.Queue };

        var credentials = new CredentialChain([new GivenKeySource(AccessKeyId, SecretKey)]);
        HttpTransport transport = handler is null ? DirectTransport() : HttpTransport.Over(handler);
        Client = new NcloudClient(Endpoint.ApiBase(address, "the test"), credentials, transport, options, Log);
    }

    public NcloudClient Client { get; }

    public ActivityLog Log { get; } = new();

    /// <summary>The pauses that were asked for.</summary>
    public IReadOnlyList<TimeSpan> Delays => [.. _delays];

    /// <summary>The transport that is used in earnest, with connections of its own and past any proxy of this machine.</summary>
    public static HttpTransport DirectTransport() => HttpTransport.Over(new WebProxy());

    public IReadOnlyList<string> TakeLog()
    {
        var texts = new List<string>();
        Log.WriteTo(texts.Add, texts.Add);
        return texts;
    }

    public void Dispose() => Client.Dispose();

    public static bool IsSigned(RawRequest request) => request.Header("x-ncp-apigw-signature-v2") == RequestSigner.Signature(
        request.Method, request.Target, request.Header("x-ncp-apigw-timestamp")!, new AccessKey(AccessKeyId, SecretKey));

    public static IReadOnlyList<string> Numbers(int count) =>
        Enumerable.Range(1000001, count).Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture)).ToArray();
}
