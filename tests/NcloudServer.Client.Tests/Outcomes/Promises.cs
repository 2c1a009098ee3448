using NcloudServer.Operations;

namespace NcloudServer.Tests.Outcomes;

/// <summary>What holds in every run, whatever the service answers.</summary>
internal static class Promises
{
    public static void AreKept(BatchOptions options, IReadOnlyList<Asked> requests, IReadOnlyCollection<Ending> endings)
    {
        ILookup<string, Asked> byNumber = requests.SelectMany(asked => asked.Numbers.Select(number => (number, asked)))
            .ToLookup(pair => pair.number, pair => pair.asked);
        // Once the account may not do something, nothing more is asked.
        bool mayLook = !requests.Any(asked => asked.Status is 401 or 403);
        foreach (Ending ending in endings)
        {
            Asked[] about = [.. byNumber[ending.Outcome.ServerInstanceNo].Where(asked => asked.Region == ending.Outcome.RegionCode)];
            NothingIsRepeatedBlindly(about);
            NothingIsSentLate(about, options.IsWaiting ? options.WaitTimeout : null);
            Assert.False(
                ending.Error == "NcpRequestRefused" && about.LastOrDefault() is { IsLookUp: false, Status: 400 } && mayLook,
                $"{ending} is final although nobody has looked since {about.LastOrDefault()}");
        }
    }

    private static void NothingIsRepeatedBlindly(Asked[] about)
    {
        for (int i = 1; i < about.Length; i++)
        {
            bool isDoubtful = about[i - 1] is { IsLookUp: false, Status: >= 500 };
            Assert.False(isDoubtful && !about[i].IsLookUp, $"Nobody knows what became of {about[i - 1]}, and then comes {about[i]}");
        }
    }

    private static void NothingIsSentLate(Asked[] about, TimeSpan? limit) => Assert.DoesNotContain(
        about, asked => !asked.IsLookUp && asked.Time > about[0].Time + limit?.TotalSeconds);
}
