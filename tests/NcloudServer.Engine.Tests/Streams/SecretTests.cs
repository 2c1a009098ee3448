using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Streams;

/// <summary>Neither a key nor a signature is in any stream, in any error, or on the console.</summary>
public sealed class SecretTests(ModuleSession session) : EngineTest(session)
{
    // -Debug itself asks at every line.
    private const string Begin = "$DebugPreference = 'Continue';";
    private const string Stop = $"{Begin} 1000001 | Stop-NcpServerInstance -Verbose";

    public static TheoryData<string, string, FaultRule?> Cases => new()
    {
        { "", Stop, null },
        { "", $"{Begin} 1000001 | Invoke-NcpServerInterrupt -Force -Verbose", null },
        { "", $"{Stop} -Wait -PollingIntervalSec 1", null },
        { "", $"{Begin} Get-NcpServerInstance -ServerName web-000* -Verbose", null },
        { "NcpServerInstanceNotFound", $"{Begin} 1999999 | Stop-NcpServerInstance -Verbose", null },
        { "NcpConnectionFailed", $"{Stop} -EndpointUrl http://127.0.0.1:9 -MaximumRetryCount 0", null },
        { "NcpInsecureEndpoint", $"{Stop} -EndpointUrl http://ncloud.invalid", null },
        { "NcpConnectionFailed", $"{Stop} -Proxy http://127.0.0.1:9 -MaximumRetryCount 0", null },
        {
            "NcpAuthenticationFailed", Stop,
            new FaultRule { Status = 401, Body = """{"error":{"errorCode":"200","message":"Authentication Failed"}}""" }
        },
        { "NcpOutcomeUnknown", $"{Stop} -MaximumRetryCount 0", new FaultRule { Cut = CutPoint.AfterWork } },
        {
            "NcpOutcomeUnknown", $"{Begin} 1000001 | Invoke-NcpServerInterrupt -Force -Verbose -TimeoutSec 1 -MaximumRetryCount 0",
            new FaultRule { Hang = HangPoint.BeforeHeaders }
        },
        { "NcpInvalidResponse", Stop, new FaultRule { Status = 404, Body = "<html></html>" } },
        {
            "", Stop,
            new FaultRule { Times = 1, Status = 429, Body = "", Headers = new Dictionary<string, string> { ["Retry-After"] = "0" } }
        },
    };

    [Theory]
    [MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public void No_secret_is_seen_in_a_success_or_in_an_error(string errorId, string script, FaultRule? fault)
    {
        Service.Times = Service.Times with { ShutdownSeconds = 0 };
        Service.Faults.Add(fault is null ? [] : [fault]);

        Result result = Run(script);

        IEnumerable<string> errorIds = result.Thrown is null ? result.ErrorIds : result.ErrorIds.Append(Result.IdOf(result.Thrown));
        Assert.Equal(errorId.Length == 0 ? [] : [errorId], errorIds.Distinct());
        Secrets.AssertHidden(Session, result);
    }

    [Theory]
    [InlineData("NormalView")]
    [InlineData("ConciseView")]
    public void No_secret_is_seen_on_the_console_in(string view)
    {
        Service.Faults.Add(new FaultRule { Status = 401, Body = """{"error":{"errorCode":"200","message":"Authentication Failed"}}""" });
        Session.Runspace.SessionStateProxy.SetVariable("ErrorView", view);
        try
        {
            string shown = Session.Show(Stop);

            Assert.Contains("DEBUG: GET ", shown);
            Assert.DoesNotContain(Service.SecretKey, shown);
            Assert.DoesNotContain(Service.AccessKey, shown);
        }
        finally
        {
            Session.Runspace.SessionStateProxy.SetVariable("ErrorView", "ConciseView");
        }
    }

    [Fact]
    public void The_signature_that_these_tests_look_for_is_the_one_that_is_sent() =>
        // The vector of the documentation, so that a mistake in the recomputation can't hide a leak.
        Assert.Equal(
            "wNHgHBKkNjV4YUjAtnJ3VncCrf48Xe1tGOpDkP/UXQg=",
            Secrets.SignatureOf(
                "GET", "/vserver/v2/getRegionList?responseFormatType=json", "1700000000000", "TESTACCESSKEY0000001",
                "TESTSECRETKEY00000000000000000000000001"));
}
