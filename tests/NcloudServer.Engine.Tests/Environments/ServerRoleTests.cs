using System;
using System.Collections.Generic;
using System.Linq;
using NcloudServer.Simulator;
using Xunit;

namespace NcloudServer.EngineTests.Environments;

/// <summary>A command on a server of the platform, which has a role and no other key.</summary>
public sealed class ServerRoleTests : EnvironmentTest
{
    private const string RegionPath = "/latest/meta-data/regionCode";

    public ServerRoleTests(ModuleSession session)
        : base(session) => Service.Role = new RoleSettings { Mode = RoleMode.On };

    [Theory]
    [InlineData(MetadataVersions.V1, false)]
    [InlineData(MetadataVersions.V2, true)]
    [InlineData(MetadataVersions.Both, true)]
    public void Its_key_and_its_region_come_from_either_version_of_the_metadata(MetadataVersions versions, bool hasToken)
    {
        Service.Role = Service.Role with { Versions = versions };

        Result result = RunPlain("1000001..1000020 | Stop-NcpServerInstance -BatchSize 10 -Verbose");

        Assert.Equal(Enumerable.Range(1000001, 20).Select(number => $"{number}"), result.Numbers);
        Assert.All(ApiRequests, request =>
        {
            Assert.Equal((Service.Role.AccessKey, true, "KR"), (request.AccessKey, request.SignatureValid, request.RegionCode));
        });
        Assert.Equal(2, ApiRequests.Count);
        Assert.Equal(
            ["/latest/api/token", .. RolePaths, RegionPath], MetadataRequests.Select(request => request.Path));
        Assert.All(MetadataRequests.Skip(1), request => Assert.Equal(hasToken, request.HasMetadataToken));
        Assert.Single(result.Verbose, "The region is KR, from the metadata of this server.");
    }

    [Theory]
    [InlineData(TokenMode.Empty)]
    [InlineData(TokenMode.Page)]
    [InlineData(TokenMode.Hang)]
    public void A_request_for_a_token_without_a_sensible_answer_leaves_version_1(TokenMode token)
    {
        Service.Role = Service.Role with { Token = token };

        Assert.Equal(["1000001"], RunPlain("1000001 | Stop-NcpServerInstance").Numbers);
    }

