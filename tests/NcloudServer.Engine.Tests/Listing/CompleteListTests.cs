using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Listing;

/// <summary>A list is read whole before its first server comes out: nothing that happens meanwhile leaves a gap in it.</summary>
public sealed class CompleteListTests(ModuleSession session) : EngineTest(session)
{
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
        Service.Fleet.Fill([RegionSeed.For("KR", 1498, 0)]);
        Service.Policies.MaximumRowsWithoutPage = 400;

        Assert.Equal(Existing, Run("Get-NcpServerInstance").Numbers);
    }
}
