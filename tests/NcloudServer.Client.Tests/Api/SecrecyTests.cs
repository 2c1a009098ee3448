using NcloudServer.Credentials;
using NcloudServer.Http;
using NcloudServer.Operations;
using NcloudServer.Tests.Credentials;
using NcloudServer.Tests.Http;

namespace NcloudServer.Tests.Api;

public sealed class SecrecyTests
{
    [Fact]
    public async Task Neither_key_nor_secret_nor_signature_gets_into_the_log_of_a_call_that_works()
    {
        await using var server = RawServer.Responding(
            RawResponses.Response(200, RawResponses.EmptyServerList, "x-ncp-trace-id: t-1", "Set-Cookie: a=b"));
        using var client = new ClientUnderTest(server.Address);

        await client.Client.AuthenticateAsync(CancellationToken.None);
        await client.Client.FindAsync("KR", ["1"], until: null, CancellationToken.None);

        IReadOnlyList<string> log = client.TakeLog();
        // What is meant to be there, so that an empty log does not pass.
        Assert.Contains(
            log,
            text => text.StartsWith("GET http", StringComparison.Ordinal)
                && text.Contains("x-ncp-apigw-timestamp", StringComparison.Ordinal));
        Assert.Contains(
            log,
            text => text.StartsWith("HTTP 200", StringComparison.Ordinal)
                && text.Contains("x-ncp-trace-id: t-1", StringComparison.Ordinal));
        AssertKeepsSecrets(log, server);
    }

    [Theory]
    [InlineData("401", "a refused key")]
    [InlineData("429", "too many requests")]
    [InlineData("200", "a page that echoes the request")]
    [InlineData("cut", "a cut connection")]
    public async Task Neither_key_nor_secret_nor_signature_gets_into_the_log_or_the_exception_of_a_call_that_fails(string kind, string what)
    {
        await using var server = new RawServer(async connection =>
        {
            while (await connection.ReceiveAsync() is { } request)
            {
                if (kind == "cut")
                {
                    return;
                }

                // A 401 of the gateway holds its own words only; any other stranger may echo what it was sent.
                await connection.SendAsync(kind == "401"
                    ? RawResponses.Response(
                        401,
                        """{"error":{"errorCode":"200","message":"Authentication Failed","details":"Invalid authentication."}}""")
                    : RawResponses.Response(
                        int.Parse(kind, System.Globalization.CultureInfo.InvariantCulture),
                        $"<html><pre>{request.Head}</pre></html>",
                        "x-echo: " + request.Header("x-ncp-apigw-signature-v2")));
            }
        });
        using var client = new ClientUnderTest(server.Address, retries: 1);

        Exception? exception = await Record.ExceptionAsync(
            () => client.Client.FindAsync("KR", ["1"], until: null, CancellationToken.None));
        Exception? changing = await Record.ExceptionAsync(
            () => client.Client.ChangeAsync(ServerAction.Stop.Api, "KR", ["1"], until: null, CancellationToken.None));

        Assert.True(exception is NcpException && changing is NcpException, what);
        AssertKeepsSecrets(
            [.. client.TakeLog(), exception!.ToString(), ((NcpException)exception).RecommendedAction, changing!.ToString()], server);
    }

    [Theory]
    [InlineData(ClientUnderTest.AccessKeyId, "")]
    [InlineData("", ClientUnderTest.SecretKey)]
    [InlineData("KEY\nwith a break", ClientUnderTest.SecretKey)]
    [InlineData("열쇠", ClientUnderTest.SecretKey)]
    [InlineData(ClientUnderTest.SecretKey + " " + ClientUnderTest.SecretKey, ClientUnderTest.SecretKey)]
    public async Task Neither_key_nor_secret_gets_into_the_error_about_a_pair_that_is_not_right(string id, string secret)
    {
        var source = new GivenKeySource(id, secret);

        NcpConfigurationException exception = await Assert.ThrowsAsync<NcpConfigurationException>(
            () => source.KeyAsync());

        Assert.Equal(NcpErrorId.NcpCredentialIncomplete, exception.Id);
        Assert.DoesNotContain(ClientUnderTest.SecretKey, exception + exception.RecommendedAction, StringComparison.Ordinal);
        Assert.DoesNotContain(ClientUnderTest.AccessKeyId, exception + exception.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_does_not_print_itself() =>
        Assert.DoesNotContain("secret", new AccessKey("id", "the secret").ToString(), StringComparison.Ordinal);

    private static void AssertKeepsSecrets(IReadOnlyList<string> texts, RawServer server)
    {
        string all = string.Join('\n', texts);
        Assert.NotEmpty(server.Requests);
        foreach (string secret in server.Requests.Select(request => request.Header("x-ncp-apigw-signature-v2")!)
            .Append(ClientUnderTest.SecretKey).Append(ClientUnderTest.AccessKeyId))
        {
            Assert.DoesNotContain(secret, all, StringComparison.Ordinal);
        }
    }
}
