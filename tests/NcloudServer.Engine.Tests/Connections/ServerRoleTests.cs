using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Connections;

/// <summary>A command on a server of the platform, which has a role and no other key.</summary>
public sealed class ServerRoleTests : EnvironmentTest
{
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

        Assert.Equal(Expected.Numbers(1000001, 20), result.Numbers);
        Assert.All(ApiRequests, request =>
        {
            Assert.Equal((Service.Role.AccessKey, true, "KR"), (request.AccessKey, request.SignatureValid, request.RegionCode));
        });
        Assert.Equal(2, ApiRequests.Count);
        Assert.Equal(
            ["/latest/api/token", .. RolePaths, "/latest/meta-data/regionCode"], MetadataRequests.Select(request => request.Path));
        Assert.All(MetadataRequests.Skip(1), request => Assert.Equal(hasToken, request.HasMetadataToken));
        Assert.Single(result.Verbose, "The region is KR, from the metadata of this server.");
    }

    [Theory]
    [InlineData(401, null)]
    [InlineData(401, "yyyy-MM-dd'T'HH:mm:ss'+0000'")]
    public void A_token_and_a_key_that_expire_while_a_command_runs_are_renewed(int status, string? expirationFormat)
    {
        Service.Role = Service.Role with { Versions = MetadataVersions.V2, TokenRefusedStatus = status };
        Service.Role.ExpirationFormat = expirationFormat ?? Service.Role.ExpirationFormat;

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

    private IEnumerable<string> RolePaths =>
    [
        "/latest/meta-data/iam/security-credentials/", "/latest/meta-data/iam/security-credentials/" + Service.Role.RoleId,
    ];
}
