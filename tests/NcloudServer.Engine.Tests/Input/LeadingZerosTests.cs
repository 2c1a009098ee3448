using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Input;

public sealed class LeadingZerosTests(ModuleSession session) : EngineTest(session)
{
    [Theory]
    [InlineData("Get-NcpServerInstance")]
    [InlineData("Stop-NcpServerInstance")]
    [InlineData("Stop-NcpServerInstance -Wait -PollingIntervalSec 1")]
    [InlineData("Restart-NcpServerInstance -Wait -PollingIntervalSec 1")]
    [InlineData("Invoke-NcpServerInterrupt -Force")]
    [InlineData("Wait-NcpServerInstance -Status Running")]
    public void They_do_not_count_where_the_service_reads_numbers_as_integers(string command)
    {
        Service.Policies.NumbersAsIntegers = true;
        Service.Times = new SimulatorTimes { ShutdownSeconds = 0, RebootSeconds = 0 };

        Result result = Run($"'0001000006' | {command}");

        Assert.Empty(result.Errors);
        Assert.Equal(["1000006"], result.Numbers);
        Assert.InRange(Requests().Count(request => request.Action != "getServerInstanceList"), 0, 1);
    }
}
