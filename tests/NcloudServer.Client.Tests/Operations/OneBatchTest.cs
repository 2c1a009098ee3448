using System.Text.RegularExpressions;
using NcloudServer.Operations;
using NcloudServer.Tests.Http;
using Outcome = NcloudServer.Operations.Outcome;

namespace NcloudServer.Tests.Operations;

/// <summary>Carries out an operation on one batch, in a time that only its pauses make pass, and without jitter.</summary>
public abstract class OneBatchTest
{
    private static readonly TimeSpan s_safety = TimeSpan.FromSeconds(30);
    private static readonly DateTimeOffset s_begin = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly List<TimeSpan> _pauses = [];

    /// <summary>What is awaited when each pause begins.</summary>
    private protected List<WaitProgress?> Waiting { get; } = [];

    private protected IReadOnlyList<TimeSpan> Pauses => _pauses;

    /// <summary>The time since the operation began.</summary>
    private protected TimeSpan Now { get; set; }

    /// <summary>By how much each look-up at the time makes it pass.</summary>
    private protected TimeSpan Tick { get; set; }

    private protected IReadOnlyList<string> Requests { get; private set; } = [];

    /// <summary>How many numbers each request for a change was about; the other requests are look-ups.</summary>
    private protected string Sizes =>
        string.Join(" ", Requests.Select(request => IsLookUp(request) ? "look" : $"{Regex.Matches(request, "List\\.").Count}"));

    private protected IReadOnlyList<string> Log { get; private set; } = [];

    /// <summary>What kept everything else from being tried; null for nothing.</summary>
    private protected NcpException? Fatal { get; private set; }

    /// <summary>The computer's clock and the service's.</summary>
    private protected DateTimeOffset Clock => s_begin + Now;

    private protected static BatchOptions StoppingWithin(double seconds, double polling) => new()
    {
        Action = ServerAction.Stop,
        Target = TargetState.Stopped,
        WaitTimeout = TimeSpan.FromSeconds(seconds),
        PollingInterval = TimeSpan.FromSeconds(polling),
    };

    private protected static bool IsLookUp(string target) => target.Contains("/getServerInstanceList?", StringComparison.Ordinal);

    private protected static HttpResponseMessage Seen(string status, string operation = "NULL") =>
        SeenServers(AnsweringHandler.Server("1", status, operation));

    private protected static HttpResponseMessage SeenServers(params string[] servers) =>
        AnsweringHandler.Servers("getServerInstanceList", servers);

    private protected static Outcome Take(BatchOperation operation)
    {
        while (true)
        {
            operation.ResetChanged();
            if (operation.TryTake() is { } outcome)
            {
                return outcome;
            }

            Assert.True(operation.WaitForChange(s_safety, CancellationToken.None), "The number never comes out.");
        }
    }

    /// <param name="options">What is done.</param>
    /// <param name="retries">How often something is repeated.</param>
    /// <param name="numbers">The batch.</param>
    /// <param name="answer">Answers a request by its path and query, and by its place from 1.</param>
    /// <param name="region">The region of all; null for the service's first.</param>
    /// <param name="throttleLimit">How many requests are under way at once.</param>
    private protected Outcome[] Run(
        BatchOptions options, int retries, string[] numbers, Func<string, int, HttpResponseMessage> answer, string? region = "KR",
        int throttleLimit = 1)
    {
        BatchOperation? operation = null;
        using var service = new AnsweringHandler(answer);
        using var client = new ClientUnderTest(
            AnsweringHandler.Address, retries, throttleLimit, handler: service, clock: () => Clock, elapsed: () => Now += Tick, random: () => 0.5,
            waiting: (pause, _) =>
            {
                _pauses.Add(pause);
                Waiting.Add(operation!.Waiting);
                Now += pause;
                return Task.CompletedTask;
            });
        using (operation = new BatchOperation(client.Client, options, CancellationToken.None))
        {
            foreach (string number in numbers)
            {
                operation.Add(number, region);
            }

            operation.Flush();
            Outcome[] outcomes = numbers.Select(_ => Take(operation)).ToArray();
            (Requests, Log, Fatal) = (service.Requests, client.TakeLog(), operation.Fatal);
            return outcomes;
        }
    }
}
