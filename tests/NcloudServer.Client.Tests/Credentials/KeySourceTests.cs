using NcloudServer.Credentials;
using NcloudServer.Http;

namespace NcloudServer.Tests.Credentials;

/// <summary>The given pair, the environment and a profile.</summary>
public sealed class KeySourceTests
{
    [Theory]
    [InlineData("NCLOUD_ACCESS_KEY_ID", "NCLOUD_SECRET_ACCESS_KEY")]
    [InlineData("NCLOUD_ACCESS_KEY", "NCLOUD_SECRET_KEY")]
    [InlineData("NCLOUD_ACCESS_KEY_ID", "NCLOUD_SECRET_KEY")]
    [InlineData("NCLOUD_ACCESS_KEY", "NCLOUD_SECRET_ACCESS_KEY")]
    public async Task The_environment_may_use_the_newer_and_the_older_names(string idName, string secretName)
    {
        using var here = new TestEnvironment { [idName] = "ID", [secretName] = "SECRET" };

        await AssertKeyAsync("ID", "SECRET", new EnvironmentKeySource(here.Variable));
    }

    [Theory]
    [InlineData("NEW", "NEW")]
    [InlineData("", "OLD")]
    [InlineData("  ", "OLD")]
    [InlineData(null, "OLD")]
    public async Task The_newer_name_wins_unless_it_is_empty(string? newer, string expected)
    {
        using var here = new TestEnvironment
        {
            ["NCLOUD_ACCESS_KEY_ID"] = newer,
            ["NCLOUD_ACCESS_KEY"] = "OLD",
            ["NCLOUD_SECRET_ACCESS_KEY"] = newer,
            ["NCLOUD_SECRET_KEY"] = "OLD",
        };

        await AssertKeyAsync(expected, expected, new EnvironmentKeySource(here.Variable));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("", "")]
    [InlineData(" ", "\t")]
    public async Task An_environment_without_either_has_no_key(string? id, string? secret)
    {
        using var here = new TestEnvironment { ["NCLOUD_ACCESS_KEY_ID"] = id, ["NCLOUD_SECRET_ACCESS_KEY"] = secret };

        Assert.Null(await new EnvironmentKeySource(here.Variable).KeyAsync(CancellationToken.None));
    }

    [Theory]
    [InlineData("ID", null, "NCLOUD_SECRET_ACCESS_KEY is missing")]
    [InlineData("ID", " ", "NCLOUD_SECRET_ACCESS_KEY is missing")]
    [InlineData(null, "SECRET", "NCLOUD_ACCESS_KEY_ID is missing")]
    [InlineData("", "SECRET", "NCLOUD_ACCESS_KEY_ID is missing")]
    public async Task Half_a_pair_in_the_environment_names_the_missing_half(string? id, string? secret, string expected)
    {
        using var here = new TestEnvironment { ["NCLOUD_ACCESS_KEY_ID"] = id, ["NCLOUD_SECRET_ACCESS_KEY"] = secret };

        await AssertIncompleteAsync(expected, new EnvironmentKeySource(here.Variable));
    }

    [Theory]
    [InlineData("ncloud_access_key_id = ID", "ncloud_secret_access_key is missing")]
    [InlineData("ncloud_access_key_id = ID\nncloud_secret_access_key =", "ncloud_secret_access_key is missing")]
    [InlineData("ncloud_secret_access_key = SECRET", "ncloud_access_key_id is missing")]
    public async Task Half_a_pair_in_a_profile_names_the_missing_half_the_file_and_the_profile(string lines, string expected)
    {
        using var here = new TestEnvironment("[project]\n" + lines);
        foreach (bool isRequired in new[] { false, true })
        {
            NcpConfigurationException exception = await AssertIncompleteAsync(
                expected, new ProfileKeySource(here.File, "project", isRequired));

            Assert.Contains($"{here.Path}, profile project", exception.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("ID", "", "the password (the secret key) is missing")]
    [InlineData("", "SECRET", "the user name (the access key) is missing")]
    [InlineData(" ", " ", "are both missing")]
    public async Task Half_a_given_pair_or_none_is_an_error_that_says_which(string userName, string password, string expected) =>
        await AssertIncompleteAsync(expected, new GivenKeySource(userName, password));

    [Fact]
    public async Task A_given_pair_is_trimmed() => await AssertKeyAsync("ID", "SECRET", new GivenKeySource(" ID\r\n", "\tSECRET "));

    [Theory]
    [InlineData("\"ID\"", "'SECRET'", "ID", "SECRET")]
    [InlineData("'ID'", " \" SECRET \" ", "ID", "SECRET")]
    [InlineData("ID", "\"SECRET", "ID", "\"SECRET")]
    [InlineData("ID", "'SECRET\"", "ID", "'SECRET\"")]
    public async Task Quotes_around_a_key_are_none_of_its_own(string id, string secret, string expectedId, string expectedSecret)
    {
        using var here = new TestEnvironment($"[DEFAULT]\nncloud_access_key_id = {id}\nncloud_secret_access_key = {secret}")
        {
            ["NCLOUD_ACCESS_KEY_ID"] = id,
            ["NCLOUD_SECRET_ACCESS_KEY"] = secret,
        };

        await AssertKeyAsync(expectedId, expectedSecret, new ProfileKeySource(here.File, "DEFAULT", isRequired: false));
        await AssertKeyAsync(expectedId, expectedSecret, new EnvironmentKeySource(here.Variable));
    }

    [Fact]
    public async Task A_profile_that_nobody_asked_for_may_be_missing_or_without_keys()
    {
        using var here = new TestEnvironment("[DEFAULT]\nncloud_api_url = https://x.example");

        Assert.Null(await new ProfileKeySource(here.File, "DEFAULT", isRequired: false).KeyAsync(CancellationToken.None));
        Assert.Null(await new ProfileKeySource(here.File, "other", isRequired: false).KeyAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_profile_that_was_asked_for_has_to_be_there_with_its_keys()
    {
        using var here = new TestEnvironment("[DEFAULT]\nncloud_api_url = https://x.example");

        await AssertIncompleteAsync(
            "ncloud_access_key_id and ncloud_secret_access_key are missing", new ProfileKeySource(here.File, "DEFAULT", isRequired: true));
        NcpConfigurationException exception = await Assert.ThrowsAsync<NcpConfigurationException>(
            async () => await new ProfileKeySource(here.File, "other", isRequired: true).KeyAsync(CancellationToken.None));
        Assert.Equal(NcpErrorId.NcpProfileNotFound, exception.Id);
    }

    [Theory]
    [InlineData("!")]
    [InlineData("~")]
    public async Task Any_visible_character_of_ascii_may_be_in_an_access_key(string id) =>
        await AssertKeyAsync(id, "SECRET", new GivenKeySource(id, "SECRET"));

    internal static async Task AssertKeyAsync(string id, string secret, IAccessKeySource source)
    {
        AccessKey? key = await source.KeyAsync(CancellationToken.None);

        Assert.Equal((id, secret, null), (key?.Id, key?.Secret, key?.Expiration));
    }

    private static async Task<NcpConfigurationException> AssertIncompleteAsync(string expected, IAccessKeySource source)
    {
        NcpConfigurationException exception = await Assert.ThrowsAsync<NcpConfigurationException>(
            async () => await source.KeyAsync(CancellationToken.None));

        Assert.Equal(NcpErrorId.NcpCredentialIncomplete, exception.Id);
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET ", exception.ToString(), StringComparison.Ordinal);
        return exception;
    }
}
