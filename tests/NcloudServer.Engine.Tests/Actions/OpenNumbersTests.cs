using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Actions;

/// <summary>Numbers whose outcome no reply to their batch tells.</summary>
public sealed class OpenNumbersTests(ModuleSession session) : EngineTest(session)
{
    private const string Nobody = """{"stopServerInstancesResponse":{"returnCode":"0","totalRows":0,"serverInstanceList":[]}}""";

    [Fact]
    public void One_among_64_is_found_by_halving_where_the_refusal_tells_nothing()
    {
        // Its state tells nothing either.
        Service.Faults.Add(FaultRules.ServiceError(400, "4711", "No.") with { Action = "stopServerInstances", Number = "1000040" });

        Result result = Run("1000001..1000064 | Stop-NcpServerInstance");

        Assert.Equal(Expected.Numbers(1000001, 64).Where(number => number != "1000040"), result.Numbers);
        Assert.Equal(["1000040"], result.Targets);
        Assert.Equal(["NcpRequestRefused"], result.ErrorIds);
        Assert.Equal(result.Numbers, Requests().SelectMany(request => request.NumbersChanged).Order());
        // A look-up after the first refusal and one after the last, and two halves for each of the six times that 64 can be halved.
        Assert.InRange(Requests().Count, 2, 15);
    }

    [Fact]
    public void One_that_a_reply_leaves_out_is_looked_up_and_not_sent_again_where_it_was_carried_out()
    {
        Service.Faults.Add(FaultRules.Omit("1000002") with { Action = "stopServerInstances" });

        Result result = Run("1000001..1000003 | Stop-NcpServerInstance");

        Assert.Empty(result.Errors);
        Assert.Equal(Expected.Numbers(1000001, 3), result.Numbers);
        Assert.Equal(["stopServerInstances", "getServerInstanceList"], Requests().Select(request => request.Action));
        Assert.Equal(["1000002"], Requests()[1].Numbers);
    }

    [Fact]
    public void One_that_a_reply_leaves_out_is_sent_once_more_where_the_server_still_runs()
    {
        Service.Faults.Add(FaultRules.Answer(200, Nobody) with { Action = "stopServerInstances", Times = 1 });

        Result result = Run("1000001, 1000002 | Stop-NcpServerInstance");

        Assert.Empty(result.Errors);
        Assert.Equal(["1000001", "1000002"], result.Numbers);
        Assert.Equal(
            ["stopServerInstances", "getServerInstanceList", "stopServerInstances"], Requests().Select(request => request.Action));
    }

    [Fact]
    public void One_that_every_reply_leaves_out_is_an_error_after_the_second()
    {
        Service.Faults.Add(FaultRules.Answer(200, Nobody) with { Action = "stopServerInstances" });

        Result result = Run("1000001, 1000002 | Stop-NcpServerInstance");

        Assert.Empty(result.Output);
        Assert.Equal(["1000001", "1000002"], result.Targets);
        Assert.Equal(["NcpRequestRefused", "NcpRequestRefused"], result.ErrorIds);
        Assert.Equal(2, Requests("stopServerInstances").Count);
    }

    [Fact]
    public void None_is_mixed_up_with_servers_in_a_reply_that_were_not_asked_for()
    {
        Service.Faults.Add(new FaultRule
        {
            Action = "stopServerInstances", ExtraNumbers = ["1000009"], DuplicateNumbers = ["1000001"],
        });

        Result result = Run("1000001, 1000002 | Stop-NcpServerInstance");

        Assert.Empty(result.Errors);
        Assert.Equal(["1000001", "1000002"], result.Numbers);
        Assert.Single(Requests());
    }
}
