using NcloudServer.Credentials;
using NcloudServer.Http;
using NcloudServer.Tests.Http;

namespace NcloudServer.Tests.Credentials;

/// <remarks>Page: compute-vmetadata-roledata.</remarks>
public sealed class ServerRoleKeySourceTests
{
    internal const string TokenPath = "/latest/api/token";
    internal const string RolesPath = "/latest/meta-data/iam/security-credentials/";

    // The address is there and answers: how quickly, decides no test.
    private const double Ample = 120;

    // A metadata address that speaks version 1 alone.
    private static readonly byte[] s_noToken = RawResponses.Response(405, string.Empty);

    [Theory]
    [InlineData("role-1", "role-1")]
    [InlineData("role-1\n", "role-1")]
    [InlineData("\r\n role-1 \r\nrole-2\r\n", "role-1")]
    [InlineData("a role/한", "a%20role%2F%ED%95%9C")]
    public async Task The_first_role_of_the_server_gives_the_key(string roles, string escaped)
    {
        await using var server = RawServer.Responding(
            s_noToken,
            RawResponses.Response(200, roles, "Content-Type: text/plain; charset=utf-8"),
            RawResponses.Response(200, """{"AccessKeyId":"ID","SecretAccessKey":"SECRET","Expiration":"2031-02-03T04:05:06Z","Later":1}"""));

        AccessKey? key = await FindAsync(server.Address);

        Assert.Equal(("ID", "SECRET"), (key?.Id, key?.Secret));
        Assert.Equal(new DateTimeOffset(2031, 2, 3, 4, 5, 6, TimeSpan.Zero), key?.Expiration);
        Assert.Equal([TokenPath, RolesPath, RolesPath + escaped], server.Requests.Select(request => request.Target));
    }

    [Theory]
    [InlineData(",\"Expiration\":\"2031-02-03T04:05:06Z\"", true)]
    [InlineData(",\"Expiration\":\"2031-02-03T13:05:06+09:00\"", true)]
    [InlineData(",\"Expiration\":\"2031-02-03T13:05:06.000000000+09:00\"", true)]
    [InlineData(",\"Expiration\":\"2031-02-03T13:05:06+0900\"", true)]
    [InlineData(",\"Expiration\":\"2031-02-03T04:05:06\"", true)]
    [InlineData(",\"Expiration\":null", false)]
    [InlineData(",\"Expiration\":\"\"", false)]
    [InlineData(",\"Expiration\":\"never\"", false)]
    [InlineData(",\"Expiration\":1924905600", false)]
    [InlineData(",\"Expiration\":{\"at\":[1]}", false)]
    [InlineData("", false)]
    public async Task A_key_of_a_role_may_say_until_when_it_is_good(string expiration, bool isSaid)
    {
        await using var server = RawServer.Responding(
            s_noToken,
            RawResponses.Response(200, "role"),
            RawResponses.Response(200, $$"""{"AccessKeyId":"ID","SecretAccessKey":"SECRET"{{expiration}}}"""));

        AccessKey? key = await FindAsync(server.Address);

        Assert.Equal("ID", key?.Id);
        Assert.Equal(isSaid ? new DateTimeOffset(2031, 2, 3, 4, 5, 6, TimeSpan.Zero) : null, key?.Expiration);
    }

    [Theory]
    [InlineData("NCLOUD_METADATA_API_ENDPOINT", "")]
    [InlineData("NCLOUD_METADATA_ENDPOINT", "")]
    [InlineData("NCLOUD_METADATA_API_ENDPOINT", "/")]
    public async Task The_metadata_address_comes_from_either_variable(string name, string ending)
    {
        await using var server = RawServer.Responding(RawResponses.Response(404, "none"));
        var source = new ServerRoleKeySource(new ServerMetadata(asked => asked == name ? server.Address + ending : null))
        {
            KeyTime = TimeSpan.FromSeconds(Ample),
        };

        Assert.Null(await source.KeyAsync(CancellationToken.None));
        Assert.Equal([TokenPath, RolesPath], server.Requests.Select(request => request.Target));
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(405)]
    [InlineData(302)]
    [InlineData(500)]
    [InlineData(204)]
    public async Task A_computer_without_a_role_has_no_key(int status)
    {
        await using var server = RawServer.Responding(RawResponses.Response(status, string.Empty, "Location: /elsewhere"));

        Assert.Null(await FindAsync(server.Address));
        Assert.DoesNotContain(server.Requests, request => request.Target is not (TokenPath or RolesPath));
        Assert.InRange(server.Requests.Count, 2, 4);
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(302)]
    [InlineData(500)]
    public async Task A_role_that_gives_no_key_is_none(int status)
    {
        await using var server = RawServer.Responding(
            s_noToken, RawResponses.Response(200, "role"), RawResponses.Response(status, "{}", "Location: /elsewhere"));

        Assert.Null(await FindAsync(server.Address));
        Assert.DoesNotContain(server.Requests, request => request.Target == "/elsewhere");
    }

    [Theory]
    [InlineData("", "never asked")]
    [InlineData("\r\n \n", "never asked")]
    [InlineData("role", "")]
    [InlineData("role", "<html>sign in</html>")]
    [InlineData("role", "{")]
    [InlineData("role", "[]")]
    [InlineData("role", "null")]
    [InlineData("role", "\"text\"")]
    [InlineData("role", "{}")]
    [InlineData("role", "{\"AccessKeyId\":{},\"SecretAccessKey\":1}")]
    [InlineData("role", "{\"AccessKeyId\":null,\"SecretAccessKey\":\"\"}")]
    [InlineData("<html>sign in</html>", "<html>sign in</html>")]
    public async Task Whatever_else_answers_at_the_address_gives_no_key(string roles, string key)
    {
        foreach (string type in new[] { "application/json", "text/html", "text/plain; charset=no-such-thing" })
        {
            await using var server = RawServer.Responding(
                s_noToken, RawResponses.Response(200, roles, "Content-Type: " + type), RawResponses.Response(200, key, "Content-Type: " + type));

            Assert.Null(await FindAsync(server.Address));
        }
    }

    [Fact]
    public async Task Half_a_pair_from_a_role_names_the_missing_half()
    {
        await using var server = RawServer.Responding(
            s_noToken, RawResponses.Response(200, "role"), RawResponses.Response(200, """{"AccessKeyId":"ID"}"""));

        NcpConfigurationException exception = await Assert.ThrowsAsync<NcpConfigurationException>(
            () => Source(server.Address).KeyAsync());

        Assert.Equal(NcpErrorId.NcpCredentialIncomplete, exception.Id);
        Assert.Contains("SecretAccessKey is missing", exception.Message, StringComparison.Ordinal);
    }

    internal static ServerRoleKeySource Source(string address, double seconds = Ample) =>
        new(new ServerMetadata(name => name == TestEnvironment.MetadataName ? address : null)) { KeyTime = TimeSpan.FromSeconds(seconds) };

    /// <summary>The key; null where there is none that can be used.</summary>
    internal static Task<AccessKey?> FindAsync(string address, double seconds = Ample) => Source(address, seconds).UsableKeyAsync();
}
