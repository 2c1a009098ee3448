using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Api;

public sealed class ApiChangeTests : EngineTest
{
    private const string Protect =
        "Invoke-NcpApi setProtectServerTermination @{ serverInstanceNo = 1000001; isProtectServerTermination = $true }";

    public ApiChangeTests(ModuleSession session)
        : base(session) =>
        Service.Times = new SimulatorTimes
        {
            BootSeconds = 0.1, ShutdownSeconds = 0.1, SpecChangeSeconds = 0.1, CreationSeconds = 0.1, TerminationSeconds = 0,
        };

    [Fact]
    public void Servers_are_stopped_changed_and_started_in_one_pipeline()
    {
        Service.Fleet.Fill([new("KR", "Korea", 1_000_001, 20)]);

        Result result = Run(
            "Get-NcpServerInstance -ServerName 'web-*' | Stop-NcpServerInstance -Wait -PollingIntervalSec 1"
            + " | ForEach-Object { @{ serverInstanceNo = $_.ServerInstanceNo; serverSpecCode = 'c4-g3' } }"
            + " | Invoke-NcpApi changeServerInstanceSpec -Confirm:$false | Start-NcpServerInstance -Wait -PollingIntervalSec 1");

        Assert.Empty(result.Errors);
        Assert.Equal(["1000001", "1000006", "1000011", "1000016"], result.Numbers.Order());
        Assert.All(result.Values("ServerSpecCode"), code => Assert.Equal("c4-g3", code));
        Assert.All(result.Values("CpuCount"), count => Assert.Equal("4", count));
        Assert.All(result.Values("ServerInstanceStatusName"), status => Assert.Equal("running", status));
        Assert.Equal(4, Requests("changeServerInstanceSpec").Count);
    }

