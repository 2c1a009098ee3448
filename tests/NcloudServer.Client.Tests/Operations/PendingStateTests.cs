using System;
using NcloudServer.Operations;
using Xunit;

namespace NcloudServer.Tests.Operations;

/// <summary>
/// Whether a server has booted since a restart whose reply was lost. The request was sent at 12:00:00.5, the look came at 12:00:10.
/// </summary>
public sealed class PendingStateTests
{
    private static readonly DateTimeOffset s_sent = new(2026, 1, 1, 12, 0, 0, 500, TimeSpan.Zero);
    private static readonly DateTimeOffset s_looked = s_sent.AddSeconds(9.5);

    [Theory]
    [InlineData(5, true)]
    [InlineData(0, true)]
    [InlineData(-30, null)]
    [InlineData(-300, null)]
    [InlineData(-301, false)]
    [InlineData(-3600, false)]
    [InlineData(11, true)]
    [InlineData(12, null)]
    [InlineData(60, null)]
    public void A_boot_is_judged_by_the_clock_only_where_the_clock_can_tell(int secondsAfter, bool? expected) =>
        Assert.Equal(expected, HasBooted(new PendingState { MayBeDoneSince = s_sent }, Booted(secondsAfter)));

    [Theory]
    [InlineData(600, 605, true)]
    [InlineData(600.25, 600, true)]
    [InlineData(600, 200, false)]
    [InlineData(600, 5, false)]
    [InlineData(-600, -595, true)]
    [InlineData(-600, 5, null)]
    public void The_clock_that_counts_is_the_services(double secondsAhead, int secondsAfter, bool? expected) => Assert.Equal(
        expected,
        new PendingState { MayBeDoneSince = s_sent }.HasBooted(Booted(secondsAfter), s_looked, TimeSpan.FromSeconds(secondsAhead)));

    [Theory]
    [InlineData(5, -3600, true)]
    [InlineData(-30, -31, null)]
    [InlineData(-30, -30, false)]
    public void The_boot_that_an_earlier_look_showed_is_not_a_new_one(int now, int before, bool? expected)
    {
        PendingState state = new() { MayBeDoneSince = s_sent, UptimeBefore = Booted(before).Uptime };
        Assert.Equal(expected, HasBooted(state, Booted(now)));
    }

    [Theory]
    [InlineData(-30, -31, true)]
    [InlineData(-30, -30, false)]
    public void A_boot_after_the_one_that_the_reply_shows_needs_no_clock(int now, int before, bool expected)
    {
        PendingState state = new() { Reason = PendingReason.Accepted, MayBeDoneSince = s_sent, UptimeBefore = Booted(before).Uptime };
        Assert.Equal(expected, HasBooted(state, Booted(now)));
    }

    [Fact]
    public void A_server_that_tells_no_time_leaves_it_open() =>
        Assert.Null(HasBooted(new PendingState { MayBeDoneSince = s_sent }, new ServerInstance()));

    [Fact]
    public void Nothing_that_was_rejected_has_booted_a_server() => Assert.False(HasBooted(new PendingState(), Booted(5)));

    [Fact]
    public void A_restart_that_was_seen_needs_no_time() =>
        Assert.True(HasBooted(new PendingState { IsRestartSeen = true }, new ServerInstance()));

    private static bool? HasBooted(PendingState state, ServerInstance server) => state.HasBooted(server, s_looked, TimeSpan.Zero);

    // In whole seconds, as the service tells them.
    private static ServerInstance Booted(int secondsAfter) => new() { Uptime = s_sent.AddMilliseconds(-500).AddSeconds(secondsAfter) };
}
