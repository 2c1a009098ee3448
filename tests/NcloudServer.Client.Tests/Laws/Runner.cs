using NcloudServer.Api;
using NcloudServer.Credentials;
using NcloudServer.Http;
using NcloudServer.Operations;
using Outcome = NcloudServer.Operations.Outcome;

namespace NcloudServer.Tests.Laws;

/// <summary>Has the client do what a scenario asks for. Whatever the laws know of the client's types stands here.</summary>
internal sealed class Runner(Scenario scenario, ModelService service)
{
    private readonly List<Result> _results = [];

    /// <summary>What came out, in that order.</summary>
    public IReadOnlyList<Result> Results => _results;

    /// <summary>Gives the numbers in as a cmdlet does, and takes out what becomes of them.</summary>
    public void Run() => service.Clock.Drive(() =>
    {
        using NcloudClient client = Connect();
        using var operation = new BatchOperation(client, Options(), CancellationToken.None);
        var filter = new NumberFilter();
        foreach ((int index, int region) in scenario.Input)
        {
            string number = ModelService.Number(index);
            if (filter.TryAdd(number, ModelService.Region(region)))
            {
                operation.Add(number, ModelService.Region(region));
                Drain(operation, () => !operation.IsBacklogged);
            }
        }

        operation.Flush();
        Drain(operation, () => operation.IsEmpty);
        service.Clock.Settle();
    });

    /// <summary>Reads a list of the first region's servers to its end.</summary>
    /// <returns>Their numbers, or why it can't be read.</returns>
    public (IReadOnlyList<string>? Numbers, NcpErrorId? Error) List(string? statusCode)
    {
        (IReadOnlyList<string>?, NcpErrorId?) answer = default;
        service.Clock.Drive(() =>
        {
            using NcloudClient client = Connect();
            var filter = new ServerFilter(ModelService.Region(0)) { StatusCode = statusCode };
            Task<IReadOnlyList<string>> reading = ReadAsync(client, filter);
            do
            {
                service.Clock.Settle();
            }
            while (!reading.IsCompleted && service.Clock.Advance());
            Assert.True(reading.IsCompleted, "The list is never read to its end.");
            answer = reading.Exception?.InnerException is { } failure
                ? (null, Assert.IsAssignableFrom<NcpException>(failure).Id)
                : (reading.GetAwaiter().GetResult(), null);
        });
        return answer;
    }

    private static async Task<IReadOnlyList<string>> ReadAsync(NcloudClient client, ServerFilter filter)
    {
        var listing = new ServerListing(client, filter);
        IReadOnlyList<ServerInstance> servers = await listing.ReadAsync(CancellationToken.None).ConfigureAwait(false);
        return servers.Select(server => server.ServerInstanceNo).ToArray();
    }

    private static Result From(Outcome outcome, double time)
    {
        Assert.True(outcome.Instance is null ^ outcome.Failure is null, $"{outcome.ServerInstanceNo} has not one outcome.");
        return new Result(
            outcome.ServerInstanceNo, outcome.RegionCode!, time, outcome.Failure?.Id,
            outcome.Failure?.Message ?? outcome.Instance!.ServerInstanceNo);
    }

    private NcloudClient Connect()
    {
        var options = new ClientOptions
        {
            ThrottleLimit = scenario.ThrottleLimit,
            Retry = new RetryPolicy(scenario.MaximumRetryCount, service.PauseAsync, new Random(scenario.Seed).NextDouble),
            Clock = service.ClientTime,
            Elapsed = service.Elapsed,
            Queue = service.Clock.Queue,
        };
        var key = new CredentialChain([new GivenKeySource("key", "secret")]);
        return new NcloudClient(new Uri("http://localhost/vserver/v2"), key, HttpTransport.Over(service), options, new ActivityLog());
    }

    private BatchOptions Options() => new()
    {
        Action = scenario.Command.Action(),
        Target = scenario.IsWaiting ? scenario.Command.Target() : null,
        WaitTimeout = TimeSpan.FromSeconds(scenario.WaitTimeout),
        PollingInterval = TimeSpan.FromSeconds(scenario.PollingInterval),
        BatchSize = scenario.BatchSize,
    };

    private void Drain(BatchOperation operation, Func<bool> isEnough)
    {
        while (!isEnough() && !service.IsKnown)
        {
            operation.ResetChanged();
            service.Clock.Settle();
            while (operation.TryTake() is { } outcome)
            {
                _results.Add(From(outcome, service.Clock.Now));
            }

            Assert.True(isEnough() || service.Clock.Advance(), "There are numbers that never come out.");
        }
    }
}
