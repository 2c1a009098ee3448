namespace NcloudServer.EngineTests.Confirmation;

/// <summary>-WhatIf tells what would be done, to the person at the console, and does nothing.</summary>
/// <remarks>Where the session has seen a server, its name is told too: the numbers here are nobody's.</remarks>
public sealed class WhatIfTests(ModuleSession session) : EngineTest(session)
{
    [Theory]
    [InlineData("7700001, 7700002 | Stop-NcpServerInstance -WhatIf")]
    [InlineData("7700001, 7700002 | Start-NcpServerInstance -WhatIf")]
    [InlineData("7700001, 7700002 | Restart-NcpServerInstance -WhatIf")]
    [InlineData("7700001, 7700002 | Stop-NcpServerInstance -WhatIf -Wait")]
    [InlineData("7700001, 7700002 | Invoke-NcpServerInterrupt -WhatIf")]
    [InlineData("7700001, 7700002 | Invoke-NcpServerInterrupt -WhatIf -Force")]
    [InlineData("7700001, 7700002 | Invoke-NcpServerInterrupt -WhatIf -Confirm")]
    [InlineData("7700001, 7700002 | Invoke-NcpServerInterrupt -WhatIf -Confirm:$false")]
    [InlineData("$WhatIfPreference = $true; 7700001, 7700002 | Stop-NcpServerInstance")]
    [InlineData("$WhatIfPreference = $true; 7700001, 7700002 | Invoke-NcpServerInterrupt")]
    [InlineData("$WhatIfPreference = $true; 7700001, 7700002 | Invoke-NcpServerInterrupt -Force")]
    public void WhatIf_sends_nothing_emits_nothing_and_asks_nothing(string script) => Check(script);

    [Theory]
    [InlineData("7700001, 7700002 | Stop-NcpServerInstance -WhatIf")]
    [InlineData("7700001, 7700002 | Invoke-NcpServerInterrupt -WhatIf")]
    [InlineData("7700001, 7700002 | Stop-NcpServerInstance -WhatIf -EndpointUrl http://ncloud.invalid")]
    public void WhatIf_needs_no_credentials_and_looks_at_no_address(string script) => Check($"$PSDefaultParameterValues = @{{}}; {script}");

    [Theory]
    [InlineData("Stop-NcpServerInstance", "Stop server instance")]
    [InlineData("Start-NcpServerInstance", "Start server instance")]
    [InlineData("Restart-NcpServerInstance", "Restart server instance")]
    [InlineData(
        "Invoke-NcpServerInterrupt", "Interrupt server instance (its operating system crashes and writes a memory dump)")]
    public void WhatIf_names_the_server_its_region_and_what_would_be_done(string command, string action)
    {
        string shown = Session.Show($"7700001 | {command} -WhatIf -RegionCode KR");

        Assert.Equal($"What if: Performing the operation \"{action}\" on target \"7700001 in region KR\".\n", shown);
    }

    [Theory]
    [InlineData("$WhatIfPreference = $true; 1000001 | Stop-NcpServerInstance -WhatIf:$false")]
    [InlineData("$WhatIfPreference = $true; 1000001 | Invoke-NcpServerInterrupt -WhatIf:$false -Force")]
    public void WhatIf_false_overrules_the_preference(string script)
    {
        Assert.Equal(["1000001"], Run(script).Numbers);
        Assert.Equal(["1000001"], Assert.Single(Requests()).Numbers);
    }

    [Fact]
    public void What_is_not_a_number_is_still_reported()
    {
        Result result = Run("1000001, 'abc', 1000002 | Stop-NcpServerInstance -WhatIf");

        Assert.Equal(["abc"], result.Targets);
        Assert.Empty(Requests());
    }

    private void Check(string script)
    {
        Result result = Run(script);

        Assert.Null(result.Thrown);
        Assert.Empty(result.Output);
        Assert.Empty(result.Errors);
        Assert.Empty(Session.Console.Questions);
        Assert.Equal(
            ["\"7700001\".", "\"7700002\"."],
            Session.Console.Lines.Where(line => line.StartsWith("What if: ", System.StringComparison.Ordinal))
                .Select(line => line.Split(' ')[^1]));
        // The log holds requests to the metadata address too.
        Assert.Empty(Requests());
        Assert.Equal(0, Service.Log.HighestInFlight);
    }
}
