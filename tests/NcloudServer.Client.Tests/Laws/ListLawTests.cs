namespace NcloudServer.Tests.Laws;

/// <summary>A list is complete or an error, however many pages it takes and whatever happens to the servers meanwhile.</summary>
public sealed class ListLawTests
{
    private const int Runs = 300;

    [Theory]
    [InlineData(null)]
    [InlineData("RUN")]
    public Task A_list_holds_every_server_that_matched_all_the_while_and_none_twice(string? status) =>
        Law.HoldsForLists(
            Generators.ChangingLists(), Runs, status, (service, numbers, error) => IsComplete(service, status, numbers, error));

    [Theory]
    [InlineData(null)]
    [InlineData("RUN")]
    public Task A_list_of_servers_that_stay_as_they_are_is_read(string? status) =>
        Law.HoldsForLists(Generators.RestingLists(), Runs, status, (service, numbers, error) =>
        {
            Assert.True(numbers is not null, $"It ends in {error}.");
            IsComplete(service, status, numbers, error);
        });

    internal static void IsComplete(ModelService service, string? status, IReadOnlyList<string>? numbers, NcpErrorId? error)
    {
        if (numbers is null)
        {
            bool isTrue = error == NcpErrorId.NcpInvalidResponse || service.Scenario.FaultPercent > 0;
            Assert.True(isTrue, $"Its pages contradict each other at most; it ends in {error}.");
            return;
        }

        Assert.Equal(numbers.Count, numbers.Distinct().Count());
        double begin = service.Requests.Min(request => request.Time);
        double end = service.Requests.Max(request => request.Time);
        var listed = new HashSet<string>(numbers);
        foreach (string number in Enumerable.Range(0, service.Scenario.Kinds.Count).Select(ModelService.Number))
        {
            IReadOnlyCollection<View> shown = service.Server(ModelService.Region(0), number).Between(begin, end);
            bool isListed = listed.Contains(number);
            Assert.True(isListed || !shown.All(view => Matches(view, status)), $"{number} is missing, although it always matched.");
            Assert.True(!isListed || shown.Any(view => Matches(view, status)), $"{number} is listed, although it never matched.");
        }
    }

    private static bool Matches(View view, string? status) => !view.IsMissing && (status is null || view.Status == status);
}
