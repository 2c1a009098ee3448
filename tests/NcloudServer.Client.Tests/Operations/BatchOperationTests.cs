using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using NcloudServer.Operations;
using NcloudServer.Tests.Http;
using Xunit;
using Outcome = NcloudServer.Operations.Outcome;

namespace NcloudServer.Tests.Operations;

/// <summary>What is asked of the service, in which order and after which pauses, where something stands in the way.</summary>
public sealed class BatchOperationTests
{
    private static readonly TimeSpan s_safety = TimeSpan.FromSeconds(30);

    private readonly List<TimeSpan> _pauses = [];
    private TimeSpan _now;
    private IReadOnlyList<string> _requests = [];
    private IReadOnlyList<string> _log = [];

    [Fact]
    public void The_pause_before_a_doubt_is_cleared_up_is_none_of_those_for_a_busy_server()
    {
        Outcome outcome = Run(
            new BatchOptions { Action = ServerAction.Stop },
            retries: 1,
            ["1"],
            (_, place) => place switch
            {
                1 => AnsweringHandler.Reply(504, string.Empty),
                2 => Seen("RUN", "CHNG"),
                _ => Seen("NSTOP"),
            }).Single();

        Assert.Equal("NSTOP", outcome.Instance?.ServerInstanceStatus?.Code);
        Assert.Equal(2, _pauses.Count);
    }

    [Theory]
    [InlineData("", 0, 1, 2, 3)]
    [InlineData("""{"responseError":{"returnCode":"9999","returnMessage":"no"}}""", 0, 1, 1, 1)]
    public void The_longer_the_service_fails_the_longer_are_the_pauses_unless_it_answers(string body, params int[] backOff)
    {
        Outcome outcome = Run(
            new BatchOptions { Action = ServerAction.Stop },
            retries: 3,
            ["1"],
            (target, _) => IsLook(target) ? Seen("RUN") : AnsweringHandler.Reply(500, body)).Single();

        Assert.NotNull(outcome.Failure);
        Assert.Equal(backOff.Length, _pauses.Count);
        Assert.All(backOff.Zip(_pauses), pair => RetryPolicyTests.AssertBackOff(pair.First, pair.Second));
    }

    [Fact]
    public void No_pause_lasts_beyond_the_time_that_a_number_has()
    {
        Outcome outcome = Run(
            Waiting(seconds: 10, polling: 60),
            retries: 3,
            ["1"],
            (target, _) => IsLook(target) ? Seen("RUN", "SHTDN") : Stopping()).Single();

        Assert.Equal(NcpErrorId.NcpWaitTimeout, outcome.Failure?.Id);
        Assert.Equal([TimeSpan.FromSeconds(10)], _pauses);
        Assert.Equal(2, _requests.Count);
    }

    [Fact]
    public void Nothing_is_changed_for_a_number_whose_time_is_over()
    {
        Outcome[] outcomes = Run(
            Waiting(seconds: 10, polling: 5) with { ThrottleLimit = 0 },
            retries: 3,
            ["1", "2"],
            (target, place) =>
            {
                _now += place == 3 ? TimeSpan.FromSeconds(10) : TimeSpan.Zero;
                return place switch
                {
                    1 => AnsweringHandler.Refusal(400, "1"),
                    2 => AnsweringHandler.Servers(
                        "getServerInstanceList", AnsweringHandler.Server("1", "RUN"), AnsweringHandler.Server("2", "RUN")),
                    _ => AnsweringHandler.Servers("stopServerInstances", AnsweringHandler.Server("1", "NSTOP")),
                };
            });

        Assert.Equal(3, _requests.Count);
        Assert.Equal([null, NcpErrorId.NcpRequestRefused], outcomes.OrderBy(one => one.ServerInstanceNo).Select(one => one.Failure?.Id));
    }

    [Fact]
    public void Numbers_of_a_region_that_there_is_not_are_not_told_apart()
    {
        Outcome[] outcomes = Run(
            new BatchOptions { Action = ServerAction.Stop },
            retries: 3,
            ["1", "2", "3", "4"],
            (_, _) => AnsweringHandler.Refusal(400, "1100000"));

        Assert.All(outcomes, outcome => Assert.Equal(NcpErrorId.NcpRequestRefused, outcome.Failure?.Id));
        Assert.Equal(3, _requests.Count);
        Assert.DoesNotContain(_log, line => line.Contains("Halving", StringComparison.Ordinal));
    }

    private static bool IsLook(string target) => target.Contains("/getServerInstanceList?", StringComparison.Ordinal);

    private static BatchOptions Waiting(double seconds, double polling) => new()
    {
        Action = ServerAction.Stop,
        Target = TargetState.Stopped,
        Wait = new WaitOptions(TimeSpan.FromSeconds(seconds), TimeSpan.FromSeconds(polling)),
    };

    private static HttpResponseMessage Seen(string status, string operation = "NULL") =>
        AnsweringHandler.Servers("getServerInstanceList", AnsweringHandler.Server("1", status, operation));

    private static HttpResponseMessage Stopping() =>
        AnsweringHandler.Servers("stopServerInstances", AnsweringHandler.Server("1", "RUN", "SHTDN"));

    /// <summary>Carries out an operation on one batch, in a time that only its pauses make pass.</summary>
    private Outcome[] Run(BatchOptions options, int retries, string[] numbers, Func<string, int, HttpResponseMessage> answer)
    {
        using var service = new AnsweringHandler(answer);
        using var client = new ClientUnderTest(
            AnsweringHandler.Address, retries, handler: service, elapsed: () => _now, waiting: (pause, _) =>
            {
                _pauses.Add(pause);
                _now += pause;
                return Task.CompletedTask;
            });
        using var operation = new BatchOperation(client.Client, options, CancellationToken.None);
        foreach (string number in numbers)
        {
            operation.Add(number, "KR");
        }

        operation.Flush();
        Outcome[] outcomes = numbers.Select(_ => Take(operation)).ToArray();
        (_requests, _log) = (service.Requests, client.TakeLog());
        return outcomes;
    }

    private static Outcome Take(BatchOperation operation)
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
}
