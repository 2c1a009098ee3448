namespace NcloudServer.Tests.Outcomes;

/// <summary>A wait that can't end well any more ends then, not at its limit.</summary>
/// <remarks>Page: common-vapidatatype-fabricclusterserverinstance.</remarks>
public sealed class FailedServerTests : ScriptedTest
{
    private const string Failed = "NcpServerInstanceFailed";
    private const double Limit = 900;
    private const double Soon = 120;

    [Theory]
    [InlineData("Stop", "SD_FL")]
    [InlineData("Start", "ST_FL")]
    [InlineData("Restart", "RS_FL")]
    [InlineData("Wait", "ST_FL")]
    [InlineData("Wait", "RS_FL")]
    public void A_server_whose_action_failed_is_awaited_no_longer(string action, string status)
    {
        Ending ending = Run(Awaiting(Options(action)), "1", asked =>
            Answer.Servers(asked, !asked.IsLookUp || asked.Time < 20 ? OnItsWay(action) : new Seen(status)));

        Assert.Equal(Failed, ending.Error);
        Assert.InRange(ending.Time, 20, 20 + Soon);
        Assert.DoesNotContain("continues", ending.Text);
    }

    /// <summary>What is at work on a server that failed may still bring it there.</summary>
    [Theory]
    [InlineData("Stop", "SD_FL", "HSHTD", "NSTOP")]
    [InlineData("Start", "ST_FL", "START", "RUN")]
    [InlineData("Restart", "RS_FL", "HREST", "RUN")]
    public void A_server_that_failed_and_is_at_work_is_awaited(string action, string status, string operation, string end)
    {
        Ending ending = Run(Awaiting(Options(action)), "1", asked => Answer.Servers(
            asked, !asked.IsLookUp ? OnItsWay(action) : asked.Time < 100 ? new Seen(status, operation) : new Seen(end)));

        Assert.Equal(end, ending.Instance?.ServerInstanceStatus?.Code);
    }

    [Theory]
    [InlineData("Stop", "RUN", "SHTDN", "RUN")]
    [InlineData("Stop", "RUN", "HSHTD", "RUN")]
    [InlineData("Start", "NSTOP", "START", "NSTOP")]
    [InlineData("Restart", "RUN", "RESTA", "NSTOP")]
    [InlineData("Restart", "RUN", "HREST", "NSTOP")]
    public void A_server_that_was_on_its_way_and_is_at_rest_elsewhere_is_awaited_no_longer(
        string action, string status, string operation, string end)
    {
        Ending ending = Run(Awaiting(Options(action)), "1", asked => Answer.Servers(
            asked, !asked.IsLookUp || asked.Time < 20 ? new Seen(status, operation) : new Seen(end)));

        Assert.Equal(Failed, ending.Error);
        Assert.InRange(ending.Time, 20, 20 + Soon);
        Assert.DoesNotContain("continues", ending.Text);
    }

    /// <summary>Several look-ups: one alone may be older than the one before it.</summary>
    [Theory]
    [InlineData("Stop")]
    [InlineData("Start")]
    [InlineData("Restart")]
    public void One_look_up_that_shows_the_server_as_it_was_ends_nothing(string action)
    {
        int lookUps = 0;
        Seen before = action == "Start" ? Seen.Stopped : Seen.Running with { Uptime = ScriptedService.At(-9000) };

        Ending ending = Run(Awaiting(Options(action)), "1", asked => Answer.Servers(
            asked,
            !asked.IsLookUp || ++lookUps is 1 or 3 ? OnItsWay(action)
            : lookUps == 2 && action != "Restart" ? before
            : action == "Stop" ? Seen.Stopped : Seen.Running with { Uptime = ScriptedService.At(3) }));

        Assert.Null(ending.Error);
    }

    /// <summary>Only look-ups tell that a server was on its way: a list that lags shows it as it was before.</summary>
    [Theory]
    [InlineData("Stop")]
    [InlineData("Start")]
    public void A_list_that_lags_behind_the_response_ends_nothing(string action)
    {
        Seen before = action == "Start" ? Seen.Stopped : Seen.Running;

        Ending ending = Run(Awaiting(Options(action)), "1", asked => Answer.Servers(
            asked,
            !asked.IsLookUp ? OnItsWay(action)
            : asked.Time < 40 ? before
            : asked.Time < 60 ? OnItsWay(action)
            : action == "Stop" ? Seen.Stopped : Seen.Running));

        Assert.Null(ending.Error);
    }

    /// <summary>The list still shows how an earlier action failed, which the one that was accepted now may mend.</summary>
    [Theory]
    [InlineData("Stop", "SD_FL")]
    [InlineData("Start", "ST_FL")]
    public void One_look_up_that_shows_an_earlier_failure_ends_nothing(string action, string status)
    {
        int lookUps = 0;

        Ending ending = Run(Awaiting(Options(action)), "1", asked => Answer.Servers(
            asked,
            !asked.IsLookUp ? OnItsWay(action)
            : ++lookUps == 1 ? new Seen(status)
            : lookUps == 2 ? OnItsWay(action)
            : action == "Stop" ? Seen.Stopped : Seen.Running));

        Assert.Null(ending.Error);
    }

    /// <summary>FSTOP may pass, and a server that was never seen on its way may still begin it.</summary>
    [Fact]
    public void A_server_that_is_repaired_is_awaited()
    {
        Ending ending = Run(Awaiting(Start), "1", asked => Answer.Servers(
            asked, !asked.IsLookUp || asked.Time < 20 ? Seen.Booting : asked.Time < 300 ? new Seen("FSTOP") : Seen.Running));

        Assert.Null(ending.Error);
    }

    [Fact]
    public void A_server_that_never_was_on_its_way_is_awaited_until_the_limit()
    {
        Ending ending = Run(Awaiting(Read), "1", asked => Answer.Servers(asked, Seen.Stopped));

        Assert.Equal("NcpWaitTimeout", ending.Error);
        Assert.InRange(ending.Time, Limit, Limit + 6);
    }

    /// <summary>Somebody else starts what was being stopped, or stops what was being started, before it was seen there.</summary>
    [Theory]
    [InlineData("Stop", "NSTOP", "START", "RUN")]
    [InlineData("Start", "RUN", "SHTDN", "NSTOP")]
    public void What_somebody_else_undoes_is_awaited_no_longer(string action, string status, string operation, string end)
    {
        Ending ending = Run(Awaiting(Options(action)), "1", asked => Answer.Servers(
            asked, asked.Time < 10 ? OnItsWay(action) : asked.Time < 30 ? new Seen(status, operation) : new Seen(end)));

        Assert.Equal(Failed, ending.Error);
        Assert.InRange(ending.Time, 10, 30 + Soon);
    }
}
