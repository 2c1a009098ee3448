using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using NcloudServer.Operations;
using Xunit;

namespace NcloudServer.Tests.Operations;

public sealed class AskingRoundTests
{
    [Fact]
    public void One_busy_server_among_a_hundred_keeps_nobody_else()
    {
        (int requests, IReadOnlyList<PendingServer> left) = Run(100, isLast: false, index => index == 99);

        Assert.Equal("99", Assert.Single(left).ServerInstanceNo);
        Assert.InRange(requests, 1, 15);
    }

    [Fact]
    public void A_hundred_busy_servers_cost_two_requests()
    {
        (int requests, IReadOnlyList<PendingServer> left) = Run(100, isLast: false, _ => true);

        Assert.Equal(2, requests);
        Assert.Equal(100, left.Count);
    }

    [Fact]
    public void In_the_last_round_each_server_has_its_own_answer()
    {
        (_, IReadOnlyList<PendingServer> left) = Run(64, isLast: true, index => index % 2 == 0);

        IEnumerable<string> even = Enumerable.Range(0, 32).Select(index => (2 * index).ToString(CultureInfo.InvariantCulture));
        Assert.Equal(even, left.Select(server => server.ServerInstanceNo));
    }

    [Fact]
    public void Each_round_makes_headway_however_many_stay_busy()
    {
        // Every third server stays busy; those found so go to the end, as the operation has them.
        List<PendingServer> waiting = Servers(90);
        HashSet<PendingServer> busy = waiting.Where((_, index) => index % 3 == 0).ToHashSet();
        int rounds = 0;
        while (waiting.Any(server => !busy.Contains(server)))
        {
            (_, IReadOnlyList<PendingServer> foundBusy, IReadOnlyList<PendingServer> rest) =
                Ask(new AskingRound(waiting, isLast: false), busy.Contains);
            waiting = [.. rest, .. foundBusy];
            // Each finds one that is busy, and so frees all before it.
            Assert.True(++rounds <= busy.Count + 1);
        }
    }

    private static (int Requests, IReadOnlyList<PendingServer> Left) Run(int count, bool isLast, Func<int, bool> isBusy)
    {
        List<PendingServer> servers = Servers(count);
        (int requests, IReadOnlyList<PendingServer> busy, IReadOnlyList<PendingServer> rest) =
            Ask(new AskingRound(servers, isLast), server => isBusy(servers.IndexOf(server)));
        return (requests, [.. busy, .. rest]);
    }

    private static (int Requests, IReadOnlyList<PendingServer> Busy, IReadOnlyList<PendingServer> Unasked) Ask(
        AskingRound round, Func<PendingServer, bool> isBusy)
    {
        int requests = 0;
        List<PendingServer> busy = [];
        while (round.Next() is { } group)
        {
            requests++;
            if (!group.Any(isBusy))
            {
                continue;
            }

            round.OnRejected(group.Count);
            if (group.Count > 1)
            {
                round.Split(group);
            }
            else
            {
                busy.Add(group[0]);
            }
        }

        return (requests, busy, round.Rest());
    }

    private static List<PendingServer> Servers(int count) =>
        Enumerable.Range(0, count).Select(index => new PendingServer(index.ToString(CultureInfo.InvariantCulture), "KR")).ToList();
}
