using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Actions;

/// <summary>Requests that the service refuses whatever their numbers are.</summary>
public sealed class WrongRequestTests(ModuleSession session) : EngineTest(session)
{
    private static readonly Dictionary<string, (string Script, int Limit)> s_commands = new()
    {
        ["stop"] = ("Stop-NcpServerInstance @where", 8),
        ["start"] = ("Start-NcpServerInstance @where", 8),
        ["restart and wait"] = ("Restart-NcpServerInstance -Wait @where", 8),
        ["get"] = ("Get-NcpServerInstance @where", 8),
        ["wait"] = ("Wait-NcpServerInstance -Status Stopped @where", 8),
        // One number a request: how many others are under way meanwhile depends on the answers' pace.
        ["interrupt"] = ("Invoke-NcpServerInterrupt -Force -ThrottleLimit 1 @where", 8),
    };

    public static IEnumerable<object[]> Commands => s_commands.Keys.Select(name => new object[] { name });

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_region_that_does_not_exist_is_recognised_after_a_few_requests(string command) =>
        AssertRecognised(command, "@{ RegionCode = 'XX' }", "1100000");

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_refusal_with_a_code_that_is_not_known_is_recognised_after_a_few_requests(string command)
    {
        Service.Faults.Add(FaultRules.ServiceError(400, "4711", "No."));

        AssertRecognised(command, "@{ RegionCode = 'XX' }", "4711");
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_path_that_does_not_exist_is_recognised_after_a_few_requests(string command) =>
        AssertRecognised(command, "@{ EndpointUrl = \"$root/nowhere/vserver/v2\" }", "300");

    [Fact]
    public void A_region_that_does_not_exist_fails_its_own_numbers_alone()
    {
        Result result = Run("""
            1..20 | ForEach-Object {
                [pscustomobject]@{ ServerInstanceNo = 1000000 + $_; RegionCode = 'KR' }
                [pscustomobject]@{ ServerInstanceNo = 2000000 + $_; RegionCode = 'XX' }
            } | Stop-NcpServerInstance
            """);

        Assert.Equal(Expected.Numbers(1000001, 20), result.Numbers);
        Assert.Equal(Expected.Numbers(2000001, 20), result.Targets);
        Assert.InRange(Requests().Count, 2, 9);
    }

    private void AssertRecognised(string command, string where, string code)
    {
        (string script, int limit) = s_commands[command];

        Result result = Run(
            $"$where = {where}\n1000001..1000050 | {script}", ("root", Service.EndpointUrl.AbsoluteUri.TrimEnd('/')));

        Assert.Empty(result.Output);
        Assert.Equal(Expected.Numbers(1000001, 50), result.Targets.Order());
        Assert.Equal(["NcpRequestRefused"], result.ErrorIds.Distinct());
        Assert.All(result.Errors, error => Assert.Contains($"code {code}", error.ToString()));
        Assert.InRange(Requests().Count, 1, limit);
    }
}
