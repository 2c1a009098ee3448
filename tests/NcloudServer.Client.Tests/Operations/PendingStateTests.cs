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
    [InlineData(-299, null)]
    [InlineData(-3600, false)]
    [InlineData(60, null)]
    public void A_boot_is_judged_by_the_clock_only_where_the_clock_can_tell(int secondsAfter, bool? expected) =>
        Assert.Equal(expected, HasBooted(new PendingState { MayBeDoneSince = s_sent }, Booted(secondsAfter)));

    [Theory]
    [InlineData(-30, -31, true)]
    [InlineData(-30, -30, false)]
    public void A_boot_is_judged_without_any_clock_where_the_one_before_is_known(int now, int before, bool expected)
    {
        PendingState state = new() { MayBeDoneSince = s_sent, UptimeBefore = s_sent.AddSeconds(before) };
        Assert.Equal(expected, HasBooted(state, new ServerInstance { Uptime = s_sent.AddSeconds(now) }));
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
