using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Waiting;

/// <summary>An accepted action whose effect can no longer be watched.</summary>
public sealed class AcceptedActionTests : EngineTest
{
    private static readonly Dictionary<string, (string Id, FaultRule Fault)> s_failures = new()
    {
        ["the account may not view servers"] = (
            "NcpPermissionDenied", FaultRules.GatewayError(401, "210", "Permission Denied") with { Action = "getServerInstanceList" }),
        ["the key has expired"] = (
            "NcpAuthenticationFailed",
            FaultRules.GatewayError(401, "200", "Authentication Failed") with { AfterAction = "stopServerInstances", After = 1 }),
    };

    public AcceptedActionTests(ModuleSession session)
        : base(session) => Service.Times = new SimulatorTimes { ShutdownSeconds = 600 };

    public static IEnumerable<object[]> Failures => s_failures.Keys.Select(name => new object[] { name });

    [Theory]
    [MemberData(nameof(Failures))]
    public void It_is_reported_as_accepted_and_then_the_failure_ends_the_command(string failure)
    {
        (string id, FaultRule fault) = s_failures[failure];
        Service.Faults.Add(fault);

        Result result = Run("1000001..1000003 | Stop-NcpServerInstance -Wait -PollingIntervalSec 1");

        Assert.Empty(result.Output);
        Assert.Equal(
            Expected.ErrorIds("NcpOutcomeUnknown", "StopNcpServerInstance", 3),
            result.Errors.Select(error => error.FullyQualifiedErrorId));
        Assert.Equal(Expected.Numbers(1000001, 3), result.Targets.Order());
        Assert.All(result.Errors, error => Assert.Contains("accepted", error.ToString()));
        Assert.Equal(Expected.ErrorId(id, "StopNcpServerInstance"), result.Thrown?.FullyQualifiedErrorId);
        // It is true: they are being stopped.
        Assert.All(Expected.Numbers(1000001, 3), number => Assert.Equal("SHTDN", Service.Fleet.Find(number)?.Operation));
    }
}
