using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Actions;

public sealed class BusyNumbersTests(ModuleSession session) : MixedBatch(session)
{
    private static readonly string[] s_busy = ["1000020", "1000060"];

    // Busy servers take a second of waiting: as few combinations as have every policy in them.
    [Theory]
    [InlineData(RefusalPolicy.RefuseBatch, AlreadyInStatePolicy.RefuseBatch, RefusalPolicy.RefuseBatch)]
    [InlineData(RefusalPolicy.LeaveOut, AlreadyInStatePolicy.LeaveOut, RefusalPolicy.LeaveOut)]
    [InlineData(RefusalPolicy.LeaveOut, AlreadyInStatePolicy.Accept, RefusalPolicy.RefuseBatch)]
    public void Busy_servers_are_waited_for_and_delay_no_others(RefusalPolicy unknown, AlreadyInStatePolicy stopped, RefusalPolicy busy)
    {
        Apply(unknown, stopped, busy);
        Busy.UntilSeen(Service, looks: 1, s_busy.Select(Busy.Changing).ToArray());

        Result result = Run("$numbers | Stop-NcpServerInstance -Verbose", ("numbers", All));

        Assert.Null(result.Thrown);
        Assert.Equal(Unknown, result.Targets);
        Assert.Equal(Existing, result.Numbers);
        Assert.Equal(Running, Requests().SelectMany(request => request.NumbersChanged).Order());
        Assert.Equal(s_busy, Requests().Last(request => request.NumbersChanged.Count > 0).NumbersChanged.Order());
        Assert.Contains(result.Verbose, line => line.Contains("Another operation is under way on 2 server instances"));
    }
}
