using System;
using NcloudServer.Failures;
using NcloudServer.Operations;
using Xunit;

namespace NcloudServer.Tests.Operations;

/// <summary>What is kept, and what is forgotten, when a change is sent or a server is seen.</summary>
public sealed class PendingTransitionsTests
{
    private static readonly DateTimeOffset s_now = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(PendingReason.InDoubt, 1, false)]
    [InlineData(PendingReason.Rejected, 0, true)]
    [InlineData(PendingReason.LeftOut, 0, true)]
    internal void Only_what_is_sent_after_a_doubt_is_a_repeat_of_it(PendingReason reason, int repeats, bool isLookedUp)
    {
        PendingState sent = new PendingState { Reason = reason, IsLookedUp = true }.Sent(s_now);

        Assert.Equal((repeats, isLookedUp), (sent.DoubtRepeats, sent.IsLookedUp));
        Assert.Equal(s_now, sent.MayBeDoneSince);
    }

    [Theory]
    [InlineData(PendingReason.InDoubt, "START", false)]
    [InlineData(PendingReason.LeftOut, "START", false)]
    [InlineData(PendingReason.Accepted, "START", true)]
    [InlineData(PendingReason.InDoubt, "RESTA", true)]
    [InlineData(PendingReason.InDoubt, "NULL", true)]
    internal void A_boot_that_a_start_began_is_no_evidence_of_a_restart_in_doubt(PendingReason reason, string operation, bool isEvidence)
    {
        var state = new PendingState { Reason = reason, MayBeDoneSince = s_now, UptimeBefore = s_now };
        var server = new ServerInstance { ServerInstanceOperation = new CodeName(operation) };

        PendingState seen = state.WhenSeen(LookResult.Busy, server);

        Assert.Equal(isEvidence, seen.MayBeDoneSince is not null);
        Assert.Equal(isEvidence, seen.UptimeBefore is not null);
    }

    [Theory]
    [InlineData(PendingReason.Accepted, "RESTA", true)]
    [InlineData(PendingReason.InDoubt, "RESTA", false)]
    [InlineData(PendingReason.Accepted, "NULL", false)]
    internal void A_restart_is_seen_only_once_it_was_accepted(PendingReason reason, string operation, bool expected)
    {
        var server = new ServerInstance { ServerInstanceOperation = new CodeName(operation) };

        Assert.Equal(expected, new PendingState { Reason = reason }.WhenSeen(LookResult.Ready, server).IsRestartSeen);
    }

    [Fact]
    public void A_server_that_a_look_does_not_find_keeps_what_was_seen_before()
    {
        var before = new ServerInstance { ServerInstanceNo = "1" };

        Assert.Same(before, new PendingState { LastSeen = before }.WhenSeen(LookResult.Missing, server: null).LastSeen);
    }

    [Theory]
    [InlineData(LookResult.Busy, 0)]
    [InlineData(LookResult.Ready, 2)]
    internal void Another_operation_explains_why_a_server_was_left_out_and_nothing_else_does(LookResult look, int expected) =>
        Assert.Equal(expected, new PendingState { TimesLeftOut = 2, Look = look }.Pausing().TimesLeftOut);

    [Theory]
    [InlineData(FailureKind.Busy, 1, 9)]
    [InlineData(FailureKind.Busy, 2, 5)]
    [InlineData(FailureKind.Rejected, 1, 5)]
    internal void Who_was_found_busy_alone_comes_last_the_next_time(FailureKind kind, int together, int expected)
    {
        var state = new PendingState { BusyAlone = TimeSpan.FromSeconds(5), KnownAt = TimeSpan.FromSeconds(9) };
        var failure = new NcpServiceException(NcpErrorId.NcpRequestRefused, "no", "advice") { Kind = kind };

        Assert.Equal(TimeSpan.FromSeconds(expected), state.WhenFailed(failure, together).BusyAlone);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 2)]
    public void The_boot_that_a_restart_began_is_not_the_one_before_it(bool isBooted, int expected)
    {
        var state = new PendingState { UptimeBefore = s_now.AddHours(1) };
        var server = new ServerInstance { Uptime = s_now.AddHours(2) };

        PendingState accepted = state.WhenAccepted(server, isNamed: true, isBooted, s_now);

        Assert.Equal(s_now.AddHours(expected), accepted.UptimeBefore);
    }

    [Theory]
    [InlineData(PendingReason.NotSent, true, true)]
    [InlineData(PendingReason.NotSent, false, false)]
    [InlineData(PendingReason.Rejected, false, false)]
    [InlineData(PendingReason.InDoubt, false, true)]
    [InlineData(PendingReason.LeftOut, false, true)]
    internal void The_way_that_a_server_is_on_may_be_this_operations_doing_if_it_was_named_or_in_doubt(
        PendingReason reason, bool isNamed, bool isOurs) => Assert.Equal(
        isOurs, new PendingState { Reason = reason }.WhenAccepted(new ServerInstance(), isNamed, isBooted: false, s_now).IsOurs);
}
