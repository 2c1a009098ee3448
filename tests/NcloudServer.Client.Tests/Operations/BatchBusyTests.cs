using System.Text.RegularExpressions;
using NcloudServer.Operations;
using NcloudServer.Tests.Http;
using Outcome = NcloudServer.Operations.Outcome;

namespace NcloudServer.Tests.Operations;

/// <summary>How servers are asked about that another operation runs on, whether their state shows it or not.</summary>
public sealed class BatchBusyTests : OneBatchTest
{
    private static readonly BatchOptions s_stop = new() { Action = ServerAction.Stop };

    [Fact]
    public void Servers_that_are_busy_without_showing_it_each_get_an_answer_in_the_last_round_alone()
    {
        string[] numbers = ["1", "2", "3", "4"];
        string[] running = numbers.Select(number => AnsweringHandler.Server(number, "RUN")).ToArray();

        Outcome[] outcomes = Run(s_stop, retries: 2, numbers, (target, _) =>
            IsLookUp(target) ? SeenServers(running) : AnsweringHandler.Refusal(400, "1101003"));

        Assert.All(outcomes, outcome => Assert.Equal(NcpErrorId.NcpServerInstanceBusy, outcome.Failure?.Id));
        // The first rejection has them told apart; a round asks for all and for the first; the last one tells them apart again.
        Assert.Equal("4 look 2 2 1 1 1 1 look 4 1 look 4 1 2 1 1 1 look", Sizes);
    }

    [Theory]
    [InlineData(0.1, 5)]
    [InlineData(0.3, 6)]
    public void Servers_that_turn_out_to_be_busy_soon_after_each_other_are_looked_at_together(double requestSeconds, int expectedRequests)
    {
        Run(s_stop with { BatchSize = 1 }, retries: 1, ["1", "2"], (target, place) =>
        {
            Now += TimeSpan.FromSeconds(place < 5 ? requestSeconds : 0);
            return IsLookUp(target)
                ? SeenServers(AnsweringHandler.Server("1", "RUN", "CHNG"), AnsweringHandler.Server("2", "RUN", "CHNG"))
                : AnsweringHandler.Refusal(400, "1");
        });

        Assert.Equal(expectedRequests, Requests.Count);
    }

    [Fact]
    public void Servers_that_are_busy_without_showing_it_take_turns_in_being_asked_alone()
    {
        string[] numbers = ["1", "2", "3"];
        string[] running = numbers.Select(number => AnsweringHandler.Server(number, "RUN")).ToArray();

        Run(StoppingWithin(seconds: 14, polling: 5), retries: 2, numbers, (target, _) =>
            IsLookUp(target) ? SeenServers(running) : AnsweringHandler.Refusal(400, "1101003"));

        string[] alone = Requests.Where(request => !IsLookUp(request) && !request.Contains("List.2", StringComparison.Ordinal))
            .Select(request => Regex.Match(request, "List\\.1=([0-9])").Groups[1].Value).ToArray();
        // After each was asked alone once to tell them apart.
        Assert.Equal(numbers, alone.Skip(3).Take(3).Order());
    }

    [Fact]
    public void Servers_that_were_busy_without_showing_it_are_stopped_when_they_no_longer_are()
    {
        string[] numbers = ["1", "2", "3", "4"];

        BatchOptions options = StoppingWithin(seconds: 600, polling: 5);

        Outcome[] outcomes = Run(options, retries: 2, numbers, (target, _) =>
            IsLookUp(target) ? SeenServers([.. numbers.Select(number => AnsweringHandler.Server(number, "RUN"))])
            : Now < TimeSpan.FromSeconds(2) ? AnsweringHandler.Refusal(400, "1101003")
            : AnsweringHandler.Servers(
                "stopServerInstances", [.. numbers.Select(number => AnsweringHandler.Server(number, "NSTOP"))]));

        Assert.All(outcomes, outcome => Assert.Null(outcome.Failure));
        Assert.Equal("4 look 2 2 1 1 1 1 look 4 1 look 4", Sizes);
    }
}
