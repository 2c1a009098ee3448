using System;
using System.Linq;
using NcloudServer.Failures;
using NcloudServer.Operations;
using NcloudServer.Tests.Http;
using Xunit;

namespace NcloudServer.Tests.Operations;

/// <summary>When requests are made and not made, and how often the servers that are awaited are counted, for a progress bar.</summary>
public sealed class PendingWorkTests
{
    private static readonly BatchOptions s_stop = new() { Action = ServerAction.Stop, Target = TargetState.Stopped };

    private TimeSpan _now = TimeSpan.FromSeconds(100);

    [Fact]
    public void Progress_is_brought_up_to_date_now_and_then_or_when_nothing_else_is_to_do()
    {
        using var client = new ClientUnderTest(AnsweringHandler.Address, elapsed: () => _now);
        var work = new PendingWork(client.Client, s_stop);
        work.RefreshProgress(isQuiet: false);
        Assert.Equal(0, work.Waiting?.Count);

        Accept(work, "1");
        _now += TimeSpan.FromSeconds(0.3);
        work.RefreshProgress(isQuiet: false);
        Assert.Equal(0, work.Waiting?.Count);
        _now += TimeSpan.FromSeconds(0.1);
        work.RefreshProgress(isQuiet: false);
        Assert.Equal(1, work.Waiting?.Count);

        Accept(work, "2");
        work.RefreshProgress(isQuiet: true);
        Assert.Equal((2, "2 shutting down"), (work.Waiting?.Count, work.Waiting?.Status));
        Assert.Equal(_now + s_stop.Wait.Timeout, work.Waiting?.End);
    }

    [Fact]
    public void Progress_counts_no_server_that_has_arrived()
    {
        using var client = new ClientUnderTest(AnsweringHandler.Address, elapsed: () => _now);
        var work = new PendingWork(client.Client, s_stop);
        Accept(work, "1");
        work.Add([new PendingServer("2", "KR")]);
        ServerInstance stopped = Server("2", "NULL");
        stopped.ServerInstanceStatus = new CodeName("NSTOP");
        work.OnAnswered(work.TakeRequest()!, Answered(stopped));

        work.RefreshProgress(isQuiet: true);

        Assert.Equal(1, work.Waiting?.Count);
    }

    [Fact]
    public void Progress_says_what_most_servers_do()
    {
        using var client = new ClientUnderTest(AnsweringHandler.Address, elapsed: () => _now);
        var work = new PendingWork(client.Client, s_stop);
        Accept(work, "1", "CHNG");
        Accept(work, "2");
        Accept(work, "3");

        work.RefreshProgress(isQuiet: true);

        Assert.Equal((3, "2 shutting down"), (work.Waiting?.Count, work.Waiting?.Status));
    }

    [Fact]
    public void Numbers_whose_time_is_over_while_their_request_waits_to_be_made_have_their_outcome_without_it()
    {
        using var client = new ClientUnderTest(AnsweringHandler.Address, elapsed: () => _now);
        var work = new PendingWork(client.Client, s_stop);
        PendingServer[] servers = [new("1", "KR"), new("2", "KR")];
        ServerResponse busy = Failed(FailureKind.Busy);
        ServerResponse running = Answered(Server("1", "NULL"), Server("2", "NULL"));
        work.Add(servers);
        // Rejected together and alone, without a reason that a look shows.
        foreach (ServerResponse response in new[] { busy, running, busy, busy })
        {
            work.OnAnswered(work.TakeRequest()!, response);
        }

        _now += TimeSpan.FromSeconds(2);
        work.ResumeDue();
        work.OnAnswered(work.TakeRequest()!, running);
        work.OnAnswered(work.TakeRequest()!, busy);
        _now += s_stop.Wait.Timeout;

        Assert.Null(work.TakeRequest());
        Assert.All(servers, server => Assert.Equal(NcpErrorId.NcpServerInstanceBusy, server.Outcome?.Failure?.Id));
    }

    [Fact]
    public void A_region_that_rejects_every_request_is_asked_again_once_it_has_answered_one()
    {
        using var client = new ClientUnderTest(AnsweringHandler.Address, elapsed: () => _now);
        var work = new PendingWork(client.Client, s_stop);
        var next = new ServerRequest(RequestKind.Change, [new PendingServer("3", "KR")]);
        work.Add([new PendingServer("1", "KR")]);
        work.Add([new PendingServer("2", "KR")]);
        ServerRequest first = work.TakeRequest()!;
        ServerRequest second = work.TakeRequest()!;
        work.OnAnswered(first, Failed(FailureKind.Rejected));
        // The look, and the request without numbers.
        work.OnAnswered(work.TakeRequest()!, Failed(FailureKind.Rejected));
        work.OnAnswered(work.TakeRequest()!, Failed(FailureKind.Rejected));
        Assert.NotNull(work.Known(next));
        Assert.Null(work.Known(new ServerRequest(RequestKind.Change, [new PendingServer("3", "JPN")])));

        work.OnAnswered(second, Answered(Server("2", "SHTDN")));

        Assert.Null(work.Known(next));
    }

    private static ServerResponse Failed(FailureKind kind) =>
        new(Servers: null, new NcpServiceException(NcpErrorId.NcpRequestRefused, "no", "advice") { Kind = kind, Code = "4711" });

    private static ServerResponse Answered(params ServerInstance[] servers) =>
        new(servers.ToDictionary(server => server.ServerInstanceNo), Failure: null);

    private static ServerInstance Server(string number, string operation) => new()
    {
        ServerInstanceNo = number,
        ServerInstanceStatus = new CodeName("RUN"),
        ServerInstanceOperation = new CodeName(operation),
        ServerInstanceStatusName = operation == "SHTDN" ? "shutting down" : "running",
    };

    private static void Accept(PendingWork work, string number, string operation = "SHTDN")
    {
        work.Add([new PendingServer(number, "KR")]);
        work.OnAnswered(work.TakeRequest()!, Answered(Server(number, operation)));
    }
}
