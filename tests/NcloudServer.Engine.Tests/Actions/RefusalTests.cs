using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Actions;

/// <summary>A stop that the service refuses.</summary>
public sealed class RefusalTests(ModuleSession session) : EngineTest(session)
{
    [Fact]
    public void A_429_is_repeated_after_the_time_that_Retry_After_asks_for_and_Verbose_says_so()
    {
        // Longer than the pause would be without it.
        Service.Faults.Add(FaultRules.Throttled(retryAfterSeconds: 2) with { Action = "stopServerInstances", Times = 1 });

        Result result = Run("1000001..1000003 | Stop-NcpServerInstance -Verbose");

        Assert.Empty(result.Errors);
        Assert.Equal(Expected.Numbers(1000001, 3), result.Numbers);
        Assert.Equal(["stopServerInstances", "stopServerInstances"], Requests().Select(request => request.Action));
        Assert.Single(result.Verbose, line => line.Contains("Repeating stopServerInstances in 2.0 s (1 of 3)"));
        // The service is never asked earlier; how much later is up to the computer.
        Assert.True((Requests()[1].Received - Requests()[0].Completed!.Value).TotalSeconds > 1.9);
        // Signed anew: the time is part of the signature.
        Assert.NotEqual(Requests()[0].Timestamp, Requests()[1].Timestamp);
        Assert.All(Requests(), request => Assert.True(request.SignatureValid));
    }

    [Fact]
    public void A_429_that_does_not_pass_is_an_error_of_its_own()
    {
        Service.Faults.Add(FaultRules.GatewayError(429, "420", "Rate Limited"));

        Result result = Run("1000001, 1000002 | Stop-NcpServerInstance -MaximumRetryCount 1");

        Assert.Equal(["NcpRateLimited", "NcpRateLimited"], result.ErrorIds);
        Assert.All(result.Errors, error => Assert.Equal(ErrorCategory.LimitsExceeded, error.CategoryInfo.Category));
        Assert.Equal(["1000001", "1000002"], result.Targets);
        Assert.Equal(["stopServerInstances", "stopServerInstances"], Requests().Select(request => request.Action));
    }

    [Theory]
    [InlineData("""{"responseError":{"returnCode":"10712","returnMessage":"Not found product."}}""")]
    [InlineData("""
        <?xml version="1.0"?><responseError><returnCode>10712</returnCode><returnMessage>Not found product.</returnMessage></responseError>
        """)]
    [InlineData("""
        {"stopServerInstancesResponse":{"requestId":"1","returnCode":"10712","returnMessage":"Not found product.","totalRows":0,
        "serverInstanceList":[]}}
        """)]
    public void A_refusal_is_read_as_one_although_it_comes_with_HTTP_200(string body)
    {
        Service.Faults.Add(FaultRules.Answer(200, body) with { Action = "stopServerInstances" });

        Result result = Run("1000001 | Stop-NcpServerInstance");

        Assert.Empty(result.Output);
        Assert.Equal(["NcpRequestRefused"], result.ErrorIds);
        Assert.Matches("10712.*Not found product", result.Errors[0].ToString());
        Assert.Equal(["stopServerInstances", "getServerInstanceList"], Requests().Select(request => request.Action));
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    public void A_page_that_is_not_the_services_is_an_invalid_response(int status)
    {
        Service.Faults.Add(FaultRules.Answer(status, "<html><body>Proxy: blocked</body></html>"));

        Result result = Run("1000001, 1000002 | Stop-NcpServerInstance");

        Assert.Equal(["NcpInvalidResponse", "NcpInvalidResponse"], result.ErrorIds);
        Assert.All(result.Errors, error => Assert.Equal(ErrorCategory.InvalidResult, error.CategoryInfo.Category));
        Assert.Equal(["1000001", "1000002"], result.Targets);
        Assert.Single(Requests());
    }
}
