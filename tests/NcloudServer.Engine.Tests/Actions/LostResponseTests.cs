using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Actions;

/// <summary>A stop whose response is lost on the way, or says nothing about the stop.</summary>
public sealed class LostResponseTests : EngineTest
{
    private static readonly Dictionary<string, FaultRule> s_losses = new()
    {
        ["the connection was reset"] = FaultRules.Cut(CutPoint.AfterWork),
        ["the connection was closed in the body"] = FaultRules.Cut(CutPoint.InBody, CloseKind.Graceful),
        ["the time was over in the body"] = FaultRules.Hang(HangPoint.InBody),
        ["HTTP 503"] = FaultRules.GatewayError(503, "500", "Endpoint Error") with { DoWork = true },
        ["a page with HTTP 200"] = FaultRules.Answer(200, "<html><body>Sign in</body></html>") with { DoWork = true },
        ["JSON that is cut short"] = new FaultRule { TruncateTo = 200 },
    };

    public LostResponseTests(ModuleSession session)
        : base(session)
    {
        // On a connection that is kept, the network stack itself repeats a GET; so there has to be one.
        Run("1000100 | Stop-NcpServerInstance");
        Service.Log.Clear();
    }

    public static IEnumerable<object[]> Losses => s_losses.Keys.Select(name => new object[] { name });

    [Theory]
    [MemberData(nameof(Losses))]
    public void A_stop_that_was_carried_out_is_looked_up_and_not_sent_again(string loss)
    {
        Service.Faults.Add(s_losses[loss] with { Action = "stopServerInstances" });

        Result result = Run("1000001..1000003 | Stop-NcpServerInstance -TimeoutSec 1");

        Assert.Empty(result.Errors);
        Assert.Equal(Expected.Numbers(1000001, 3), result.Numbers);
        Assert.Equal(["SHTDN", "SHTDN", "SHTDN"], result.Values("ServerInstanceOperation"));
        Assert.Equal(["stopServerInstances", "getServerInstanceList"], Requests().Select(request => request.Action));
    }

    [Fact]
    public void A_stop_that_was_not_carried_out_is_looked_up_and_sent_once_more()
    {
        Service.Faults.Add(FaultRules.Cut(CutPoint.BeforeWork) with { Action = "stopServerInstances", Times = 1 });

        Result result = Run("1000001..1000003 | Stop-NcpServerInstance");

        Assert.Empty(result.Errors);
        Assert.Equal(
            ["stopServerInstances", "getServerInstanceList", "stopServerInstances"], Requests().Select(request => request.Action));
        Assert.Equal(Expected.Numbers(1000001, 3), Requests().SelectMany(request => request.NumbersChanged));
    }
}
