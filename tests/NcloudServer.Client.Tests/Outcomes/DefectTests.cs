namespace NcloudServer.Tests.Outcomes;

/// <summary>No exception, wherever it strikes, leaves a reader waiting.</summary>
public sealed class DefectTests : ScriptedTest
{
    /// <summary>More numbers than requests at once, so that the reader waits for room while they are given in.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_defect_leaves_no_number_without_an_outcome(bool isLasting)
    {
        Throttle = 1;
        int most = 1;
        for (int place = 1; place <= most; place++)
        {
            OnGlance = glance =>
            {
                most = Math.Min(Math.Max(most, glance), 120);
                if (glance == place || (isLasting && glance > place))
                {
                    throw new InvalidTimeZoneException("a defect");
                }
            };

            var endings = Run(Awaiting(Stop with { BatchSize = 2 }, limit: 60), Numbers(10), asked =>
                asked.IsLookUp && asked.Time < 7 ? Answer.TimedOut()
                : Answer.Servers(asked, asked.Time < 9 ? Seen.ShuttingDown : Seen.Stopped) with { Latency = 0.5 });

            Assert.Equal(10, endings.Count);
            Assert.All(endings.Values, ending => Assert.True(ending.Error is null or "NcpOutcomeUnknown", ending.ToString()));
        }
    }
}
