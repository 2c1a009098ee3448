namespace NcloudServer.Tests.Wire;

/// <summary>Whether two requests were refused for the same reason can be told from the codes, in whatever way each of them came.</summary>
public sealed class FailureReaderRefusalTests
{
    [Theory]
    [InlineData(404, "300")]
    [InlineData(400, "100")]
    public void A_refusal_by_the_gateway_has_the_same_code_in_every_shape(int status, string code)
    {
        NcpServiceException[] refusals =
        [
            Replies.Refusal(status, Replies.GatewayJson(code, "Not Found Exception", "URL not found.")),
            Replies.Refusal(status, Replies.GatewayJson(code, "Another text")),
            Replies.Refusal(status, Replies.GatewayJson(code).Replace($"\"{code}\"", code)),
            Replies.Refusal(status, Replies.GatewayJson($" {code} ")),
            Replies.Refusal(status, Replies.GatewayXml(code)),
            Replies.Refusal(status, "\r\n<?xml version=\"1.0\"?>" + Replies.GatewayXml($" {code} ")),
            Replies.Refusal(status, string.Empty, ("x-ncp-apigw-error-code", code)),
            Replies.Refusal(status, "<html>no</html>", ("x-ncp-apigw-error-code", code)),
        ];

        Assert.Equal((code, status), Assert.Single(refusals.Select(refusal => (refusal.Code, (int)refusal.StatusCode)).Distinct()));
    }

    [Theory]
    [InlineData("1100000")]
    [InlineData("10712")]
    public void A_refusal_by_the_service_has_the_same_code_whichever_action_it_answers(string code)
    {
        NcpServiceException[] refusals =
        [
            Replies.Refusal(400, Replies.ServiceJson(code, "invalid parameter")),
            Replies.Refusal(400, Replies.ServiceJson(code).Replace($"\"{code}\"", code)),
            Replies.Refusal(400, Replies.ServiceXml(code)),
            Replies.Refusal(400, $$$"""{"responseError":{"responseCode":"{{{code}}}","responseMessage":"text"}}"""),
            Replies.Refusal(400, $$$"""{"stopServerInstancesResponse":{"returnCode":"{{{code}}}"}}"""),
            Replies.Refusal(400, $$$"""{"getServerInstanceListResponse":{"returnCode":"{{{code}}}"}}"""),
        ];

        Assert.Equal((code, 400), Assert.Single(refusals.Select(refusal => (refusal.Code, (int)refusal.StatusCode)).Distinct()));
    }

    [Fact]
    public void Refusals_for_different_reasons_have_different_codes() => Assert.NotEqual(
        Replies.Refusal(400, Replies.ServiceJson("1100000")).Code, Replies.Refusal(400, Replies.ServiceJson("10712")).Code);

    [Fact]
    public void A_refusal_without_a_code_has_an_empty_one_and_its_status() =>
        Assert.Equal((string.Empty, 404), (Replies.Refusal(404, string.Empty).Code, (int)Replies.Refusal(404, string.Empty).StatusCode));
}
