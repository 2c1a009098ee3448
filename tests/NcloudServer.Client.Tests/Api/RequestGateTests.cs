using System.Collections.Concurrent;
using System.Net;
using NcloudServer.Api;
using NcloudServer.Tests.Http;

namespace NcloudServer.Tests.Api;

public sealed class RequestGateTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task Requests_under_way_never_exceed_the_limit(int limit)
    {
        using var gate = new Gate();
        using var client = new ClientUnderTest("http://127.0.0.1:1", throttleLimit: limit, handler: gate);

        // Each call runs on this thread up to the gate or up to its turn: what has not come in by now waits for its turn.
        Task[] calls = ClientUnderTest.Numbers(12).Select(_ =>
            (Task)client.Client.ListAsync(new ServerFilter("KR"), pageNo: null, pageSize: null, CancellationToken.None)).ToArray();
        Assert.Equal(limit, gate.UnderWay);

        for (int answered = 0; answered < calls.Length; answered++)
        {
            (await gate.NextAsync()).Answer();
        }

        await Task.WhenAll(calls).WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal((limit, 12), (gate.Most, gate.Total));
    }

    [Fact]
    public async Task A_request_that_fails_makes_room_for_the_next()
    {
        using var gate = new Gate();
        using var client = new ClientUnderTest("http://127.0.0.1:1", retries: 0, throttleLimit: 1, handler: gate);

        Task first = client.Client.ListAsync(new ServerFilter("KR"), pageNo: null, pageSize: null, CancellationToken.None);
        Task second = client.Client.ListAsync(new ServerFilter("KR"), pageNo: null, pageSize: null, CancellationToken.None);
        (await gate.NextAsync()).Break();
        (await gate.NextAsync()).Answer();

        await Assert.ThrowsAsync<NcpConnectionException>(() => first);
        await second.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Cancelling_ends_the_wait_for_a_turn()
    {
        using var gate = new Gate();
        using var client = new ClientUnderTest("http://127.0.0.1:1", throttleLimit: 1, handler: gate);
        using var cancellation = new CancellationTokenSource();

        Task first = client.Client.ListAsync(new ServerFilter("KR"), pageNo: null, pageSize: null, CancellationToken.None);
        Task second = client.Client.ListAsync(new ServerFilter("KR"), pageNo: null, pageSize: null, cancellation.Token);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second.WaitAsync(TimeSpan.FromSeconds(30)));
        (await gate.NextAsync()).Answer();
        await first;
        Assert.Equal(1, gate.Total);
    }

    /// <summary>Holds every request until it is answered.</summary>
    private sealed class Gate : HttpMessageHandler
    {
        private readonly ConcurrentQueue<Held> _held = new();
        private readonly SemaphoreSlim _arrived = new(0);
        private readonly object _lock = new();

        public int UnderWay { get; private set; }

        public int Most { get; private set; }

        public int Total { get; private set; }

        public async Task<Held> NextAsync()
        {
            Assert.True(await _arrived.WaitAsync(TimeSpan.FromSeconds(30)), "No request came.");
            Assert.True(_held.TryDequeue(out Held? held));
            return held!;
        }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            lock (_lock)
            {
                Total++;
                Most = Math.Max(Most, ++UnderWay);
            }

            var held = new Held(() =>
            {
                lock (_lock)
                {
                    UnderWay--;
                }
            });
            _held.Enqueue(held);
            _arrived.Release();
            return held.Response;
        }

        protected override void Dispose(bool disposing)
        {
            _arrived.Dispose();
            base.Dispose(disposing);
        }
    }

    private sealed class Held(Action leave)
    {
        private readonly TaskCompletionSource<HttpResponseMessage> _response = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<HttpResponseMessage> Response => _response.Task;

        public void Answer()
        {
            leave();
            _response.SetResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(RawReplies.EmptyServerList) });
        }

        public void Break()
        {
            leave();
            _response.SetException(new HttpRequestException("cut"));
        }
    }
}
