using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.RoundTrip;

/// <summary>Get | Stop -Wait | Start -Wait over two regions with 500 servers each.</summary>
public sealed class RoundTripTests : EngineTest
{
    private const string Script = """
        Get-NcpRegion | Get-NcpServerInstance |
            Stop-NcpServerInstance -Wait -PollingIntervalSec 1 |
            Start-NcpServerInstance -Wait -PollingIntervalSec 1
        """;

    private static readonly IReadOnlyList<string> s_all = [.. Expected.Numbers(1000001, 500), .. Expected.Numbers(2000001, 500)];

    public RoundTripTests(ModuleSession session)
        : base(session)
    {
        Service.Times = new SimulatorTimes { ShutdownSeconds = 0, BootSeconds = 0 };
        Service.Fleet.Fill([RegionSeed.For("KR", 500, position: 0), RegionSeed.For("JPN", 500, position: 1)]);
        Service.Fleet.Remove("1234567");
        Service.Fleet.Remove("2345678");
    }

    [Fact]
    public void Each_server_comes_out_once_running_after_one_stop_and_one_start()
    {
        Result result = Run(Script);

        Assert.Null(result.Thrown);
        Assert.Empty(result.Errors);
        Assert.Equal(s_all, result.Numbers.Order());
        Assert.All(result.Values("StatusName"), status => Assert.Equal("running", status));
        AssertEachChangedOnce("stopServerInstances");
        AssertEachChangedOnce("startServerInstances");
        Assert.All(Requests().Where(request => request.Numbers.Count > 0), AssertOfOneRegion);
    }

    [Fact]
    public void It_takes_a_request_for_every_hundred()
    {
        Run(Script);

        Assert.Single(Requests("getRegionList"));
        LoggedRequest[] changes = [.. Requests("stopServerInstances"), .. Requests("startServerInstances")];
        Assert.Equal(20, changes.Length);
        Assert.All(changes, request => Assert.Equal(100, request.Numbers.Count));
    }

    [Fact]
    public void Each_number_has_its_outcome_where_the_service_is_out_of_order_now_and_then()
    {
        FaultRule fault = FaultRules.GatewayError(503, "500", "Endpoint Error") with { Times = 1 };
        Service.Faults.Add(
            fault with { Action = "stopServerInstances", DoWork = true }, fault with { Action = "stopServerInstances", After = 1 },
            fault with { Action = "startServerInstances", DoWork = true }, fault with { Action = "getServerInstanceList", After = 3 });

        Result result = Run(Script);

        Assert.Null(result.Thrown);
        Assert.Empty(result.Errors);
        Assert.Equal(s_all, result.Numbers.Order());
        AssertEachChangedOnce("stopServerInstances");
        AssertEachChangedOnce("startServerInstances");
    }

    private void AssertEachChangedOnce(string action) =>
        Assert.Equal(s_all, Requests(action).SelectMany(request => request.NumbersChanged).Order());

    private static void AssertOfOneRegion(LoggedRequest request) =>
        Assert.All(request.Numbers, number => Assert.StartsWith(request.RegionCode == "JPN" ? "2" : "1", number));
}
