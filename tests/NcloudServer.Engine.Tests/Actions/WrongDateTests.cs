using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Actions;

/// <summary>A service whose clock says nothing, for example Go's zero time, and whose servers do not say when they booted.</summary>
public sealed class WrongDateTests(ModuleSession session) : EngineTest(session)
{
    [Theory]
    [InlineData("Mon, 01 Jan 0001 00:00:00 GMT")]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT")]
    public void It_costs_no_number_and_no_time(string date)
    {
        string servers = string.Join(",", Expected.Numbers(1000001, 6).Select(number => $$$"""
            {"serverInstanceNo":"{{{number}}}","serverInstanceStatus":{"code":"RUN"},"serverInstanceOperation":{"code":"SHTDN"}}
            """));
        string reply = $$$"""
            {"stopServerInstancesResponse":{"returnCode":"0","totalRows":6,"serverInstanceList":[{{{servers}}}]}}
            """;
        Service.Faults.Add(FaultRules.Answer(200, reply) with { Headers = new Dictionary<string, string> { ["Date"] = date } });

        Result result = Run("1000001..1000006 | Stop-NcpServerInstance -BatchSize 1 -ThrottleLimit 1");

        Assert.Empty(result.Errors);
        Assert.Equal(Expected.Numbers(1000001, 6), result.Numbers);
    }
}
