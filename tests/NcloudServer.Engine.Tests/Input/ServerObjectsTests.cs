namespace NcloudServer.EngineTests.Input;

/// <summary>Servers that a cmdlet wrote go into another one, in their own region, whatever lay between.</summary>
public sealed class ServerObjectsTests(ModuleSession session) : EngineTest(session)
{
    private const string Deserialize =
        "ForEach-Object { [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($_, 2)) }";

    [Theory]
    [InlineData("Stop-NcpServerInstance", "stopServerInstances")]
    [InlineData("Invoke-NcpServerInterrupt -Force -WarningAction SilentlyContinue", "interruptServerInstance")]
    [InlineData("Restart-NcpServerInstance", "rebootServerInstances")]
    [InlineData("Get-NcpServerInstance", "getServerInstanceList")]
    public void Servers_of_two_regions_are_found_where_they_are(string command, string action)
    {
        const string Servers = "(1000001, 1000002 | Get-NcpServerInstance), (2000001, 2000002 | Get-NcpServerInstance -RegionCode JPN)";

        Result result = Run($"$servers = {Servers} | ForEach-Object {{ $_ }}; $clear.Invoke(); $servers | {command}",
            ("clear", (Action)Service.Log.Clear));

        Assert.Equal(["1000001", "1000002", "2000001", "2000002"], result.Numbers);
        Assert.Equal(["KR", "KR", "JPN", "JPN"], result.Values("RegionCode"));
        Assert.Equal(
            [$"1000001 KR {action}", $"1000002 KR {action}", $"2000001 JPN {action}", $"2000002 JPN {action}"],
            Requests().SelectMany(request => request.Numbers.Select(number => $"{number} {request.RegionCode} {request.Action}")).Order());
    }

    [Theory]
    [InlineData("$servers | {0}")]
    [InlineData("{0} $servers -RegionCode JPN")]
    [InlineData("{0} $servers.Id -RegionCode JPN")]
    [InlineData("$servers | " + Deserialize + " | {0}")]
    [InlineData("$servers.ForEach{ [pscustomobject]@{ ServerInstanceNo = $_.ServerInstanceNo; RegionCode = $_.RegionCode } } | {0}")]
    [InlineData("$servers.ForEach{ [pscustomobject]@{ ServerInstanceNo = [long]$_.ServerInstanceNo; Region = $_.RegionCode } } | {0}")]
    public void Servers_are_accepted_as_they_are_and_as_what_became_of_them(string way)
    {
        foreach (string command in new[] { "Stop-NcpServerInstance", "Invoke-NcpServerInterrupt -Force -WarningAction SilentlyContinue" })
        {
            string script = way.Replace("{0}", command);

            Result result = Run($"$servers = 2000001, 2000002 | Get-NcpServerInstance -RegionCode JPN; $clear.Invoke(); {script}",
                ("clear", (Action)Service.Reset));

            Assert.Empty(result.Errors);
            Assert.Equal(["2000001", "2000002"], result.Numbers);
            Assert.All(Requests(), request => Assert.Equal("JPN", request.RegionCode));
        }
    }

    [Fact]
    public void Servers_of_the_default_region_name_it_when_they_come_back()
    {
        Result result = Run("$servers = 1000001, 1000002 | Stop-NcpServerInstance; $clear.Invoke(); $servers | Stop-NcpServerInstance",
            ("clear", (Action)Service.Log.Clear));

        Assert.Equal(["1000001", "1000002"], result.Numbers);
        Assert.Equal("KR", Assert.Single(Requests()).RegionCode);
    }

    [Fact]
    public void A_deserialised_server_keeps_its_number_its_region_its_aliases_and_its_time_zone()
    {
        Result result = Run(
            $$"""
            $server = Get-NcpServerInstance 1000001 | {{Deserialize}}
            $server.Id, $server.Name, $server.RegionCode, $server.CreateDate.Offset.TotalHours, "$($server.PlatformType)"
            """);

        Assert.Equal(["1000001", "web-0001", "KR", "9", "LNX64"], result.Output.Select(item => item.ToString()));
    }
}
