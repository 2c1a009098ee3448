using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Sessions;

/// <summary>$PSDefaultParameterValues stands for what is typed.</summary>
public sealed class DefaultParameterTests : EngineTest
{
    public DefaultParameterTests(ModuleSession session)
        : base(session) => ModuleSession.PointAt(session.Runspace, Service);

    [Theory]
    [InlineData("Get-NcpRegion")]
    [InlineData("Get-NcpServerInstance")]
    [InlineData("Wait-NcpServerInstance 1 -Status stopped")]
    [InlineData("Stop-NcpServerInstance 1")]
    [InlineData("Start-NcpServerInstance 1")]
    [InlineData("Restart-NcpServerInstance 1")]
    [InlineData("Invoke-NcpServerInterrupt 1 -Force")]
    [InlineData("Invoke-NcpApi getZoneList")]
    public void Every_cmdlet_takes_its_profile_from_there(string command)
    {
        Result result = Run($"$PSDefaultParameterValues = @{{ '*-Ncp*:ProfileName' = 'a profile that nobody has' }}; {command}");

        Assert.Equal("NcpProfileNotFound", Result.IdOf(result.Thrown!));
        Assert.Contains("a profile that nobody has", result.Thrown!.Exception.Message);
        Assert.Empty(Requests());
    }

    [Fact]
    public void Every_cmdlet_that_has_a_connection_is_among_those()
    {
        Result result = Run(
            "Get-Command -Module NcloudServer | Where-Object { $_.Parameters.ContainsKey('EndpointUrl') -and $_.Noun -ne 'NcpProfile' }");
        string[] tested = [.. typeof(DefaultParameterTests).GetMethod(nameof(Every_cmdlet_takes_its_profile_from_there))!
            .GetCustomAttributesData().Where(attribute => attribute.AttributeType == typeof(InlineDataAttribute))
            .Select(attribute => attribute.ConstructorArguments[0].Value)
            .OfType<System.Collections.ObjectModel.ReadOnlyCollection<System.Reflection.CustomAttributeTypedArgument>>()
            .Select(arguments => ((string)arguments[0].Value!).Split(' ')[0])];

        Assert.Equal(result.Output.Select(command => command.ToString()).Order(), tested.Order());
    }

    [Fact]
    public void The_region_is_taken_from_there_and_AllRegions_still_means_all()
    {
        Service.Fleet.Fill([RegionSeed.For("KR", 20, 0), RegionSeed.For("JPN", 20, 1), RegionSeed.For("SGN", 20, 2)]);
        Result result = Run("""
            $PSDefaultParameterValues['*-Ncp*:RegionCode'] = 'JPN'
            2000001 | Stop-NcpServerInstance
            Get-NcpServerInstance -AllRegions -ServerName '*-0001'
            """);

        Assert.Empty(result.Errors);
        Assert.Equal(["JPN", "JPN", "KR", "SGN"], result.Values("RegionCode").Order());
    }

    [Fact]
    public void A_region_from_there_is_like_a_typed_one_and_holds_for_piped_servers_too()
    {
        Result result = Run("""
            $server = Get-NcpServerInstance 2000001 -RegionCode JPN
            $PSDefaultParameterValues['*-Ncp*:RegionCode'] = 'KR'
            $server | Stop-NcpServerInstance
            """);

        Assert.Equal(["2000001: There is no such server in region KR."], result.Errors.Select(error => error.ToString()));
    }

    [Theory]
    [InlineData("Stop-NcpServerInstance:BatchSize", 10, 10)]
    [InlineData("*-Ncp*:BatchSize", 5, 20)]
    public void Any_other_parameter_is_taken_from_there(string name, int size, int requests)
    {
        Result result = Run(
            "$PSDefaultParameterValues[$name] = $size; 1000001..1000100 | Stop-NcpServerInstance", ("name", name), ("size", size));

        Assert.Equal(100, result.Output.Count);
        Assert.Equal(requests, Requests().Count);
    }

    [Fact]
    public void A_default_of_WhatIf_is_obeyed()
    {
        Result result = Run("$PSDefaultParameterValues['*-Ncp*:WhatIf'] = $true; 1000001 | Stop-NcpServerInstance");

        Assert.Empty(result.Output);
        Assert.Empty(Requests());
        Assert.StartsWith("What if: ", Session.Console.Text, StringComparison.Ordinal);
    }
}
