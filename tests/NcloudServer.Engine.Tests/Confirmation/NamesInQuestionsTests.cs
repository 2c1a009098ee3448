using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Confirmation;

/// <summary>Nobody agrees to a number: questions and -WhatIf name the server wherever its name is known, and no request is made for it.</summary>
/// <remarks>Sessions share what was seen lately: lists that other tests read would push this server out.</remarks>
[Collection(ProcessEnvironment.Name)]
public sealed class NamesInQuestionsTests : EngineTest
{
    private const string Named = "web-0041 (7700041) in region KR";

    public NamesInQuestionsTests(ModuleSession session)
        : base(session) => Service.Fleet.Set(new ServerSettings { Number = "7700042", Name = "db-0042" });

    [Theory]
    [InlineData("[pscustomobject]@{ ServerInstanceNo = '7700041'; ServerName = 'web-0041' }")]
    [InlineData("[pscustomobject]@{ ServerInstanceNo = 7700041; Name = 'web-0041' }")]
    [InlineData("[pscustomobject]@{ Number = 7700041; Name = 'web-0041'; RegionCode = 'KR' }")]
    [InlineData("[pscustomobject]@{ ServerInstanceNo = '7700041'; ServerName = \" web-0041`n\" }")]
    [InlineData("@{ ServerInstanceNo = '7700041'; Name = 'web-0041' } | ForEach-Object { [pscustomobject]$_ }")]
    [InlineData(", @([pscustomobject]@{ ServerInstanceNo = '7700041'; ServerName = 'web-0041' })")]
    public void The_name_comes_with_the_piped_object(string source)
    {
        foreach (string command in NumberCommands.Changing)
        {
            Session.Show($"{source} | {command} -RegionCode KR -WhatIf");

            Assert.Contains($"\"{Named}\"", Assert.Single(Session.Console.Lines, line => line.StartsWith("What if", StringComparison.Ordinal)));
        }

        Assert.Empty(Requests());
    }

    [Theory]
    [InlineData("$row = [pscustomobject]@{ No = '7700041'; Name = 'web-0041' }; $row | Stop-NcpServerInstance -ServerInstanceNo { $_.No } -RegionCode KR -WhatIf")]
    [InlineData("Stop-NcpServerInstance @([pscustomobject]@{ ServerInstanceNo = '7700041'; ServerName = 'web-0041' }) -RegionCode KR -WhatIf")]
    [InlineData("$global:server = [pscustomobject]@{ ServerInstanceNo = '7700041'; Name = 'web-0041' }; "
        + "$server | Invoke-NcpServerInterrupt -Region KR -Force -WhatIf")]
    public void The_name_is_found_however_the_number_is_taken_from_the_object(string script) =>
        Assert.Contains($"\"{Named}\"", Session.Show(script));

    [Theory]
    [InlineData("{ $_.Group }")]
    [InlineData("{ $_.Group.ServerInstanceNo }")]
    public void The_name_of_a_group_is_not_that_of_its_servers(string numbers)
    {
        string shown = Session.Show(
            $$"""
            [pscustomobject]@{ Name = 'running'; Group = @([pscustomobject]@{ ServerInstanceNo = '7700046' }) } |
                Invoke-NcpServerInterrupt -ServerInstanceNo {{numbers}} -WhatIf
            """);

        Assert.Contains("\"7700046\"", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_of_several_numbers_has_its_own_name()
    {
        string shown = Session.Show(
            "$rows = [pscustomobject]@{ ServerInstanceNo = 7700043; Name = 'one' }, 7700044, "
            + "[pscustomobject]@{ ServerInstanceNo = 7700045; Name = 'three' }; Stop-NcpServerInstance $rows -WhatIf; $rows | Stop-NcpServerInstance -WhatIf");

        foreach (string target in new[] { "\"one (7700043)\"", "\"7700044\"", "\"three (7700045)\"" })
        {
            Assert.Equal(3, shown.Split(target).Length);
        }
    }

    /// <summary>Another region may have the same number.</summary>
    [Fact]
    public void A_name_from_another_region_is_not_used()
    {
        Run("Get-NcpServerInstance 7700042 -RegionCode KR");

        Assert.Contains("\"7700042 in region JPN\"", Session.Show("7700042 | Stop-NcpServerInstance -RegionCode JPN -WhatIf"));
    }

    [Fact]
    public void What_was_seen_lately_is_known_whatever_was_seen_before_and_after()
    {
        Run("1000001..1005000 | Get-NcpServerInstance; 1000001 | Get-NcpServerInstance; 7700042 | Get-NcpServerInstance");

        Assert.Contains("(1000001)", Session.Show("1000001 | Stop-NcpServerInstance -WhatIf"));
    }

    [Theory]
    [InlineData("7700042")]
    [InlineData("[pscustomobject]@{ ServerInstanceNo = '7700042'; Name = '' }")]
    public void The_session_has_seen_the_name_of_a_bare_number(string source)
    {
        Run("Get-NcpServerInstance 7700042 -RegionCode KR");
        Service.Log.Clear();
        Session.Console.Answer("No");

        Run($"{source} | Invoke-NcpServerInterrupt -RegionCode KR");

        Assert.Contains("\"db-0042 (7700042) in region KR\"", Assert.Single(Session.Console.Questions));
        Assert.Empty(Requests());
    }
}
