namespace NcloudServer.Tests.Outcomes;

/// <summary>Look-ups that leave out a server which is there: a list may come from a place that does not know it yet, or not now.</summary>
public sealed class AbsenceTests : ScriptedTest
{
    [Theory]
    [InlineData("Stop")]
    [InlineData("Start")]
    [InlineData("Restart")]
    public void A_list_that_leaves_a_server_out_once_ends_no_wait(string action)
    {
        int looks = 0;

        var endings = Run(Awaiting(Options(action)), ["1", "2"], asked => !asked.IsLookUp ? Answer.Servers(asked, OnItsWay(action))
            : ++looks < 4 ? Answer.Servers(asked, number => number == "1" && looks == 2 ? null : OnItsWay(action))
            : Answer.Servers(asked, There(action)));

        Assert.All(endings.Values, ending => Assert.Null(ending.Error));
        Assert.Equal(There(action).Status, endings["1"].Outcome.Instance!.ServerInstanceStatus?.Code);
    }

    [Theory]
    [InlineData("Stop", null)]
    [InlineData("Start", "NcpServerInstanceNotFound")]
    public void A_server_that_stays_away_is_gone(string action, string? error)
    {
        Ending ending = Run(Awaiting(Options(action)), "1", asked =>
            asked.IsLookUp ? Answer.Servers(asked, _ => null) : Answer.Servers(asked, OnItsWay(action)));

        Assert.Equal(error, ending.Error);
        Assert.Equal(3, About("1", isLookUp: true).Count);
    }

    [Theory]
    [InlineData("Stop")]
    [InlineData("Start")]
    [InlineData("Restart")]
    public void A_server_whose_response_is_lost_is_not_gone_for_one_list_without_it(string action)
    {
        int looks = 0;

        Ending ending = Run(Options(action), "1", asked => !asked.IsLookUp ? Answer.TimedOut()
            : ++looks < 3 ? Answer.Servers(asked, _ => null)
            : Answer.Servers(asked, OnItsWay(action)));

        Assert.Null(ending.Error);
        Assert.Single(About("1", isLookUp: false));
    }

    [Fact]
    public void A_server_that_was_never_there_is_not_waited_for()
    {
        Ending ending = Run(Awaiting(Read), "1", asked => Answer.Servers(asked, _ => null));

        Assert.Equal("NcpServerInstanceNotFound", ending.Error);
        Assert.Single(Requests);
    }

    private static Seen There(string action) => action == "Stop" ? Seen.Stopped : Seen.Running with { Uptime = ScriptedService.At(9) };
}
