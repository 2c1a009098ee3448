namespace NcloudServer.EngineTests.Actions;

public sealed class UselessResponseTests(ModuleSession session) : LostResponseTests(session)
{
    public static IEnumerable<object[]> Losses => Names(s_uselessResponses);

    [Theory]
    [MemberData(nameof(Losses))]
    public void A_stop_that_was_carried_out_is_looked_up_and_not_sent_again(string loss)
    {
        Service.Faults.Add(s_uselessResponses[loss] with { Action = "stopServerInstances" });

        Result result = Run(StopThree);

        Assert.Empty(result.Errors);
        Assert.Equal(Expected.Numbers(1000001, 3), result.Numbers);
        Assert.Equal(["SHTDN", "SHTDN", "SHTDN"], result.Values("ServerInstanceOperation"));
        Assert.Equal(["stopServerInstances", "getServerInstanceList"], Actions);
    }
}
