using System.Management.Automation.Runspaces;

namespace NcloudServer.EngineTests.Sessions;

/// <summary>The module is imported, removed and imported again; each test has a runspace of its own, without the module.</summary>
public sealed class ImportTests : EngineTest, IDisposable
{
    private readonly RecordingHost _host = new();
    private readonly Runspace _runspace;

    public ImportTests(ModuleSession session)
        : base(session)
    {
        _runspace = ModuleSession.Open(_host);
        _runspace.SessionStateProxy.SetVariable("path", TestProcess.Manifest);
        ModuleSession.PointAt(_runspace, Service);
    }

    [Theory]
    [InlineData("Import-Module $path")]
    [InlineData("Import-Module $path; Import-Module $path")]
    [InlineData("Import-Module $path; Import-Module $path -Force; Import-Module $path -Force")]
    [InlineData("Import-Module $path; Remove-Module NcloudServer; Import-Module $path")]
    [InlineData("Import-Module $path -Force; Remove-Module NcloudServer -Force; Import-Module $path; Import-Module $path -Force")]
    [InlineData("Get-Module $path -ListAvailable | Import-Module")]
    public void The_module_works_with_its_views_and_aliases_however_often_it_is_loaded(string import)
    {
        Invoke(import);

        Assert.Equal(
            ["1000001 web-0001 running"],
            Invoke("Get-NcpServerInstance 1000001 | ForEach-Object { \"$($_.Id) $($_.Name) $($_.StatusName)\" }"));
        Assert.Equal(["shutting down"], Invoke("1000001 | Stop-NcpServerInstance | ForEach-Object StatusName"));
        Assert.Equal(["Stopped"], Invoke("(TabExpansion2 'Wait-NcpServerInstance -Status st' 33).CompletionMatches.CompletionText"));
        Assert.Equal(["1"], Invoke("@(Get-Module NcloudServer).Count"));
        Assert.Contains("     1000001 web-0001 ", Show("Get-NcpServerInstance 1000001"));
    }

    [Fact]
    public void Nothing_is_left_once_the_module_is_removed()
    {
        Invoke("Import-Module $path; $null = 1000001 | Stop-NcpServerInstance; Remove-Module NcloudServer");

        Assert.Equal(["0 0"], Invoke("\"$(@(Get-Command -Module NcloudServer).Count) $(@(Get-Module NcloudServer).Count)\""));
        Assert.Empty(Invoke("Get-Command *-Ncp* -ErrorAction Ignore"));
    }

    [Fact]
    public void A_server_that_came_out_before_can_be_used_after_the_module_was_loaded_again()
    {
        Invoke("Import-Module $path; $global:server = Get-NcpServerInstance 2000001 -RegionCode JPN; Import-Module $path -Force");

        Assert.Equal(
            ["JPN shutting down"],
            Invoke("$server | Stop-NcpServerInstance | ForEach-Object { \"$($_.RegionCode) $($_.StatusName)\" }"));
    }

    [Fact]
    public void A_prefix_can_be_given_to_the_commands()
    {
        Invoke("Import-Module $path -Prefix My");

        Assert.Equal(["1000001"], Invoke("(1000001 | Stop-MyNcpServerInstance).ServerInstanceNo"));
    }

    public void Dispose() => _runspace.Dispose();

    private string[] Invoke(string script)
    {
        using PowerShell shell = PowerShell.Create(_runspace);
        string[] output = [.. shell.AddScript(script).Invoke().Select(item => item.ToString())];
        Assert.Empty(shell.Streams.Error);
        return output;
    }

    private string Show(string script)
    {
        using PowerShell shell = PowerShell.Create(_runspace);
        shell.AddScript(script).AddCommand("Out-Default").Invoke();
        return _host.Console.Text;
    }
}
