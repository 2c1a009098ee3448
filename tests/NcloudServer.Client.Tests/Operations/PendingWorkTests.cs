using System;
using System.Collections.Generic;
using NcloudServer.Operations;
using NcloudServer.Tests.Http;
using Xunit;

namespace NcloudServer.Tests.Operations;

/// <summary>How often the servers that are awaited are counted, for a progress bar.</summary>
public sealed class PendingWorkTests
{
    private TimeSpan _now = TimeSpan.FromSeconds(100);

    [Fact]
    public void Progress_is_brought_up_to_date_now_and_then_or_when_nothing_else_is_to_do()
    {
        using var client = new ClientUnderTest(AnsweringHandler.Address, elapsed: () => _now);
        var options = new BatchOptions { Action = ServerAction.Stop, Target = TargetState.Stopped };
        var work = new PendingWork(client.Client, options);
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
        Assert.Equal(_now + options.Wait.Timeout, work.Waiting?.End);
    }

    private static void Accept(PendingWork work, string number)
    {
        work.Add([new PendingServer(number, "KR")]);
        var stopping = new ServerInstance
        {
            ServerInstanceNo = number,
            ServerInstanceStatus = new CodeName("RUN"),
            ServerInstanceOperation = new CodeName("SHTDN"),
            ServerInstanceStatusName = "shutting down",
        };
        work.OnAnswered(
            work.TakeRequest()!, new ServerResponse(new Dictionary<string, ServerInstance> { [number] = stopping }, Failure: null));
    }
}
