using NcloudServer.Simulator;
using NcloudServer.Tests.Http;

namespace NcloudServer.EngineTests.Connections;

/// <summary>A firewall, or a proxy, that swallows what is sent: nothing was carried out, and that is said.</summary>
public sealed class UnreachableTests(ModuleSession session) : EngineTest(session)
{
    [Theory]
    [InlineData("1000001..1001000 | Invoke-NcpServerInterrupt -Force")]
    [InlineData("1000001..1001000 | Stop-NcpServerInstance -BatchSize 10")]
    public void A_thousand_numbers_end_with_the_repeats_of_one(string script)
    {
        using var hole = new Blackhole();

        Result result = Run(
            $"{script} -EndpointUrl $url -TimeoutSec 1 -MaximumRetryCount 1 -NoProxy -Verbose", ("url", "https://" + hole.Authority));

        Assert.Null(result.Thrown);
        Assert.Empty(result.Output);
        Assert.Equal(Expected.Numbers(1000001, 1000), result.Targets.Order());
        Assert.Equal(["NcpConnectionFailed"], result.ErrorIds.Distinct());
        Assert.All(result.Errors, error => Assert.Contains("No connection to " + hole.Authority, error.ToString()));
        // Those that were in flight when it became known may each have paused once; no more.
        Assert.InRange(result.Verbose.Count(line => line.Contains("Repeating ", StringComparison.Ordinal)), 1, 8);
    }

    [Theory]
    [InlineData(502, "HTTP 502.", 1)]
    [InlineData(503, "HTTP 503.", 1)]
    [InlineData(403, "HTTP 403.", 0)]
    [InlineData(0, "through the proxy", 1)]
    [InlineData(-1, "through the proxy", 1)]
    public async Task A_proxy_that_makes_no_tunnel_is_named_and_asked_again_where_that_may_help(int status, string said, int repeats)
    {
        await using var proxy = new FailingProxy(status);

        Result result = Run(
            "1000001 | Invoke-NcpServerInterrupt -Force -EndpointUrl https://gateway.invalid -Proxy $proxy -TimeoutSec 1 "
            + "-MaximumRetryCount 1 -Verbose",
            ("proxy", proxy.Address));

        Assert.Equal(["NcpConnectionFailed"], result.ErrorIds);
        string text = result.Errors[0].ToString();
        Assert.Contains($"he proxy {proxy.Address} (from -Proxy)", text, StringComparison.Ordinal);
        Assert.Contains(said, text, StringComparison.Ordinal);
        Assert.DoesNotContain("\".", text, StringComparison.Ordinal);
        Assert.Equal(repeats, result.Verbose.Count(line => line.Contains("Repeating ", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_proxy_that_refuses_connections_is_not_taken_for_the_gateway()
    {
        using var closed = new ClosedPort();

        Result result = Run("1000001 | Stop-NcpServerInstance -Proxy $proxy -MaximumRetryCount 0", ("proxy", closed.Address));

        Assert.Contains($"through the proxy {closed.Address} (from -Proxy)", Assert.Single(result.Errors).ToString());
        Assert.Contains("-NoProxy", result.Errors[0].ErrorDetails.RecommendedAction);
    }

    [Theory]
    [InlineData("-Proxy http://127.0.0.1:9")]
    [InlineData("-ProxyUseDefaultCredentials")]
    [InlineData("-ProxyCredential $key")]
    public void NoProxy_excludes_the_other_parameters_of_a_proxy(string parameter)
    {
        Result result = Run($"1000001 | Stop-NcpServerInstance -NoProxy {parameter}", ("key", ModuleSession.CredentialOf("a", "b")));

        Assert.Equal("ProxyConflict", Result.IdOf(result.Thrown!));
        Assert.Empty(Requests());
    }

    [Fact]
    public void NoProxy_goes_straight_to_the_gateway() =>
        Assert.Equal(["1000001"], Run("1000001 | Stop-NcpServerInstance -NoProxy").Numbers);
}
