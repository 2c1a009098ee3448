using NcloudServer.Tests.Http;
using NcloudServer.Tests.Laws;

namespace NcloudServer.Tests.Outcomes;

/// <summary>A service in memory that answers as a test says, in a time that passes only when everybody waits.</summary>
/// <param name="answer">Answers a request. One is answered after the other.</param>
internal sealed class ScriptedService(Func<Asked, Answer> answer) : HttpMessageHandler
{
    public static readonly DateTimeOffset Begin = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly List<Asked> _requests = [];
    private int _inFlight;

    public VirtualClock Clock { get; } = new();

    public IReadOnlyList<Asked> Requests => _requests;

    /// <summary>The most requests that were under way at once.</summary>
    public int MostAtOnce { get; private set; }

    /// <summary>The right time after some seconds.</summary>
    public static DateTimeOffset At(double seconds) => Begin.AddSeconds(seconds);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Answer given;
        lock (_requests)
        {
            var asked = new Asked(_requests.Count + 1, Clock.Now, request.RequestUri!);
            _requests.Add(asked);
            MostAtOnce = Math.Max(MostAtOnce, ++_inFlight);
            given = answer(asked);
            asked.Status = (int?)given.Message?.StatusCode;
        }

        await Clock.PauseAsync(given.Latency, cancellationToken).ConfigureAwait(false);
        lock (_requests)
        {
            _inFlight--;
        }

        if (given.Message is not { } message)
        {
            throw AnsweringHandler.NobodyListens();
        }

        // As on the wire: the second, and not its parts.
        message.Headers.Date = given.Date ?? At(Math.Floor(Clock.Now));
        return message;
    }
}
