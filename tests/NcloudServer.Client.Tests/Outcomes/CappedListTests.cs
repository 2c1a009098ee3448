namespace NcloudServer.Tests.Outcomes;

/// <summary>A service that lists no more than so many servers at once still tells of each one that is asked about.</summary>
public sealed class CappedListTests : ScriptedTest
{
    public enum Pages
    {
        /// <summary>A page begins where the size that was asked for says.</summary>
        FollowWhatIsAsked,

        /// <summary>A page begins where the size that is given says.</summary>
        FollowWhatIsGiven,

        /// <summary>Every page is the first.</summary>
        Ignored,
    }

    public static TheoryData<int, bool, Pages> Caps
    {
        get
        {
            var caps = new TheoryData<int, bool, Pages>();
            foreach (int cap in new[] { 1, 50, 100 })
            {
                foreach (Pages pages in new[] { Pages.FollowWhatIsAsked, Pages.FollowWhatIsGiven, Pages.Ignored })
                {
                    caps.Add(cap, true, pages);
                    caps.Add(cap, false, pages);
                }
            }

            return caps;
        }
    }

    [Theory]
    [MemberData(nameof(Caps))]
    public void Servers_are_read_by_number(int cap, bool isCappedWithoutPage, Pages pages)
    {
        int count = cap == 1 ? 12 : 230;

        var endings = Run(Read with { BatchSize = 200 }, Numbers(count), asked => List(asked, cap, isCappedWithoutPage, pages, Seen.Running));

        Assert.All(endings, ending => Assert.Equal(ending.Key, ending.Value.Instance?.ServerInstanceNo));
        Assert.InRange(Requests.Count, 1, cap == 1 ? 60 : 24);
    }

    [Theory]
    [MemberData(nameof(Caps))]
    public void Servers_are_awaited_by_number(int cap, bool isCappedWithoutPage, Pages pages)
    {
        int count = cap == 1 ? 12 : 230;

        var endings = Run(Awaiting(Read), Numbers(count), asked =>
            List(asked, cap, isCappedWithoutPage, pages, asked.Time < 20 ? Seen.Booting : Seen.Running));

        Assert.All(endings.Values, ending => Assert.Equal("RUN", ending.Instance?.ServerInstanceStatus?.Code));
    }

    /// <summary>All changes are carried out, and none is answered.</summary>
    [Theory]
    [MemberData(nameof(Caps))]
    public void Doubts_are_cleared(int cap, bool isCappedWithoutPage, Pages pages)
    {
        int count = cap == 1 ? 12 : 230;

        var endings = Run(Stop, Numbers(count), asked =>
            asked.IsLookUp ? List(asked, cap, isCappedWithoutPage, pages, Seen.ShuttingDown) : Answer.TimedOut());

        Assert.All(endings.Values, ending => Assert.Null(ending.Error));
        Assert.All(endings.Keys, number => Assert.Single(About(number, isLookUp: false)));
    }

    /// <summary>One list among many that is cut shows no cap: it must not cost a request for each server from then on.</summary>
    [Fact]
    public void A_list_that_is_cut_once_makes_no_later_one_smaller_for_ever()
    {
        int lookUps = 0;

        var endings = Run(Awaiting(Stop), Numbers(100), asked =>
            !asked.IsLookUp ? Answer.Servers(asked, Seen.ShuttingDown)
            : ++lookUps == 1 ? Answer.Part(asked, 0, 1, Seen.ShuttingDown)
            : Answer.Servers(asked, asked.Time < 200 ? Seen.ShuttingDown : Seen.Stopped));

        Assert.All(endings.Values, ending => Assert.Null(ending.Error));
        // Forty times it is polled. To ask about each server alone would take four thousand.
        Assert.InRange(Requests.Count, 40, 500);
    }

    /// <summary>The list has as many as it announces, but one twice in the place of another.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_server_in_whose_place_another_is_listed_twice_is_not_taken_for_missing(bool isRead)
    {
        int lookUps = 0;

        var endings = Run(isRead ? Read : Awaiting(Stop), Numbers(2), asked =>
            !asked.IsLookUp ? Answer.Servers(asked, Seen.ShuttingDown)
            : ++lookUps > 1 ? Answer.Servers(asked, Seen.Stopped)
            : Answer.Twice(asked, Seen.ShuttingDown));

        Assert.All(endings.Values, ending => Assert.NotEqual("NcpServerInstanceNotFound", ending.Error));
        Assert.Equal("NSTOP", endings["2"].Instance?.ServerInstanceStatus?.Code);
    }

    private static Answer List(Asked asked, int cap, bool isCappedWithoutPage, Pages pages, Seen each)
    {
        if (asked.PageSize is not { } size)
        {
            return Answer.Part(asked, 0, isCappedWithoutPage ? cap : asked.Numbers.Count, each);
        }

        int given = size < cap ? size : cap;
        int before = (asked.PageNo ?? 1) - 1;
        return Answer.Part(asked, pages switch
        {
            Pages.FollowWhatIsAsked => before * size,
            Pages.FollowWhatIsGiven => before * given,
            _ => 0,
        }, given, each);
    }
}
