namespace NcloudServer.EngineTests.Actions;

/// <summary>Requests that the service refuses whatever their numbers are.</summary>
public sealed class WrongRequestTests(ModuleSession session) : EngineTest(session)
{
    public static TheoryData<string> Commands =>
    [
        "Stop-NcpServerInstance", "Start-NcpServerInstance", "Restart-NcpServerInstance -Wait", "Get-NcpServerInstance",
        "Wait-NcpServerInstance -Status Stopped",
        // One number a request: how many others are under way meanwhile depends on the responses' pace.
        "Invoke-NcpServerInterrupt -Force -ThrottleLimit 1",
    ];

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_region_that_does_not_exist_is_recognised_after_a_few_requests(string command) =>
        AssertRecognised(command, "@{ RegionCode = 'XX' }", "1100000");

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_path_that_does_not_exist_is_recognised_after_a_few_requests(string command) =>
        AssertRecognised(command, "@{ EndpointUrl = \"$root/nowhere/vserver/v2\" }", "300");

    private void AssertRecognised(string command, string where, string code)
    {
        Result result = Run(
            $"$where = {where}\n1000001..1000050 | {command} @where", ("root", Service.EndpointUrl.AbsoluteUri.TrimEnd('/')));

        Assert.Empty(result.Output);
        Assert.Equal(Expected.Numbers(1000001, 50), result.Targets.Order());
        Assert.Equal(["NcpRequestRefused"], result.ErrorIds.Distinct());
        Assert.All(result.Errors, error => Assert.Contains($"code {code}", error.ToString()));
        Assert.InRange(Requests().Count, 1, 8);
    }
}