    [Fact]
    public void A_server_without_metadata_has_no_key()
    {
        Service.Role = Service.Role with { Versions = MetadataVersions.Neither };

        Result result = RunPlain("1000001 | Stop-NcpServerInstance");

        Assert.Equal("NcpCredentialNotFound", Result.IdOf(result.Thrown!));
        Assert.Empty(ApiRequests);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public void A_token_and_a_key_that_expire_while_a_command_runs_are_renewed(int status)
    {
        Service.Role = Service.Role with { Versions = MetadataVersions.V2, TokenRefusedStatus = status };

        // After the first request both are gone: the key is another one, and every token has expired.
        Result result = RunPlain(
            """
            1000001, 1000002 | ForEach-Object {
                if ($_ -eq 1000002) {
                    while (-not ($service.Log.Requests | Where-Object { $_.Action -eq 'stopServerInstances' -and $_.Status })) {
                        [Threading.Thread]::Sleep(1)
                    }

                    $service.Role = $after
                }

                $_
            } | Stop-NcpServerInstance -BatchSize 1 -Verbose
            """,
            ("service", Service),
            ("after", Service.Role with { AccessKey = "SIMULATORROLEKEY0002", TokenGeneration = 1 }));

        Assert.Null(result.Thrown);
        Assert.Equal(["1000001", "1000002"], result.Numbers);
        Assert.Equal(
            ["SIMULATORROLEKEY0001", "SIMULATORROLEKEY0001", "SIMULATORROLEKEY0002"], ApiRequests.Select(request => request.AccessKey));
        Assert.Equal(2, MetadataRequests.Count(request => request.Method == "PUT"));
        Assert.Single(result.Verbose, text => text.StartsWith("The service rejected the access key", StringComparison.Ordinal));
    }

    [Fact]
    public void No_stream_shows_a_token_or_a_key()
    {
        Result result = RunPlain(
            """
            $DebugPreference = 'Continue'
            1000001, 'abc', 9999999 | Stop-NcpServerInstance -Verbose
            """);

        string[] texts =
        [
            .. result.Verbose, .. result.Debug, .. result.Warnings, .. result.Output.Select(item => $"{item}"),
            .. result.Errors.Select(error => $"{error} {error.Exception} {error.ErrorDetails?.RecommendedAction}"),
        ];
        string all = string.Join("\n", texts);
        Assert.Contains("role of this server", all, StringComparison.Ordinal);
        // A token of the simulator is 16 bytes in Base64.
        Assert.DoesNotMatch("[A-Za-z0-9+/]{22}==", all);
        Assert.DoesNotContain(Service.Role.AccessKey, all, StringComparison.Ordinal);
        Assert.DoesNotContain(Service.Role.SecretKey, all, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_region_is_the_one_that_it_is_in()
    {
        Service.Role = Service.Role with { RegionCode = "JPN" };

        Assert.Equal(["JPN"], RunPlain("Stop-NcpServerInstance 2000001").Values("RegionCode"));
        Assert.Equal(["JPN"], RunPlain("Get-NcpServerInstance").Values("RegionCode").Distinct());
        Assert.All(ApiRequests, request => Assert.Equal("JPN", request.RegionCode));
    }

    [Theory]
    [InlineData("Stop-NcpServerInstance 2000001 -RegionCode JPN")]
    [InlineData("[pscustomobject]@{ ServerInstanceNo = 2000001; RegionCode = 'JPN' } | Stop-NcpServerInstance")]
    [InlineData("Get-NcpServerInstance -RegionCode JPN")]
    public void Its_region_is_not_asked_for_where_another_is_given(string script)
    {
        Assert.Contains("2000001", RunPlain(script).Numbers);

        Assert.DoesNotContain(MetadataRequests, request => request.Path == RegionPath);
        Assert.All(ApiRequests, request => Assert.Equal("JPN", request.RegionCode));
    }

    [Fact]
    public void WhatIf_asks_for_nothing()
    {
        Result result = RunPlain("1000001, 1000002 | Stop-NcpServerInstance -WhatIf");

        Assert.Empty(result.Errors);
        Assert.Empty(Requests());
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>Sign in</html>")]
    public void A_region_that_is_not_known_is_left_to_the_service(string region)
    {
        Service.Role = Service.Role with { RegionCode = region };

        Result result = RunPlain("1000001, 1000002 | Stop-NcpServerInstance -BatchSize 1 -Verbose");

        Assert.Equal(["1000001", "1000002"], result.Numbers);
        Assert.All(ApiRequests, request => Assert.Null(request.RegionCode));
        Assert.Single(result.Verbose, "No region is known: the service uses its first one.");
        Assert.Single(MetadataRequests, request => request.Path == RegionPath);
    }

    public static IEnumerable<object[]> Twice =>
    [
        ["'1000006', $server"], ["$server, '1000006'"], ["'1000006', $server, ' 1000006 '"], ["'1000006', $row"], ["$row, '1000006'"],
    ];

    [Theory]
    [MemberData(nameof(Twice))]
    public void A_number_counts_once_with_its_region_and_without(string input)
    {
        Result result = RunPlain(
            $"""
            $row = [pscustomobject]@{'{'} ServerInstanceNo = '1000006'; RegionCode = ' KR ' {'}'}
            $server = Get-NcpServerInstance 1000006
            {input} | Invoke-NcpServerInterrupt -Force
            """);

        Assert.Empty(result.Errors);
        Assert.Equal(["1000006"], result.Numbers);
        Assert.Equal(1, Service.Fleet.Find("1000006")!.InterruptCount);
        Assert.Empty(Requests("getRegionList"));
    }

    [Fact]
    public void Numbers_with_this_region_and_without_one_share_a_request()
    {
        Result result = RunPlain("$server = Get-NcpServerInstance 1000006\n'1000007', $server, '1000008' | Stop-NcpServerInstance");

        Assert.Equal(["1000007", "1000006", "1000008"], result.Numbers);
        Assert.Single(Requests("stopServerInstances"));
    }

    private IEnumerable<string> RolePaths =>
    [
        "/latest/meta-data/iam/security-credentials/", "/latest/meta-data/iam/security-credentials/" + Service.Role.RoleId,
    ];
}
