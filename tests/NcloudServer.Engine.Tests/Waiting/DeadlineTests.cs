using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Waiting;

/// <summary>-WaitTimeoutSec is one limit for all that happens to a number.</summary>
public sealed class DeadlineTests : EngineTest
{
    private static readonly Dictionary<string, ServerSettings> s_busy = new()
    {
        ["its operation says so"] = Busy.Changing("1000001"),
        ["nothing says so"] = Busy.Hidden("1000001"),
        ["it is being created"] = new ServerSettings { Number = "1000001", Status = "CREAT" },
    };

    public DeadlineTests(ModuleSession session)
        : base(session) => Service.Times = new SimulatorTimes { ShutdownSeconds = 600 };

    public static IEnumerable<object[]> Reasons => s_busy.Keys.Select(name => new object[] { name });

    [Theory]
    [MemberData(nameof(Reasons))]
    public void It_includes_the_time_for_which_a_server_is_busy(string because)
    {
        Busy.UntilSeen(Service, looks: 2, s_busy[because]);

        Result result = Run("1000001 | Stop-NcpServerInstance -Wait -WaitTimeoutSec 4 -PollingIntervalSec 1");

        Assert.Empty(result.Output);
        Assert.Equal(Expected.ErrorId("NcpWaitTimeout", "StopNcpServerInstance"), result.Errors.Single().FullyQualifiedErrorId);
        Assert.Equal(["1000001"], result.Targets);
        Assert.Contains("shutting down", result.Errors[0].ToString());
        // It was busy at first, and then accepted in time: otherwise it would not have been the limit of both.
        Assert.Equal(["1000001"], Requests("stopServerInstances").SelectMany(request => request.NumbersChanged));
        // At most one at the beginning, one for each second, and one at the end. With a limit of its own for the wait there would be more.
        Assert.InRange(Requests("getServerInstanceList").Count, 1, 6);
    }
}
