using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Api;

public sealed class ApiInputTests : EngineTest
{
    public ApiInputTests(ModuleSession session)
        : base(session) => Service.Policies.EchoOtherActions = true;

    [Theory]
    [InlineData("@{ vpcNo = 1; accessControlGroupNoList = 63, 64 }", "accessControlGroupNoList.1=63&accessControlGroupNoList.2=64&vpcNo=1")]
    [InlineData("@{ aList = @(@{ b = 0; cList = 63 }); dList = @{ e = 1 }; fList = @{ '2' = 'g' } }", "aList.1.b=0&aList.1.cList.1=63&dList.1.e=1&fList.2=g")]
    [InlineData("@{ aList = @([pscustomobject]@{ B = 0; c = $null }) }", "aList.1.b=0")]
    [InlineData("[ordered]@{ z = 1; a = [pscustomobject]@{ Name = 'x' } }", "z=1&a.name=x")]
    [InlineData("@{ a = $true; b = $false; c = $null; d = [switch]$true }", "a=true&b=false&d=true")]
    [InlineData("@{ a = & { 5 }; b = (& { 6; 7 } | ForEach-Object { $_ }) }", "a=5&b.1=6&b.2=7")]
    [InlineData("@{ a = [datetimeoffset]'2026-01-02T03:04:05Z' }", "a=2026-01-02T12%3A04%3A05%2B0900")]
    [InlineData("@{ a = [guid]::Empty; b = [char]65; c = [uri]'http://x/y'; d = [ipaddress]'10.0.0.1' }", "a=00000000-0000-0000-0000-000000000000&b=A&c=http%3A%2F%2Fx%2Fy&d=10.0.0.1")]
    [InlineData("@{ a = 1.5; b = 1e20; c = 1.50d; d = 1GB; e = [bigint]::Parse('123456789012345678901') }", "a=1.5&b=100000000000000000000&c=1.50&d=1073741824&e=123456789012345678901")]
    [InlineData("@{ serverInstanceNoList = Get-NcpServerInstance 1000001, 1000002 }", "regionCode=KR&serverInstanceNoList.1=1000001&serverInstanceNoList.2=1000002")]
    [InlineData("@{ a = (Get-NcpServerInstance 1000001).PlatformType; b = (Get-NcpRegion KR) }", "a=LNX64&b=KR")]
    public void Parameters_travel_by_the_names_of_the_API(string parameters, string query)
    {
        Result result = Run($"$all = {parameters}; Invoke-NcpApi getX $all");

        Assert.Empty(result.Errors);
        Assert.Equal(query, Query(Requests("getX").Single()));
    }

    [Theory]
    [InlineData("@{ odd = $key.Password }", "protection")]
    [InlineData("@{ odd = @{ b = $key } }", "protection")]
    [InlineData("@{ odd = { 1 } }", "ScriptBlock")]
    [InlineData("@{ odd = $Host }", "neither a value")]
    [InlineData("$(($h = @{}), ($h.odd = $h); $h)[-1]", "contains itself")]
    [InlineData("@{ a = 1; odd = @(1); 'odd.1' = 2 }", "twice")]
    public void What_is_no_value_is_an_error_that_names_the_parameter(string parameters, string reason)
    {
        Result result = Run($"$all = {parameters}; Invoke-NcpApi getX $all", ("key", Session.Credential));

        var error = Assert.Single(result.Errors);
        Assert.Equal("NcpInvalidParameter,NcloudServer.Commands.InvokeNcpApiCommand", error.FullyQualifiedErrorId);
        Assert.Equal("InvalidArgument", error.CategoryInfo.Category.ToString());
        Assert.Equal("getX", error.TargetObject);
        Assert.Contains("odd", error.ToString(), StringComparison.Ordinal);
        Assert.Contains(reason, error.ToString(), StringComparison.Ordinal);
        Assert.Empty(Requests("getX"));
    }

    [Theory]
    [InlineData("@{ a = 1 }, @{ a = 2 }", "a=1", "a=2")]
    [InlineData("[pscustomobject]@{ VpcNo = 1 }, [pscustomobject]@{ vpcNo = 2 }", "vpcNo=1", "vpcNo=2")]
    [InlineData("('1,KR', '2,JPN' | % { [pscustomobject]@{ ServerInstanceNo = $_[0]; RegionCode = $_.Substring(2) } })", "serverInstanceNo=1&regionCode=KR", "serverInstanceNo=2&regionCode=JPN")]
    [InlineData(
        "Get-NcpServerInstance 1000001, 1000002", "serverInstanceNo=1000001&regionCode=KR", "serverInstanceNo=1000002&regionCode=KR")]
    [InlineData("Get-NcpRegion [KJ]*", "regionCode=KR", "regionCode=JPN")]
    [InlineData("[System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize("
        + "@(Get-NcpServerInstance 1000001, 1000002)))", "serverInstanceNo=1000001&regionCode=KR", "serverInstanceNo=1000002&regionCode=KR")]
    public void Each_piped_dictionary_or_object_is_a_call_of_its_own(string input, string first, string second)
    {
        Result result = Run($"{input} | Invoke-NcpApi getX");

        Assert.Empty(result.Errors);
        Assert.Equal([first, second], Requests("getX").Select(Query));
    }

