namespace NcloudServer.EngineTests.Connections;

[Collection(ProcessEnvironment.Name)]
public sealed class EndpointTests(ModuleSession session) : EngineTest(session)
{
    // The session's own default comes before the environment too.
    private const string WithoutDefault =
        "$PSDefaultParameterValues = @{ '*-Ncp*:Credential' = $PSDefaultParameterValues['*-NcpServer*:Credential'] }";

    [Theory]
    [InlineData("EndpointUrl", "")]
    [InlineData("EndpointUrl", "/")]
    [InlineData("EndpointUrl", "/vserver/v2")]
    [InlineData("ApiUrl", "")]
    public void It_is_taken_from_the_parameter_before_the_environment(string parameter, string suffix)
    {
        // Nobody listens on the discard port.
        var environment = new Dictionary<string, string?> { ["NCLOUD_API_GW"] = "http://127.0.0.1:9" };

        Result result = ProcessEnvironment.With(environment, () => Run(
            $"{WithoutDefault}; 1000001 | Stop-NcpServerInstance -{parameter} $url",
            ("url", Service.EndpointUrl.AbsoluteUri.TrimEnd('/') + suffix)));

        Assert.Equal(["1000001"], result.Numbers);
        Assert.Equal("/vserver/v2/stopServerInstances", Requests().Single().Path);
    }

    [Theory]
    [InlineData("http://ncloud.invalid")]
    [InlineData("ftp://127.0.0.1")]
    [InlineData("https://user:password-in-the-address@ncloud.invalid")]
    public void One_that_is_not_secure_is_refused_before_anything_is_sent(string endpoint)
    {
        Result result = Run("1000001 | Stop-NcpServerInstance -EndpointUrl $endpoint", ("endpoint", endpoint));

        Assert.Empty(result.Output);
        ErrorRecord? thrown = result.Thrown;
        Assert.NotNull(thrown);
        Assert.Equal(Expected.ErrorId("NcpInsecureEndpoint", "StopNcpServerInstance"), thrown.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.SecurityError, thrown.CategoryInfo.Category);
        Assert.DoesNotContain("password-in-the-address", thrown.Exception.ToString());
        Assert.Contains("https://ncloud.apigw.ntruss.com", thrown.ErrorDetails.RecommendedAction);
        Assert.Empty(Requests());
    }
}
