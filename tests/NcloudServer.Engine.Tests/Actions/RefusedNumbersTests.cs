using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Actions;

public sealed class RefusedNumbersTests(ModuleSession session) : MixedBatch(session)
{
    [Theory]
    [InlineData(RefusalPolicy.RefuseBatch, AlreadyInStatePolicy.Accept, RefusalPolicy.RefuseBatch)]
    [InlineData(RefusalPolicy.RefuseBatch, AlreadyInStatePolicy.Accept, RefusalPolicy.LeaveOut)]
    [InlineData(RefusalPolicy.RefuseBatch, AlreadyInStatePolicy.RefuseBatch, RefusalPolicy.RefuseBatch)]
    [InlineData(RefusalPolicy.RefuseBatch, AlreadyInStatePolicy.RefuseBatch, RefusalPolicy.LeaveOut)]
    [InlineData(RefusalPolicy.RefuseBatch, AlreadyInStatePolicy.LeaveOut, RefusalPolicy.RefuseBatch)]
    [InlineData(RefusalPolicy.RefuseBatch, AlreadyInStatePolicy.LeaveOut, RefusalPolicy.LeaveOut)]
    [InlineData(RefusalPolicy.LeaveOut, AlreadyInStatePolicy.Accept, RefusalPolicy.RefuseBatch)]
    [InlineData(RefusalPolicy.LeaveOut, AlreadyInStatePolicy.Accept, RefusalPolicy.LeaveOut)]
    [InlineData(RefusalPolicy.LeaveOut, AlreadyInStatePolicy.RefuseBatch, RefusalPolicy.RefuseBatch)]
    [InlineData(RefusalPolicy.LeaveOut, AlreadyInStatePolicy.RefuseBatch, RefusalPolicy.LeaveOut)]
    [InlineData(RefusalPolicy.LeaveOut, AlreadyInStatePolicy.LeaveOut, RefusalPolicy.RefuseBatch)]
    [InlineData(RefusalPolicy.LeaveOut, AlreadyInStatePolicy.LeaveOut, RefusalPolicy.LeaveOut)]
    public void Each_number_of_a_batch_has_one_outcome_in_its_place(RefusalPolicy unknown, AlreadyInStatePolicy stopped, RefusalPolicy busy)
    {
        Apply(unknown, stopped, busy);

        Result result = Run("$numbers | Stop-NcpServerInstance 2>&1", ("numbers", All));

        Assert.Null(result.Thrown);
        ILookup<bool, PSObject> isError = result.Output.ToLookup(item => item.BaseObject is ErrorRecord);
        Assert.Equal(All, result.Output.Select(NumberOf));
        Assert.Equal(Unknown, isError[true].Select(NumberOf));
        Assert.Equal(
            Expected.ErrorIds("NcpServerInstanceNotFound", "StopNcpServerInstance", 3),
            isError[true].Select(item => ((ErrorRecord)item.BaseObject).FullyQualifiedErrorId));
        ILookup<bool, PSObject> isStopped = isError[false].ToLookup(item => Stopped.Contains(NumberOf(item)));
        Assert.All(isStopped[true], server => Assert.Equal("stopped", server.Properties["StatusName"].Value));
        Assert.All(isStopped[false], server => Assert.Equal("shutting down", server.Properties["StatusName"].Value));
    }

    [Theory]
    [InlineData(RefusalPolicy.RefuseBatch, AlreadyInStatePolicy.Accept)]
    [InlineData(RefusalPolicy.RefuseBatch, AlreadyInStatePolicy.RefuseBatch)]
    [InlineData(RefusalPolicy.RefuseBatch, AlreadyInStatePolicy.LeaveOut)]
    [InlineData(RefusalPolicy.LeaveOut, AlreadyInStatePolicy.Accept)]
    [InlineData(RefusalPolicy.LeaveOut, AlreadyInStatePolicy.RefuseBatch)]
    [InlineData(RefusalPolicy.LeaveOut, AlreadyInStatePolicy.LeaveOut)]
    public void Each_running_server_is_told_once_to_stop_in_three_requests_at_most(RefusalPolicy unknown, AlreadyInStatePolicy stopped)
    {
        Apply(unknown, stopped, RefusalPolicy.RefuseBatch);

        Run("$numbers | Stop-NcpServerInstance", ("numbers", All));

        Assert.Equal(Running, Requests().SelectMany(request => request.NumbersChanged).Order());
        // To ask, to look, and to ask again.
        Assert.InRange(Requests().Count, 2, 3);
    }

    private static string? NumberOf(PSObject item) => item.BaseObject is ErrorRecord error
        ? error.TargetObject.ToString()
        : item.Properties["ServerInstanceNo"].Value.ToString();
}
