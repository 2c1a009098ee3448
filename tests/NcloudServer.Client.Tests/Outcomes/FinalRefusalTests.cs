using NcloudServer.Operations;

namespace NcloudServer.Tests.Outcomes;

/// <summary>A refusal is final only after a look-up that came after it: another operator may be the reason.</summary>
public sealed class FinalRefusalTests : ScriptedTest
{
    private const int Refused = 7;

    /// <summary>
    /// Somebody else stops the same servers, all but the refused one, just when our look-up has shown them running. A service that refuses
    /// what is shutting down already, and does not say why, then refuses all of ours.
    /// </summary>
    /// <param name="lookUp">After which of our look-ups.</param>
    /// <param name="code">What the service says.</param>
    [Theory]
    [InlineData(1, "10712")]
    [InlineData(2, "10712")]
    [InlineData(3, "10712")]
    [InlineData(1, "1100031")]
    [InlineData(2, "1100031")]
    [InlineData(1, "77")]
    public void Two_operators_who_stop_the_same_servers_both_see_them_stop(int lookUp, string code)
    {
        int lookUps = 0;
        HashSet<string> stopping = [];

        var endings = Run(Stop, Numbers(40), asked =>
        {
            if (asked.IsLookUp)
            {
                Answer answer = Answer.Servers(asked, number => stopping.Contains(number) ? Seen.ShuttingDown : Seen.Running);
                if (++lookUps == lookUp)
                {
                    stopping.UnionWith(Enumerable.Range(1, 40).Where(number => number != Refused).Select(number => $"{number}"));
                }

                return answer with { Latency = 0.3 };
            }

            if (asked.IsAbout($"{Refused}") || asked.Numbers.Any(stopping.Contains))
            {
                return Answer.Refused(asked.IsAbout($"{Refused}") ? "10712" : code) with { Latency = 0.3 };
            }

            stopping.UnionWith(asked.Numbers);
            return Answer.Servers(asked, Seen.ShuttingDown) with { Latency = 0.3 };
        });

        Assert.Equal("NcpRequestRefused", endings[$"{Refused}"].Error);
        Assert.Equal([$"{Refused}"], endings.Values.Where(ending => ending.Error is not null).Select(ending => ending.Outcome.ServerInstanceNo));
        Assert.True(About($"{Refused}", isLookUp: true)[^1].Place > About($"{Refused}", isLookUp: false)[^1].Place);
    }

    /// <summary>Nothing of an interrupt can be seen: how long a look-up takes says nothing about it.</summary>
    [Theory]
    [InlineData(0.1)]
    [InlineData(5)]
    public void A_refused_interrupt_is_not_sent_again_after_a_look_up(double latency)
    {
        Ending ending = Run(new BatchOptions { Action = ServerAction.Interrupt }, "1", asked => asked.IsLookUp
            ? Answer.Servers(asked, Seen.Running) with { Latency = latency }
            : Answer.Refused("999999"));

        Assert.Equal("NcpRequestRefused", ending.Error);
        Assert.Single(Changes);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    public void Each_refusal_is_followed_by_a_look_up_before_it_is_final(int count)
    {
        var endings = Run(Stop, Numbers(count), asked => asked.IsLookUp ? Answer.Servers(asked, Seen.Running) : Answer.Refused("10712"));

        Assert.All(endings, ending => Assert.Equal("NcpRequestRefused", ending.Value.Error));
        Assert.All(endings.Keys, number => Assert.True(About(number, isLookUp: true)[^1].Place > About(number, isLookUp: false)[^1].Place));
    }

    /// <summary>The look-up after the last refusal fails: still nothing was carried out.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_refusal_after_which_nothing_can_be_read_leaves_no_doubt(int count)
    {
        var endings = Run(Stop, Numbers(count), asked => !asked.IsLookUp ? Answer.Refused("10712")
            : asked.Place == 2 && count > 1 ? Answer.Servers(asked, Seen.Running)
            : Answer.Gateway(401, "210"));

        Assert.All(endings.Values, ending => Assert.Contains(ending.Error, new[] { "NcpRequestRefused", "NcpPermissionDenied" }));
    }
}