    [Fact]
    public void A_cut_after_a_change_is_one_request_and_an_unknown_outcome()
    {
        Service.Faults.Add(FaultRules.Cut(CutPoint.AfterWork) with { Action = "setProtectServerTermination" });

        Result result = Run($"{Protect} -Confirm:$false");

        Assert.Empty(result.Output);
        ErrorRecord error = Assert.Single(result.Errors);
        Assert.Equal("NcpOutcomeUnknown,NcloudServer.Commands.InvokeNcpApiCommand", error.FullyQualifiedErrorId);
        Assert.Equal(("setProtectServerTermination", ErrorCategory.ResourceUnavailable), (error.TargetObject, error.CategoryInfo.Category));
        Assert.Contains("1000001", error.ErrorDetails.Message, StringComparison.Ordinal);
        Assert.Contains("getServerInstanceList", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Single(Requests());
    }

    [Fact]
    public void WhatIf_sends_nothing_and_reads_no_key()
    {
        Result result = Run(
            "$PSDefaultParameterValues.Remove('*-NcpApi:Credential');"
            + "@{ serverInstanceNo = 1; isProtectServerTermination = $true; userPassword = 'hidden-1' } | Invoke-NcpApi setProtectServerTermination -WhatIf");
        ModuleSession.PointAt(Session.Runspace, Service);

        Assert.Empty(result.Errors);
        Assert.Empty(result.Output);
        Assert.Empty(Requests());
        string shown = Assert.Single(Session.Console.Lines, line => line.StartsWith("What if:", StringComparison.Ordinal));
        Assert.Contains("\"setProtectServerTermination\"", shown, StringComparison.Ordinal);
        Assert.Contains("serverInstanceNo = 1", shown, StringComparison.Ordinal);
        Assert.Contains("userPassword = ***", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden-1", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("No", 0)]
    [InlineData("Yes", 1)]
    public void A_change_is_asked_about(string answer, int requests)
    {
        Session.Console.Answer(answer);

        Run($"{Protect} -Confirm");

        Assert.Contains("setProtectServerTermination", Assert.Single(Session.Console.Questions), StringComparison.Ordinal);
        Assert.Equal(requests, Requests().Count);
    }

    [Fact]
    public void A_reading_is_never_asked_about()
    {
        Assert.Equal(3, Run("$ConfirmPreference = 'Low'; $WhatIfPreference = $true; Invoke-NcpApi getRegionList").Output.Count);
        Assert.Empty(Session.Console.Questions);
    }

    [Theory]
    [InlineData("getRootPassword @{ serverInstanceNo = 1000001; privateKey = 'MYPRIVATEKEYTEXT' }", "RootPassword", "R00t-")]
    [InlineData("createLoginKey @{ keyName = 'k' }", "PrivateKey", "BEGIN RSA")]
    public void A_secret_is_a_property_and_in_no_stream(string call, string property, string secret)
    {
        Result result = Run($"$DebugPreference = $VerbosePreference = 'Continue'; Invoke-NcpApi {call} -Confirm:$false");

        Assert.Contains(secret, Assert.Single(result.Values(property)), StringComparison.Ordinal);
        string streams = string.Join("\n", result.Debug.Concat(result.Verbose).Concat(result.Warnings).Append(Session.Console.Text));
        Assert.Contains("HTTP 200", streams, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, streams, StringComparison.Ordinal);
        Assert.DoesNotContain("MYPRIVATEKEYTEXT", streams, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_has_the_services_code_and_text()
    {
        Result result = Run("@{ serverInstanceNo = 99 }, @{ serverInstanceNo = 1000001 } | Invoke-NcpApi changeServerInstanceSpec -Confirm:$false");

        Assert.Equal(["NcpRequestRefused", "NcpRequestRefused"], result.ErrorIds);
        Assert.Equal(["changeServerInstanceSpec", "changeServerInstanceSpec"], result.Targets);
        Assert.Contains("1100000", result.Errors[0].ToString(), StringComparison.Ordinal);
        Assert.Contains("serverSpecCode is required", result.Errors[0].ToString(), StringComparison.Ordinal);
        Assert.Contains("serverInstanceNo = 99", result.Errors[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_refused_key_ends_the_pipeline()
    {
        Result result = Run(
            "1..5 | ForEach-Object { @{ serverInstanceNo = $_ } } | Invoke-NcpApi getServerInstanceDetail -Credential $key",
            ("key", ModuleSession.CredentialOf("SIMULATORACCESSKEY01", "wrong")));

        Assert.Equal("NcpAuthenticationFailed,NcloudServer.Commands.InvokeNcpApiCommand", result.Thrown?.FullyQualifiedErrorId);
        Assert.Equal("getServerInstanceDetail", result.Thrown?.TargetObject);
        Assert.Single(Requests());
    }

    [Theory]
    [InlineData("Invoke-NcpApi getServerSpecList")]
    [InlineData("Invoke-NcpApi getServerSpecList -All")]
    [InlineData("1..9999 | % { @{ keyName = \"$_\" } } | Invoke-NcpApi createLoginKey -Confirm:$false")]
    public void A_stop_ends_it_while_its_request_is_under_way(string script)
    {
        Service.Faults.Add(FaultRules.Hang(HangPoint.BeforeHeaders));
        using RunningScript running = Session.Start(script);
        ModuleSession.WaitFor(() => Requests().Count == 1);

        running.Stop();

        // The connection is given up, not left to hang, and nothing is sent afterwards.
        ModuleSession.WaitFor(() => Service.Log.InFlight == 0);
        Assert.Single(Requests());
    }

    [Fact]
    public void A_server_lives_from_its_creation_to_its_termination()
    {
        Service.Times = Service.Times with { CreationSeconds = 0 };

        Result created = Run(
            "Invoke-NcpApi createServerInstances @{ vpcNo = 1; subnetNo = 2; serverSpecCode = 'c8-g3'; serverName = 'new'; serverCreateCount = 2;"
            + " isProtectServerTermination = $true; networkInterfaceList = @(@{ networkInterfaceOrder = 0; accessControlGroupNoList = 63, 64 }) }"
            + " -Confirm:$false");
        Assert.Equal(["new001", "new002"], created.Values("ServerName"));
        Assert.Equal(["init", "init"], created.Values("ServerInstanceStatusName"));
        string number = created.Numbers.First()!;
        Result seen = Run("Get-NcpServerInstance $n; Get-NcpServerInstance $n", ("n", number));
        Assert.Equal(("running", "8", "c8-g3"), (
            seen.Values("ServerInstanceStatusName").Last(), seen.Values("CpuCount").Last(), seen.Values("ServerSpecCode").Last()));
        Assert.Equal("63 64", Run("\"$((Invoke-NcpApi getNetworkInterfaceList @{ instanceNo = $n }).AccessControlGroupNoList)\"", ("n", number)).Output[0].ToString());

        const string End = "Invoke-NcpApi terminateServerInstances @{ serverInstanceNoList = $n } -Confirm:$false";
        Assert.Equal("NcpRequestRefused", Assert.Single(Run(End, ("n", number)).ErrorIds));
        Run("Get-NcpServerInstance $n | Stop-NcpServerInstance -Wait -PollingIntervalSec 1; Invoke-NcpApi setProtectServerTermination"
            + " @{ serverInstanceNo = $n; isProtectServerTermination = $false } -Confirm:$false", ("n", number));
        Assert.Equal("terminating", Assert.Single(Run(End, ("n", number)).Values("ServerInstanceStatusName")));
        Assert.Equal("NcpServerInstanceNotFound", Assert.Single(Run("Get-NcpServerInstance $n", ("n", number)).ErrorIds));
    }
}
