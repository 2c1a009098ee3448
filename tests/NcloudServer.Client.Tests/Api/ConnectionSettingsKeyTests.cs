using NcloudServer.Credentials;
using NcloudServer.Tests.Http;
using static NcloudServer.Tests.Api.ConnectionSettingsTests;

namespace NcloudServer.Tests.Api;

/// <summary>Which of several access keys counts: every combination of those that are there and those that are not.</summary>
public sealed class ConnectionSettingsKeyTests
{
    public static TheoryData<int> CredentialCombinations => Numbers(1 << 5);

    [Theory]
    [MemberData(nameof(CredentialCombinations))]
    public async Task The_key_comes_from_parameter_named_profile_environment_default_profile_or_role_in_this_order(int combination)
    {
        bool given = Has(combination, 0), named = Has(combination, 1), environment = Has(combination, 2);
        bool byDefault = Has(combination, 3), role = Has(combination, 4);
        await using var metadata = RawServer.Responding(
            RawResponses.Response(404, string.Empty),
            RawResponses.Response(role ? 200 : 404, "role"),
            RawResponses.Response(200, """{"AccessKeyId":"ROLE","SecretAccessKey":"S"}"""));
        using var here = new TestEnvironment(
            $"{(byDefault ? "ncloud_access_key_id=DEFAULT\nncloud_secret_access_key=S" : "")}\n"
            + "[project]\nncloud_access_key_id=NAMED\nncloud_secret_access_key=S")
        {
            ["NCLOUD_ACCESS_KEY_ID"] = environment ? "ENVIRONMENT" : null,
            ["NCLOUD_SECRET_ACCESS_KEY"] = environment ? "S" : null,
            [TestEnvironment.MetadataName] = metadata.Address,
        };
        using CredentialChain chain = here.Settings(named ? "project" : null, credential: given ? ("GIVEN", "S") : null).Credentials();

        string expected = given ? "GIVEN" : named ? "NAMED" : environment ? "ENVIRONMENT" : byDefault ? "DEFAULT" : role ? "ROLE" : "none";
        if (expected == "none")
        {
            Assert.Equal(
                NcpErrorId.NcpCredentialNotFound,
                (await Assert.ThrowsAsync<NcpConfigurationException>(() => chain.GetAsync(CancellationToken.None))).Id);
        }
        else
        {
            Assert.Equal(expected, (await chain.GetAsync(CancellationToken.None)).Id);
        }

        // The metadata address is not requested where another source has a key.
        Assert.Equal(expected is "ROLE" or "none", metadata.Requests.Count > 0);
    }

    [Theory]
    [InlineData("project", "PROJECT")]
    [InlineData("missing", null)]
    public async Task A_profile_that_the_environment_names_has_to_be_there(string profile, string? expected)
    {
        using var here = new TestEnvironment(
            "[DEFAULT]\nncloud_access_key_id=DEFAULT\nncloud_secret_access_key=S\n"
            + "[project]\nncloud_access_key_id=PROJECT\nncloud_secret_access_key=S")
        {
            ["NCLOUD_PROFILE"] = profile,
        };
        using CredentialChain chain = here.Settings().Credentials();

        if (expected is null)
        {
            Assert.Equal(
                NcpErrorId.NcpProfileNotFound,
                (await Assert.ThrowsAsync<NcpConfigurationException>(() => chain.GetAsync(CancellationToken.None))).Id);
        }
        else
        {
            Assert.Equal(expected, (await chain.GetAsync(CancellationToken.None)).Id);
        }
    }
}
