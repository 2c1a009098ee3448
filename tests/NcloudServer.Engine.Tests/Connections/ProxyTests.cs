using NcloudServer.Simulator;
using NcloudServer.Tests.Http;

namespace NcloudServer.EngineTests.Connections;

/// <summary>The service answers as a proxy; nobody listens at the endpoint itself.</summary>
public sealed class ProxyTests(ModuleSession session) : EngineTest(session)
{
    [Theory]
    [InlineData("Stop-NcpServerInstance")]
    [InlineData("Invoke-NcpServerInterrupt -Force")]
    public void It_is_asked_for_the_whole_address(string command)
    {
        Result result = Run($"1000001 | {command} -EndpointUrl http://127.0.0.1:9 -Proxy $proxy", ("proxy", Service.EndpointUrl));

        Assert.Equal(["1000001"], result.Numbers);
        LoggedRequest request = Assert.Single(Requests());
        Assert.StartsWith("http://127.0.0.1:9/vserver/v2/", request.RawTarget);
        Assert.True(request.SignatureValid);
    }

    [Fact]
    public void It_is_named_in_the_recommended_action_when_nobody_listens_there()
    {
        using var closed = new ClosedPort();

        Result result = Run("1000001 | Stop-NcpServerInstance -Proxy $proxy -MaximumRetryCount 0", ("proxy", closed.Address));

        Assert.Equal(["NcpConnectionFailed"], result.ErrorIds);
        Assert.Contains("proxy", result.Errors[0].ErrorDetails.RecommendedAction);
        Assert.Empty(Requests());
    }

    [Theory]
    [InlineData("<html>Sign in</html>")]
    [InlineData("")]
    public void One_that_requires_a_login_is_an_error_for_each_number_that_names_ProxyCredential(string page)
    {
        Service.Faults.Add(FaultRules.Answer(407, page) with
        {
            Headers = new Dictionary<string, string> { ["Proxy-Authenticate"] = "Basic realm=\"proxy\"" },
        });

        Result result = Run(
            "1000001, 1000002 | Stop-NcpServerInstance -EndpointUrl http://127.0.0.1:9 -Proxy $proxy", ("proxy", Service.EndpointUrl));

        Assert.Equal(["1000001", "1000002"], result.Targets);
        Assert.Equal(
            Expected.ErrorIds("NcpConnectionFailed", "StopNcpServerInstance", 2),
            result.Errors.Select(error => error.FullyQualifiedErrorId));
        Assert.All(result.Errors, error => Assert.Contains("-ProxyCredential", error.ErrorDetails.RecommendedAction));
        Assert.Single(Requests());
    }
}
