namespace NcloudServer.EngineTests.Streams;

/// <summary>Keys of the environment are named by their source and shown nowhere.</summary>
[Collection(ProcessEnvironment.Name)]
public sealed class EnvironmentSecretTests(ModuleSession session) : EngineTest(session)
{
    private const string Stop =
        "$PSDefaultParameterValues = @{}; $DebugPreference = 'Continue'; 1000001 | Stop-NcpServerInstance -Verbose";

    [Fact]
    public void A_key_of_the_environment_is_named_by_its_source_alone()
    {
        Result result = Run(Stop, Service.AccessKey, Service.SecretKey);

        Assert.Equal(["1000001"], result.Numbers);
        Assert.Single(result.Verbose, line => line.Contains(
            $"The endpoint is {Service.EndpointUrl}vserver/v2, the access key comes from the environment",
            System.StringComparison.Ordinal));
        Secrets.AssertHidden(Session, result);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Half_a_pair_does_not_show_the_half_that_is_there(bool hasAccessKey)
    {
        Result result = Run(Stop, hasAccessKey ? Service.AccessKey : null, hasAccessKey ? null : Service.SecretKey);

        Assert.Equal("NcpCredentialIncomplete", Result.IdOf(result.Thrown!));
        Assert.Empty(Requests());
        Secrets.AssertHidden(Session, result);
    }

    private Result Run(string script, string? accessKey, string? secretKey)
    {
        var variables = new Dictionary<string, string?>
        {
            ["NCLOUD_ACCESS_KEY_ID"] = accessKey,
            ["NCLOUD_SECRET_ACCESS_KEY"] = secretKey,
            ["NCLOUD_API_GW"] = Service.EndpointUrl.ToString(),
        };
        return ProcessEnvironment.With(variables, () => Run(script));
    }
}
