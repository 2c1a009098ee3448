using NcloudServer.Api;
using NcloudServer.Credentials;
using NcloudServer.Tests.Http;
using static NcloudServer.Tests.Api.ConnectionSettingsTests;

namespace NcloudServer.Tests.Api;

/// <summary>Which region counts where the input names none.</summary>
public sealed class ConnectionSettingsRegionTests
{
    public static TheoryData<int> Combinations => Numbers(1 << 6);

    [Theory]
    [InlineData("KR", "KR")]
    [InlineData(" FKR ", "FKR")]
    [InlineData("", null)]
    [InlineData(" ", null)]
    [InlineData(null, null)]
    public void The_default_region_is_the_environments_else_none(string? value, string? expected)
    {
        using var here = new TestEnvironment { ["NCLOUD_REGION"] = value };

        Assert.Equal(expected, here.Settings().DefaultRegion()?.Code);
    }

    [Theory]
    [MemberData(nameof(Combinations))]
    public void The_region_comes_from_the_environment_else_from_the_profile_in_use(int combination)
    {
        bool variable = Has(combination, 0), named = Has(combination, 1), namedByVariable = Has(combination, 2);
        bool given = Has(combination, 3), environment = Has(combination, 4), byDefault = Has(combination, 5);
        using var here = new TestEnvironment(
            $"[DEFAULT]\n{(byDefault ? "ncloud_region = DEFAULT" : "")}\n[named]\nncloud_region=NAMED\n[other]\nncloud_region =  OTHER  ")
        {
            ["NCLOUD_REGION"] = variable ? "VARIABLE" : null,
            ["NCLOUD_PROFILE"] = namedByVariable ? "other" : null,
            ["NCLOUD_ACCESS_KEY_ID"] = environment ? "ID" : null,
        };

        RegionSetting? region = here.Settings(named ? "named" : null, credential: given ? ("ID", "S") : null).DefaultRegion();

        // A profile that nobody names is in use only where the key does not come from elsewhere.
        string? expected = variable ? "VARIABLE" : named ? "NAMED" : namedByVariable ? "OTHER"
            : byDefault && !given && !environment ? "DEFAULT" : null;
        Assert.Equal(expected, region?.Code);
        Assert.Equal(
            expected switch
            {
                null => null,
                "VARIABLE" => "NCLOUD_REGION",
                "DEFAULT" => "profile DEFAULT",
                _ => expected == "NAMED" ? "profile named" : "profile other",
            },
            region?.Source);
    }

    [Theory]
    [InlineData("ncloud_region = KR", "KR")]
    [InlineData("NCLOUD_REGION=KR", "KR")]
    [InlineData("ncloud_region = ", null)]
    [InlineData("ncloud_region = K R ", "K R")]
    [InlineData("ncloud_region = \"KR\"", "\"KR\"")]
    [InlineData("ncloud_region = 한국&x=1", "한국&x=1")]
    public void A_region_is_taken_from_the_profile_as_it_is_written(string line, string? expected)
    {
        using var here = new TestEnvironment("[project]\n" + line);

        Assert.Equal(expected, here.Settings("project").DefaultRegion()?.Code);
    }

    [Fact]
    public void A_named_profile_has_to_be_there_and_one_that_the_environment_names_may_be_missing()
    {
        using var here = new TestEnvironment("[DEFAULT]\nncloud_region = KR") { ["NCLOUD_PROFILE"] = "missing" };

        Assert.Null(here.Settings().DefaultRegion());
        Assert.Equal(
            NcpErrorId.NcpProfileNotFound, Assert.Throws<NcpConfigurationException>(() => here.Settings("typo").DefaultRegion()).Id);
    }

    [Fact]
    public void The_file_is_not_read_for_a_region_that_the_environment_names()
    {
        var settings = new ConnectionSettings(
            name => name == "NCLOUD_REGION" ? "KR" : null, () => throw new InvalidOperationException("file"));

        Assert.Equal("KR", settings.DefaultRegion()?.Code);
    }

    [Theory]
    [InlineData("", "KR")]
    [InlineData("[DEFAULT]\nncloud_access_key_id=ID\nncloud_secret_access_key=S", null)]
    public async Task The_region_of_this_server_is_asked_for_only_where_the_key_is_its_roles(string configure, string? expected)
    {
        await using var metadata = RawServer.Responding(
            RawResponses.Response(404, string.Empty),
            RawResponses.Response(200, "role"),
            RawResponses.Response(200, """{"AccessKeyId":"ROLE","SecretAccessKey":"S"}"""),
            RawResponses.Response(200, "KR"));
        using var here = new TestEnvironment(configure) { [TestEnvironment.MetadataName] = metadata.Address };
        using CredentialChain chain = here.Settings().Credentials();

        Assert.Equal(expected, (await chain.FindRegionAsync(default))?.Code);
        Assert.Equal(expected is null ? 0 : 4, metadata.Requests.Count);
    }
}
