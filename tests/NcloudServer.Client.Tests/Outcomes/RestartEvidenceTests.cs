namespace NcloudServer.Tests.Outcomes;

/// <summary>A restart counts as done when a look-up shows it under way, or a boot since; what the response to it says is no evidence.</summary>
public sealed class RestartEvidenceTests : ScriptedTest
{
    private static readonly DateTimeOffset s_before = ScriptedService.At(-9000);

    [Fact]
    public void A_restart_that_only_its_response_shows_is_awaited_in_vain()
    {
        Ending ending = Run(Awaiting(Restart, limit: 60), "1", asked => Answer.Servers(
            asked, asked.IsLookUp ? Seen.Running with { Uptime = s_before } : Seen.Rebooting with { Uptime = s_before }));

        Assert.Equal("NcpWaitTimeout", ending.Error);
        Assert.True(ending.Time >= 60);
    }

    /// <summary>A service that computes the time of the boot from how long the server has run is off by one at times.</summary>
    [Fact]
    public void A_boot_that_moves_by_a_second_is_the_same_boot()
    {
        Ending ending = Run(Awaiting(Restart, limit: 60), "1", asked => Answer.Servers(
            asked, Seen.Running with { Uptime = s_before.AddSeconds(asked.IsLookUp ? asked.Place % 2 : 0) }));

        Assert.Equal("NcpWaitTimeout", ending.Error);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    public void A_list_that_lags_behind_the_response_changes_nothing(int lag)
    {
        int lookUps = 0;

        Ending ending = Run(Awaiting(Restart), "1", asked => Answer.Servers(
            asked,
            !asked.IsLookUp ? Seen.Rebooting with { Uptime = s_before }
            : ++lookUps <= lag ? Seen.Running with { Uptime = s_before }
            : lookUps == lag + 1 ? Seen.Rebooting with { Uptime = s_before }
            : Seen.Running with { Uptime = ScriptedService.At(4) }));

        Assert.Equal(ScriptedService.At(4), ending.Instance?.Uptime);
        Assert.Equal(lag + 2, lookUps);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    public void A_boot_alone_shows_that_the_restart_is_over(int lag)
    {
        int lookUps = 0;

        Ending ending = Run(Awaiting(Restart), "1", asked => Answer.Servers(
            asked,
            !asked.IsLookUp ? Seen.Rebooting with { Uptime = s_before }
            : Seen.Running with { Uptime = ++lookUps <= lag ? s_before : ScriptedService.At(4) }));

        Assert.Equal(ScriptedService.At(4), ending.Instance?.Uptime);
    }

    [Theory]
    [InlineData("RESTA")]
    [InlineData("HREST")]
    public void A_look_up_at_a_restart_under_way_is_enough_where_no_boot_is_told(string operation)
    {
        int lookUps = 0;

        Ending ending = Run(Awaiting(Restart), "1", asked => Answer.Servers(
            asked, !asked.IsLookUp || ++lookUps == 2 ? new Seen("RUN", operation) : Seen.Running));

        Assert.Null(ending.Error);
        Assert.Equal(3, lookUps);
    }

    /// <summary>The list is older than the response: its boot before the restart is not the one that the response knew.</summary>
    [Fact]
    public void A_list_that_is_older_than_the_response_shows_no_boot()
    {
        Ending ending = Run(Awaiting(Restart, limit: 60), "1", asked => Answer.Servers(
            asked, Seen.Running with { Uptime = asked.IsLookUp ? s_before.AddHours(-5) : s_before }));

        Assert.Equal("NcpWaitTimeout", ending.Error);
    }
}
