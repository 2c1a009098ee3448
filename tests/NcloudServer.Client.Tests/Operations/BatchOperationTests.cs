using NcloudServer.Operations;
using NcloudServer.Tests.Http;
using Outcome = NcloudServer.Operations.Outcome;

namespace NcloudServer.Tests.Operations;

/// <summary>What is asked of the service, in which order and after which pauses, where something stands in the way.</summary>
public sealed class BatchOperationTests : OneBatchTest
{
    [Fact]
    public void The_pause_before_a_doubt_is_cleared_up_is_none_of_those_for_a_busy_server()
    {
        Outcome outcome = Run(
            new BatchOptions { Action = ServerAction.Stop },
            retries: 1,
            ["1"],
            (_, place) => place switch
            {
                1 => AnsweringHandler.Response(504, string.Empty),
                2 => Seen("RUN", "CHNG"),
                _ => Seen("NSTOP"),
            }).Single();

        Assert.Equal("NSTOP", outcome.Instance?.ServerInstanceStatus?.Code);
        Assert.Equal(2, Pauses.Count);
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
            (target, _) => IsLookUp(target) ? Seen("RUN") : AnsweringHandler.Response(500, body)).Single();

        Assert.NotNull(outcome.Failure);
        Assert.Equal(backOff.Length, Pauses.Count);
        Assert.All(backOff.Zip(Pauses), pair => RetryPolicyTests.AssertBackOff(pair.First, pair.Second));
    }

    [Fact]
    public void No_pause_lasts_beyond_the_time_that_a_number_has()
    {
        Outcome outcome = Run(
            StoppingWithin(seconds: 10, polling: 60),
            retries: 3,
            ["1"],
            (target, _) => IsLookUp(target) ? Seen("RUN", "SHTDN") : Stopping()).Single();

        Assert.Equal(NcpErrorId.NcpWaitTimeout, outcome.Failure?.Id);
        Assert.Equal([TimeSpan.FromSeconds(10)], Pauses);
        Assert.Equal(2, Requests.Count);
    }

    [Fact]
    public void Nothing_is_changed_for_a_number_whose_time_is_over()
    {
        Outcome[] outcomes = Run(
            StoppingWithin(seconds: 10, polling: 5) with { BatchSize = 2 },
            retries: 3,
            ["1", "2", "3"],
            (_, place) =>
            {
                Now += place == 3 ? TimeSpan.FromSeconds(10) : TimeSpan.Zero;
                return place switch
                {
                    1 => AnsweringHandler.Refusal(400, "1"),
                    2 => SeenServers(AnsweringHandler.Server("1", "RUN"), AnsweringHandler.Server("2", "RUN")),
                    3 => AnsweringHandler.Servers("stopServerInstances", AnsweringHandler.Server("1", "NSTOP")),
                    _ => AnsweringHandler.Servers("stopServerInstances", AnsweringHandler.Server("3", "NSTOP")),
                };
            });

        Assert.Equal(4, Requests.Count);
        Assert.Equal(
            [null, NcpErrorId.NcpRequestRefused, null], outcomes.OrderBy(one => one.ServerInstanceNo).Select(one => one.Failure?.Id));
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
        Assert.Equal(3, Requests.Count);
        Assert.DoesNotContain(Log, line => line.Contains("Halving", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false, NcpErrorId.NcpPermissionDenied)]
    [InlineData(true, null)]
    public void Look_ups_that_are_not_permitted_end_everything_only_where_nothing_can_do_without_them(bool isChange, NcpErrorId? fatal)
    {
        BatchOptions options = new() { Action = isChange ? ServerAction.Stop : null };

        Outcome[] outcomes = Run(options, retries: 3, ["1", "2"], (target, _) => IsLookUp(target)
            ? AnsweringHandler.Response(401, """{"error":{"errorCode":"210","message":"Permission Denied"}}""")
            : AnsweringHandler.Refusal(400, "1"));

        Assert.All(
            outcomes, outcome => Assert.Equal(isChange ? NcpErrorId.NcpRequestRefused : NcpErrorId.NcpPermissionDenied, outcome.Failure?.Id));
        Assert.Equal(fatal, Fatal?.Id);
    }

    [Fact]
    public void What_a_response_names_beside_the_numbers_that_were_asked_for_is_no_outcome()
    {
        string[] named = [AnsweringHandler.Server("2", "NSTOP"), AnsweringHandler.Server("1", "NSTOP")];

        Outcome outcome = Run(
            new BatchOptions { Action = ServerAction.Stop }, retries: 3, ["1"], (_, _) => AnsweringHandler.Servers("stopServerInstances", named))
            .Single();

        Assert.Equal("1", outcome.Instance?.ServerInstanceNo);
        Assert.Contains("The response to stopServerInstances also names servers that were not asked for; they are ignored.", Log);
    }

    private static HttpResponseMessage Stopping() =>
        AnsweringHandler.Servers("stopServerInstances", AnsweringHandler.Server("1", "RUN", "SHTDN"));
}
