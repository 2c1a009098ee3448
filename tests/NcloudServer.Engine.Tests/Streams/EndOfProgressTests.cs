using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Streams;

/// <summary>A command that ends with an error leaves no bar on the screen. After Ctrl+C the host removes it.</summary>
public sealed class EndOfProgressTests : EngineTest
{
    public EndOfProgressTests(ModuleSession session)
        : base(session) => Service.Times = new SimulatorTimes { ShutdownSeconds = 600 };

    [Theory]
    [InlineData("1000001 | Wait-NcpServerInstance -Status Stopped -WaitTimeoutSec 2 -PollingIntervalSec 1")]
    [InlineData("1000001 | Stop-NcpServerInstance -Wait -WaitTimeoutSec 2 -PollingIntervalSec 1 -ErrorAction Stop")]
    public void It_ends_with_an_error(string script)
    {
        Result result = Run(script);

        Assert.Equal("NcpWaitTimeout", Result.IdOf(result.Errors.Append(result.Thrown).First()!));
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

    [Fact]
    public void It_ends_when_a_later_command_of_the_pipeline_fails()
    {
        Service.Faults.Add(new FaultRule
        {
            Action = "getServerInstanceList", After = 1, Times = 1,
            SetServers = [new ServerSettings { Number = "1000001", Status = "NSTOP" }],
        });

        Result result = Run("1000001, 1000002 | Stop-NcpServerInstance -Wait -PollingIntervalSec 1 | ForEach-Object { throw 'full' }");

        Assert.Equal("full", result.Thrown?.ToString());
        AssertEnds();
    }

    private void AssertEnds()
    {
        Assert.NotEmpty(Session.Console.Progress);
        Assert.Equal(ProgressRecordType.Completed, Session.Console.Progress[^1].RecordType);
    }
}
