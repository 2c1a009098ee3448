using System.Management.Automation;
using NcloudServer.Simulator;
using Xunit;

namespace NcloudServer.EngineTests.Progress;

/// <summary>No bar is left on the screen by a command that ends with an error.</summary>
public sealed class EndOfProgressTests : EngineTest
{
    public EndOfProgressTests(ModuleSession session)
        : base(session) => Service.Times = new SimulatorTimes { ShutdownSeconds = 600 };

    [Theory]
    [InlineData("1000001 | Stop-NcpServerInstance -Wait -WaitTimeoutSec 2 -PollingIntervalSec 1")]
    [InlineData("1000001 | Wait-NcpServerInstance -Status Stopped -WaitTimeoutSec 2 -PollingIntervalSec 1")]
    public void It_ends_with_an_error(string script)
    {
        Result result = Run(script);

        Assert.Equal(["NcpWaitTimeout"], result.ErrorIds);
        AssertEnds();
    }

    [Fact]
    public void It_ends_with_an_error_that_ends_the_command()
    {
        Service.Faults.Add(FaultRules.GatewayError(401, "210", "Permission Denied") with { Action = "getServerInstanceList", After = 2 });

        Result result = Run("1000001 | Stop-NcpServerInstance -Wait -PollingIntervalSec 1");

        Assert.Equal("NcpPermissionDenied", Result.IdOf(result.Thrown!));
        AssertEnds();
    }

    private void AssertEnds()
    {
        Assert.NotEmpty(Session.Console.Progress);
        Assert.Equal(ProgressRecordType.Completed, Session.Console.Progress[^1].RecordType);
    }
}
