using NcloudServer.Operations;
using NcloudServer.Tests.Http;
using Outcome = NcloudServer.Operations.Outcome;

namespace NcloudServer.Tests.Operations;

/// <summary>What becomes of an action that may have been carried out, as the service's answers and the server's times tell it.</summary>
public sealed class BatchDoubtTests : OneBatchTest
{
    private static readonly BatchOptions s_restart = new() { Action = ServerAction.Restart };
    private static readonly BatchOptions s_awaitedRestart = s_restart with
    {
        Target = TargetState.Restarted,
        WaitTimeout = TimeSpan.FromSeconds(900),
        PollingInterval = TimeSpan.FromSeconds(5),
    };

    [Fact]
    public void A_restart_in_doubt_whose_boot_is_seen_is_awaited_no_longer()
    {
        Outcome outcome = Run(s_awaitedRestart, retries: 3, ["1"], (target, _) => IsLookUp(target)
            ? SeenServers(AnsweringHandler.Server("1", "RUN", uptime: Clock))
            : AnsweringHandler.Response(504, string.Empty)).Single();

        Assert.Null(outcome.Failure);
        Assert.Equal(2, Requests.Count);
    }

    [Fact]
    public void A_restart_is_over_when_the_server_shows_another_boot_than_the_response_whatever_its_clock_says()
    {
        DateTimeOffset before = Clock.AddHours(-3);

        Outcome outcome = Run(s_awaitedRestart, retries: 3, ["1"], (target, place) => IsLookUp(target)
            ? SeenServers(AnsweringHandler.Server("1", "RUN", uptime: place < 4 ? before : before.AddHours(1)))
            : AnsweringHandler.Servers("rebootServerInstances", AnsweringHandler.Server("1", "RUN", uptime: before))).Single();

        Assert.Null(outcome.Failure);
        Assert.Equal(4, Requests.Count);
    }

    [Fact]
    public void A_restart_whose_response_is_none_of_the_service_is_known_by_the_boot_after_it()
    {
        Outcome outcome = Run(s_restart, retries: 3, ["1"], (target, _) => IsLookUp(target)
            ? SeenServers(AnsweringHandler.Server("1", "RUN", uptime: Clock))
            : AnsweringHandler.Response(200, "<html>")).Single();

        Assert.Null(outcome.Failure);
        Assert.Equal(2, Requests.Count);
    }

    [Fact]
    public void A_boot_after_a_restart_that_was_rejected_is_not_its_doing()
    {
        Outcome outcome = Run(s_restart, retries: 3, ["1"], (target, _) => IsLookUp(target)
            ? SeenServers(AnsweringHandler.Server("1", "RUN", uptime: Clock))
            : AnsweringHandler.Refusal(400, "1")).Single();

        Assert.Equal(NcpErrorId.NcpRequestRefused, outcome.Failure?.Id);
    }

    [Fact]
    public void A_boot_before_the_request_was_repeated_is_not_known_to_be_its_doing()
    {
        DateTimeOffset boot = Clock;

        Outcome outcome = Run(s_restart, retries: 3, ["1"], (target, place) =>
            IsLookUp(target) ? SeenServers(AnsweringHandler.Server("1", "RUN", uptime: boot))
            : place == 1 ? AnsweringHandler.Response(429, """{"error":{"errorCode":"410","message":"Throttle Limited"}}""")
            : AnsweringHandler.Response(504, string.Empty)).Single();

        Assert.Equal(NcpErrorId.NcpOutcomeUnknown, outcome.Failure?.Id);
    }

    [Fact]
    public void A_server_that_is_left_out_of_two_responses_is_not_sent_a_third_time()
    {
        Outcome outcome = Run(new BatchOptions { Action = ServerAction.Stop }, retries: 3, ["1"], (target, _) =>
            IsLookUp(target) ? Seen("RUN") : AnsweringHandler.Servers("stopServerInstances")).Single();

        Assert.Equal(NcpErrorId.NcpRequestRefused, outcome.Failure?.Id);
        Assert.Equal(4, Requests.Count);
    }

    [Theory]
    [InlineData(0, NcpErrorId.NcpServerInstanceStateInvalid)]
    [InlineData(1, NcpErrorId.NcpOutcomeUnknown)]
    public void A_server_that_is_left_out_of_a_response_may_have_been_stopped_if_the_response_announces_more_than_it_names(
        int announced, NcpErrorId expected)
    {
        string response = $$$"""{"stopServerInstancesResponse":{"returnCode":"0","totalRows":{{{announced}}},"serverInstanceList":[]}}""";

        Outcome outcome = Run(new BatchOptions { Action = ServerAction.Stop }, retries: 3, ["1"], (target, _) =>
            IsLookUp(target) ? Seen("RUN", "TERMT") : AnsweringHandler.Response(200, response)).Single();

        Assert.Equal(expected, outcome.Failure?.Id);
    }

    [Fact]
    public void What_may_have_been_carried_out_is_no_refusal_even_if_its_region_is_refused_meanwhile()
    {
        Outcome[] outcomes = Run(
            new BatchOptions { Action = ServerAction.Stop, BatchSize = 1 },
            retries: 3,
            ["1", "2"],
            (_, place) => place == 1 ? AnsweringHandler.Response(504, string.Empty) : AnsweringHandler.Refusal(400, "1100000"));

        Assert.Equal([NcpErrorId.NcpOutcomeUnknown, NcpErrorId.NcpRequestRefused], outcomes.Select(outcome => outcome.Failure?.Id));
    }
}
