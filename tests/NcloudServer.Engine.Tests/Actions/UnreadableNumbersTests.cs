using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Actions;

/// <summary>Numbers that the service refuses to be asked about.</summary>
public sealed class UnreadableNumbersTests(ModuleSession session) : EngineTest(session)
{
    private const string Get = "Get-NcpServerInstance";
    private const string Wait = "Wait-NcpServerInstance -Status Running -WaitTimeoutSec 60 -PollingIntervalSec 1";

    [Theory]
    [InlineData(Get)]
    [InlineData(Wait)]
    public void One_does_not_affect_the_others_of_its_batch(string command)
    {
        Refuse("1000040");

        Result result = Run($"1000001..1000064 | {command}");

        Assert.Null(result.Thrown);
        // Wait writes each as soon as it is there.
        Assert.Equal(Expected.Numbers(1000001, 64).Where(number => number != "1000040"), result.Numbers.Order());
        Assert.Equal(["1000040"], result.Targets);
        string cmdlet = command.Split(' ')[0].Replace("-", string.Empty, StringComparison.Ordinal);
        Assert.Equal(Expected.ErrorId("NcpRequestRefused", cmdlet), result.Errors[0].FullyQualifiedErrorId);
        Assert.Contains("4711", result.Errors[0].ToString());
        // All of them, one without numbers, and two halves for each of the six times that 64 can be halved.
        Assert.InRange(Requests().Count, 3, 14);
    }

    [Theory]
    [InlineData(Get)]
    [InlineData(Wait)]
    public void Two_at_the_ends_of_a_batch_are_both_found(string command)
    {
        Refuse("1000001");
        Refuse("1000064");

        Result result = Run($"1000001..1000064 | {command}");

        Assert.Equal(Expected.Numbers(1000002, 62), result.Numbers.Order());
        Assert.Equal(["1000001", "1000064"], result.Targets.Order());
        Assert.InRange(Requests().Count, 3, 26);
    }

    [Fact]
    public void One_does_not_keep_the_others_from_being_written_when_they_arrive()
    {
        Service.Times = new SimulatorTimes { ShutdownSeconds = 0 };
        Refuse("1000003");

        Result result = Run("1000001..1000005 | Stop-NcpServerInstance -Wait -WaitTimeoutSec 3 -PollingIntervalSec 1");

        Assert.Equal(["1000001", "1000002", "1000004", "1000005"], result.Numbers.Order());
        Assert.All(result.Values("StatusName"), status => Assert.Equal("stopped", status));
        Assert.Equal(["1000003"], result.Targets);
        // It was accepted; how it ended can't be seen.
        Assert.Contains(result.ErrorIds.Single(), new[] { "NcpOutcomeUnknown", "NcpWaitTimeout" });
        Assert.Equal(Expected.Numbers(1000001, 5), Requests("stopServerInstances").SelectMany(request => request.NumbersChanged));
    }

    [Fact]
    public void One_does_not_keep_the_outcome_of_the_others_from_being_found_out()
    {
        Service.Faults.Add(FaultRules.Cut(CutPoint.AfterWork) with { Action = "stopServerInstances" });
        Refuse("1000003");

        Result result = Run("1000001..1000005 | Stop-NcpServerInstance");

        Assert.Equal(["1000001", "1000002", "1000004", "1000005"], result.Numbers);
        Assert.Equal(["1000003"], result.Targets);
        Assert.Equal(Expected.ErrorId("NcpOutcomeUnknown", "StopNcpServerInstance"), result.Errors[0].FullyQualifiedErrorId);
        Assert.Single(Requests("stopServerInstances"));
    }

    private void Refuse(string number) =>
        Service.Faults.Add(FaultRules.ServiceError(400, "4711", "No.") with { Action = "getServerInstanceList", Number = number });
}
