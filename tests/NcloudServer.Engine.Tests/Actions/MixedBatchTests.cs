using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Actions;

/// <summary>
/// A batch of 100 numbers that the service does not treat alike. What one bad number does to its batch is not documented, so every answer
/// to that is tried.
/// </summary>
public sealed class MixedBatchTests(ModuleSession session) : EngineTest(session)
{
    // The first, one in the middle and the last are numbers of no server.
    private static readonly string[] s_unknown = ["1999991", "1999992", "1999993"];
    private static readonly string[] s_stopped = ["1000010", "1000030", "1000050", "1000070", "1000090"];
    private static readonly IReadOnlyList<string> s_existing = Expected.Numbers(1000001, 97);
    private static readonly string[] s_all = [s_unknown[0], .. s_existing.Take(48), s_unknown[1], .. s_existing.Skip(48), s_unknown[2]];

    [Theory]
    [InlineData(RefusalPolicy.RefuseBatch, AlreadyInStatePolicy.Accept)]
    [InlineData(RefusalPolicy.RefuseBatch, AlreadyInStatePolicy.RefuseBatch)]
    [InlineData(RefusalPolicy.RefuseBatch, AlreadyInStatePolicy.LeaveOut)]
    [InlineData(RefusalPolicy.LeaveOut, AlreadyInStatePolicy.Accept)]
    [InlineData(RefusalPolicy.LeaveOut, AlreadyInStatePolicy.RefuseBatch)]
    [InlineData(RefusalPolicy.LeaveOut, AlreadyInStatePolicy.LeaveOut)]
    public void Each_number_has_one_outcome_in_its_place_and_each_running_server_is_told_once_to_stop(
        RefusalPolicy unknown, AlreadyInStatePolicy stopped)
    {
        Service.Policies = new Policies { UnknownNumbers = unknown, AlreadyInState = stopped };
        // Long enough for no server to have stopped when it is looked up.
        Service.Times = new SimulatorTimes { ShutdownSeconds = 600 };
        foreach (string number in s_stopped)
        {
            Service.Fleet.Set(new ServerSettings { Number = number, Status = "NSTOP" });
        }

        Result result = Run("$numbers | Stop-NcpServerInstance 2>&1", ("numbers", s_all));

        Assert.Null(result.Thrown);
        Assert.Equal(s_all, result.Subjects);
        Assert.Equal(
            Expected.ErrorIds("NcpServerInstanceNotFound", "StopNcpServerInstance", 3),
            result.Output.Select(item => item.BaseObject).OfType<ErrorRecord>().Select(error => error.FullyQualifiedErrorId));
        Assert.Equal(
            s_existing.Select(number => s_stopped.Contains(number) ? "stopped" : "shutting down"),
            result.Output.Where(item => item.BaseObject is not ErrorRecord).Select(server => server.Properties["StatusName"].Value));
        Assert.Equal(s_existing.Except(s_stopped), Requests().SelectMany(request => request.NumbersChanged).Order());
        // To ask, to look up, and to ask again.
        Assert.InRange(Requests().Count, 2, 3);
    }
}
