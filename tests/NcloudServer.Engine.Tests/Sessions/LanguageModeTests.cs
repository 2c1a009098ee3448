using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Sessions;

/// <summary>Sessions whose language is constrained, or as strict as can be.</summary>
public sealed class LanguageModeTests : EngineTest, IDisposable
{
    public LanguageModeTests(ModuleSession session)
        : base(session) =>
        // A small fleet is listed fast.
        Service.Fleet.Fill([RegionSeed.For("KR", 20, 0), RegionSeed.For("JPN", 20, 1)]);

    [Fact]
    public void Every_cmdlet_works_where_the_language_is_constrained()
    {
        PSObject row = new();
        row.Properties.Add(new PSNoteProperty("ServerInstanceNo", "2000001"));
        row.Properties.Add(new PSNoteProperty("RegionCode", "JPN"));
        Session.Runspace.SessionStateProxy.LanguageMode = PSLanguageMode.ConstrainedLanguage;

        Result result = Run(
            """
            1000001, '1000002' | Stop-NcpServerInstance -EndpointUrl $address -Credential $credential
            $row | Stop-NcpServerInstance -WarningAction Stop
            @{ ServerInstanceNo = 1000003 }.ServerInstanceNo | Invoke-NcpServerInterrupt -Force
            1000003 | Restart-NcpServerInstance | Start-NcpServerInstance | Get-NcpServerInstance
            1000004 | Wait-NcpServerInstance -Status running
            Get-NcpServerInstance -ServerName '*-000[5-6]' -Status running | Where-Object { $_.PlatformType.Code -like '*64' }
            (Get-NcpRegion JPN).RegionCode
            """,
            ("row", row), ("address", Service.EndpointUrl), ("credential", Session.Credential));

        Assert.Null(result.Thrown);
        Assert.Empty(result.Errors);
        Assert.Equal(
            ["1000001", "1000002", "2000001", "1000003", "1000003", "1000004", "1000005", "1000006", "JPN"],
            result.Output.Select(item => item.ToString()));
    }

    [Fact]
    public void The_language_of_these_tests_is_constrained_indeed()
    {
        Session.Runspace.SessionStateProxy.LanguageMode = PSLanguageMode.ConstrainedLanguage;

        Result result = Run("[Environment]::GetEnvironmentVariable('HOME')");

        Assert.StartsWith("MethodInvocationNotSupportedInConstrainedLanguage", result.Thrown?.FullyQualifiedErrorId);
    }

    [Fact]
    public void Completion_and_help_work_where_the_language_is_constrained()
    {
        Session.Runspace.SessionStateProxy.LanguageMode = PSLanguageMode.ConstrainedLanguage;

        Assert.Equal(["Stopped"], Run("(TabExpansion2 'Wait-NcpServerInstance -Status st' 33).CompletionMatches").Values("CompletionText"));
        Assert.Matches("Stops servers|여러 서버를 정지합니다", Session.Show("Get-Help Stop-NcpServerInstance"));
    }

    [Theory]
    [InlineData("ConstrainedLanguage")]
    [InlineData("FullLanguage")]
    public void Views_are_shown_in_every_language_mode(string mode)
    {
        Session.Runspace.SessionStateProxy.LanguageMode = Enum.Parse<PSLanguageMode>(mode);

        Assert.Contains("     1000001 web-0001 ", Session.Show("1000001 | Stop-NcpServerInstance"));
        Assert.Contains("ServerInstanceOperation  : SHTDN", Session.Show("1000001 | Get-NcpServerInstance | Format-List"));
    }

    [Theory]
    [InlineData("Get-NcpServerInstance -ServerName '*-000[12]' | Stop-NcpServerInstance", "1000001 1000002")]
    [InlineData("[pscustomobject]@{ ServerInstanceNo = '1000002' } | Get-NcpServerInstance", "1000002")]
    [InlineData("[pscustomobject]@{ ServerInstanceNo = '2000002'; RegionCode = 'JPN' } | Stop-NcpServerInstance", "2000002")]
    [InlineData("1000001 | Restart-NcpServerInstance -Wait -PollingIntervalSec 1", "1000001")]
    [InlineData("1000001 | Wait-NcpServerInstance -Status running | Start-NcpServerInstance", "1000001")]
    [InlineData("Get-NcpServerInstance 1000004 | Invoke-NcpServerInterrupt -Force -WarningAction SilentlyContinue", "1000004")]
    [InlineData("(Get-NcpServerInstance 1000001).Id, (Get-NcpServerInstance 1000002).Name", "1000001 app-0002")]
    public void Every_cmdlet_works_under_the_strictest_mode(string script, string expected)
    {
        Service.Times = Service.Times with { RebootSeconds = 0 };
        const string Strict = "Set-StrictMode -Version Latest; $ErrorActionPreference = 'Stop';";

        Result result = Run($"{Strict} {script}");

        Assert.Null(result.Thrown);
        Assert.Equal(expected, string.Join(' ', result.Output.Select(item => item.ToString())));
        Assert.NotEmpty(Session.Show($"{Strict} Get-NcpServerInstance 1000001; Get-NcpServerInstance 1000002 | Format-List"));
    }

    public void Dispose() => Session.Runspace.SessionStateProxy.LanguageMode = PSLanguageMode.FullLanguage;
}