    [Fact]
    public void What_is_no_set_of_parameters_is_an_error_and_the_rest_goes_on()
    {
        Result result = Run("@{ a = 1 }, 'text', 5, @(1, 2).Clone(), { 1 }, @{ a = 2 } | Invoke-NcpApi getX");

        Assert.Equal(["a=1", "a=2"], Requests("getX").Select(Query));
        Assert.All(result.ErrorIds, id => Assert.Equal("NcpInvalidParameter", id));
        Assert.Equal(4, result.Errors.Count);
        Assert.Contains("String", result.Errors[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_piped_is_no_call_and_null_is_an_error()
    {
        Assert.Empty(Run("@() | Invoke-NcpApi getX").Errors);
        Assert.Single(Run("$null | Invoke-NcpApi getX").Errors);
        Assert.Empty(Requests());
    }

    [Fact]
    public void Calls_are_made_while_input_is_still_read()
    {
        Result result = Run(
            "1..1000 | ForEach-Object { @{ a = $_ } } | Invoke-NcpApi getX | ForEach-Object { $_; if ($_.Value -eq 3) { throw 'enough' } }");

        Assert.NotNull(result.Thrown);
        Assert.Equal(3, Requests("getX").Count);
    }

    [Fact]
    public void A_region_comes_from_the_parameters_then_RegionCode_and_never_from_two_of_them()
    {
        Run("Invoke-NcpApi getX @{ regionCode = 'JPN' }; Invoke-NcpApi getX -RegionCode SGN; Invoke-NcpApi getX @{ RegionCode = 'JPN' } -Region JPN");
        Result two = Run("Invoke-NcpApi getX @{ regionCode = 'JPN' } -RegionCode KR");

        Assert.Equal(["JPN", "SGN", "JPN"], Requests("getX").Select(request => request.RegionCode));
        Assert.Equal("NcpInvalidParameter", Assert.Single(two.ErrorIds));
        Assert.Contains("JPN", two.Errors[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_among_the_parameters_brings_its_region_unless_one_is_given()
    {
        Run("$one = Get-NcpServerInstance 2000001 -RegionCode JPN; $two = Get-NcpServerInstance 1000001 -RegionCode KR; "
            + "Invoke-NcpApi getX @{ aList = $one }; Invoke-NcpApi getX @{ aList = $one, $one; b = 1 } -RegionCode SGN");
        Result several = Run(
            "Invoke-NcpApi getX @{ aList = (Get-NcpServerInstance 2000001 -RegionCode JPN), (Get-NcpServerInstance 1000001 -RegionCode KR) }");

        Assert.Equal(["JPN", "SGN"], Requests("getX").Select(request => request.RegionCode));
        Assert.Equal("NcpInvalidParameter", Assert.Single(several.ErrorIds));
        Assert.Contains("JPN, KR", several.Errors[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Services_and_paths_are_called_as_they_are_given()
    {
        Run("Invoke-NcpApi getVpcList -Service vpc; Invoke-NcpApi -Path /billing/v1/cost/getX @{ a = 1 }; @{ a = 2 } | Invoke-NcpApi -Path /b/getY");

        Assert.Equal(["/vpc/v2/getVpcList", "/billing/v1/cost/getX", "/b/getY"], Requests().Select(request => request.Path));
    }

    [Theory]
    [InlineData("Invoke-NcpApi 'get x'", "Action")]
    [InlineData("Invoke-NcpApi get/x", "Action")]
    [InlineData("Invoke-NcpApi getX -Service ../vpc", "Service")]
    [InlineData("Invoke-NcpApi getX -Service ''", "Service")]
    [InlineData("Invoke-NcpApi -Path https://elsewhere.invalid/getX", "Path")]
    [InlineData("Invoke-NcpApi -Path /a/../getX", "Path")]
    [InlineData("Invoke-NcpApi -Path '/a?b=1'", "Path")]
    public void What_is_no_part_of_an_address_is_refused_before_any_request(string script, string parameter)
    {
        Result result = Run(script);

        Assert.StartsWith("ParameterArgumentValidationError", result.Thrown?.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains($"'{parameter}'", result.Thrown?.ToString(), StringComparison.Ordinal);
        Assert.Empty(Requests());
    }

    [Theory]
    [InlineData("getX -All -Raw")]
    [InlineData("setX -All")]
    [InlineData("getX @{ pageNo = 1 } -All")]
    public void All_goes_with_nothing_that_contradicts_it(string arguments)
    {
        Assert.Equal("NcpInvalidParameter", Assert.Single(Run($"Invoke-NcpApi {arguments} -Confirm:$false").ErrorIds));
        Assert.Empty(Requests());
    }

    /// <summary>What the call itself has put into the query.</summary>
    private static string Query(LoggedRequest request) => string.Join('&', request.RawTarget.Split('?')[1].Split('&')
        .Where(pair => pair != "responseFormatType=json"));
}
