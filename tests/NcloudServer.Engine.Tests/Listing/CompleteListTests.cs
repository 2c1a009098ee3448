using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Listing;

/// <summary>A list is read whole before its first server comes out: nothing that happens meanwhile leaves a gap in it.</summary>
public sealed class CompleteListTests(ModuleSession session) : EngineTest(session)
{
    private const string List = "getServerInstanceList";

    private IEnumerable<string> Existing => Service.Fleet.All("KR").Select(server => server.Number);

    [Fact]
    public void What_a_later_command_changes_moves_no_server_out_of_it()
    {
        // The examples of the documentation are two more of the first region.
        Service.Fleet.Fill([RegionSeed.For("KR", 2998, 0), RegionSeed.For("JPN", 2000, 1)]);
        Service.Times.ShutdownSeconds = 0;
        int passed = 0;

        // What has been sent is stopped, and no longer matches, before more of the list passes.
        Result result = Run(
            """
            Get-NcpServerInstance -AllRegions -Status running | ForEach-Object { $pass.Invoke(); $_ } | Stop-NcpServerInstance
            """,
            ("pass", (Action)(() =>
            {
                int batches = passed++ / 100;
                ModuleSession.WaitFor(() => Requests("stopServerInstances").Count >= batches - 1);
            })));

        Assert.Null(result.Thrown);
        Assert.Empty(result.Errors);
        Assert.Equal(5000, result.Output.Count);
        Assert.Equal(5000, result.Numbers.Distinct().Count());
        Assert.All(Service.Fleet.All(), server => Assert.Equal("stopped", server.StatusName));
    }

    [Fact]
    public void It_has_each_server_once_however_many_pages_there_are()
    {
        Result result = Run("Get-NcpServerInstance");

        Assert.Equal(5002, result.Output.Count);
        Assert.Equal(Existing, result.Numbers);
    }

    [Fact]
    public void It_is_complete_where_the_service_gives_no_more_than_a_few_hundred_servers_without_a_page()
    {
        Arrange(limit: 400);

        Assert.Equal(Existing, Run("Get-NcpServerInstance").Numbers);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(400)]
    public void It_has_every_server_that_stays_where_others_are_taken_away_while_it_is_read(int limit)
    {
        Arrange(limit);
        Service.Faults.Add(new FaultRule { Action = List, Times = 1, RemoveServers = Expected.Numbers(1000001, 10) });

        Result result = Run("Get-NcpServerInstance");

        Assert.Empty(result.Errors);
        Assert.Equal(Existing, result.Numbers.Except(Expected.Numbers(1000001, 10)));
        Assert.Equal(result.Output.Count, result.Numbers.Distinct().Count());
    }

    [Fact]
    public void It_has_every_server_that_stays_where_others_are_created_while_it_is_read()
    {
        // The newest first, as a service may list them: every page begins ten servers later than it would have.
        Arrange(limit: 400);
        Service.Policies.ReplyOrder = ReplyOrder.Reversed;
        ServerSettings[] created = Expected.Numbers(9000001, 10).Select(number => new ServerSettings { Number = number }).ToArray();
        Service.Faults.Add(new FaultRule { Action = List, Times = 1, SetServers = created });
        List<string> before = Existing.ToList();

        Result result = Run("Get-NcpServerInstance");

        Assert.Empty(result.Errors);
        Assert.Equal(before, result.Numbers.Where(number => before.Contains(number!)).Order());
    }

    [Fact]
    public void Where_it_never_stops_changing_it_is_an_error_and_not_a_list_with_gaps()
    {
        Arrange(limit: 400);
        // Ten servers go after each of the first hundred requests.
        Service.Faults.Add(Enumerable.Range(0, 100).Select(request => new FaultRule
        {
            Action = List,
            Times = 1,
            RemoveServers = Expected.Numbers(1000001 + (10 * request), 10),
        }).ToArray());

        Result result = Run("Get-NcpServerInstance -MaximumRetryCount 1");

        string[] ids = result.ErrorIds.Concat(result.Thrown is { } end ? [Result.IdOf(end)] : []).Distinct().ToArray();
        Assert.Equal(ids.Length == 0 ? [] : ["NcpInvalidResponse"], ids);
        Assert.Empty(ids.Length == 0 ? Existing.Except(result.Numbers) : result.Numbers);
    }

    [Fact]
    public void Where_the_rest_of_it_cannot_be_read_its_error_is_all_that_comes_out()
    {
        Arrange(limit: 400);
        Service.Faults.Add(FaultRules.ServiceError(400, "4711", "No.") with { Action = List, After = 1 });

        Result result = Run("Get-NcpServerInstance");

        Assert.Empty(result.Output);
        Assert.Equal(
            "NcpRequestRefused,NcloudServer.Commands.GetNcpServerInstanceCommand",
            (result.Thrown ?? Assert.Single(result.Errors)).FullyQualifiedErrorId);
    }

    private void Arrange(int limit)
    {
        Service.Fleet.Fill([RegionSeed.For("KR", 1498, 0)]);
        Service.Policies.MaximumRowsWithoutPage = limit;
    }
}
