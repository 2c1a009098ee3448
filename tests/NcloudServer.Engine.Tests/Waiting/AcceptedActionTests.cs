using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Waiting;

/// <summary>An accepted action whose effect can no longer be watched.</summary>
public sealed class AcceptedActionTests : EngineTest
{
    private static readonly FaultRule s_forbidden =
        FaultRules.GatewayError(401, "210", "Permission Denied") with { Action = "getServerInstanceList" };

    private static readonly FaultRule s_keyExpired =
        FaultRules.GatewayError(401, "200", "Authentication Failed") with { AfterAction = "stopServerInstances", After = 1 };

    private static readonly Dictionary<string, (string Id, FaultRule Fault)> s_failures = new()
    {
        ["the account may not view servers"] = ("NcpPermissionDenied", s_forbidden),
        ["the account may view servers no more"] = ("NcpPermissionDenied", s_forbidden with { Status = 403, After = 1 }),
        ["the key has expired"] = ("NcpAuthenticationFailed", s_keyExpired),
    };

    public AcceptedActionTests(ModuleSession session)
        : base(session)
    {
        Service.Times = new SimulatorTimes { ShutdownSeconds = 600, RebootSeconds = 600, BootSeconds = 600 };
        Service.Fleet.Set(new ServerSettings { Number = "1000009", Status = "NSTOP" });
    }

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

    [Theory]
    [InlineData("1000009 | Start-NcpServerInstance -Wait -PollingIntervalSec 1")]
    [InlineData("1000001 | Restart-NcpServerInstance -Wait -PollingIntervalSec 1")]
    public void It_is_reported_for_every_action(string script)
    {
        Service.Faults.Add(s_forbidden);

        Result result = Run(script);

        Assert.Equal(["NcpOutcomeUnknown"], result.ErrorIds);
        Assert.Contains("accepted", result.Errors[0].ToString());
        Assert.Equal("NcpPermissionDenied", Result.IdOf(result.Thrown!));
    }

    [Fact]
    public void It_does_not_affect_a_server_that_is_already_in_its_target_state()
    {
        Service.Faults.Add(s_forbidden);

        Result result = Run("1000009, 1000001 | Stop-NcpServerInstance -Wait -PollingIntervalSec 1");

        Assert.Equal(["1000009"], result.Numbers);
        Assert.Equal(["1000001"], result.Targets);
        Assert.Equal(["NcpOutcomeUnknown"], result.ErrorIds);
        Assert.Equal("NcpPermissionDenied", Result.IdOf(result.Thrown!));
    }

    [Fact]
    public void It_is_told_apart_from_a_later_request_that_is_refused()
    {
        // The second batch is refused by the same key; it was not accepted, and says so.
        Service.Faults.Add(s_keyExpired);

        Result result = Run("Stop-NcpServerInstance 1000001, 1000002 -Wait -PollingIntervalSec 1 -BatchSize 1 -ThrottleLimit 1");

        Assert.Empty(result.Output);
        Assert.Equal(
            [("1000001", "NcpOutcomeUnknown"), ("1000002", "NcpAuthenticationFailed")],
            result.Errors.Select(error => ($"{error.TargetObject}", Result.IdOf(error))).Order());
        Assert.Equal("NcpAuthenticationFailed", Result.IdOf(result.Thrown!));
    }
}
