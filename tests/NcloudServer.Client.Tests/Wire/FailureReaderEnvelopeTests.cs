using NcloudServer.Failures;

namespace NcloudServer.Tests.Wire;

public sealed class FailureReaderEnvelopeTests
{
    [Theory]
    [InlineData("""{"error":{"errorCode":"200","message":"Authentication Failed","details":"Invalid authentication information."}}""")]
    [InlineData(
        """{"error":{"details":"Invalid authentication information.","later":[{}],"message":"Authentication Failed","errorCode":200}}""")]
    [InlineData("<error><errorCode>200</errorCode><message>Authentication Failed</message>"
        + "<details>Invalid authentication information.</details></error>")]
    public void The_gateways_words_and_details_reach_the_reader(string body)
    {
        NcpServiceException refusal = Responses.Refusal(401, body);

        Assert.Equal((NcpErrorId.NcpAuthenticationFailed, "200"), (refusal.Id, refusal.Code));
        Assert.Contains("Authentication Failed Invalid authentication information.", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"error":{"errorCode":"210","message":"Permission Denied","details":null}}""")]
    [InlineData("""{"error":{"errorCode":"210","message":"Permission Denied","details":""}}""")]
    [InlineData("""{"error":{"errorCode":"210","message":"Permission Denied","details":" "}}""")]
    [InlineData("""{"error":{"errorCode":"210","message":"Permission Denied","details":"Permission Denied"}}""")]
    [InlineData("""{"error":{"errorCode":"210","message":"Permission Denied","details":{"a":1}}}""")]
    [InlineData("""{"error":{"errorCode":"210","message":"Permission Denied"}}""")]
    [InlineData("<error><errorCode>210</errorCode><message>Permission Denied</message><details/></error>")]
    [InlineData("<error><errorCode>210</errorCode><message>Permission Denied</message></error>")]
    public void Details_can_be_null_empty_or_missing(string body) =>
        Assert.EndsWith("(HTTP 401, code 210, Permission Denied).", Responses.Refusal(401, body).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"responseError":{"returnCode":"1234567","returnMessage":"서버를 찾을 수 없습니다."}}""")]
    [InlineData("""{"responseError":{"returnCode":1234567,"returnMessage":"서버를 찾을 수 없습니다."}}""")]
    [InlineData("""{"responseError":{"responseCode":"1234567","responseMessage":"서버를 찾을 수 없습니다."}}""")]
    [InlineData("<responseError><returnCode>1234567</returnCode><returnMessage>서버를 찾을 수 없습니다.</returnMessage></responseError>")]
    [InlineData("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
        + "<responseError>\n  <returnCode>1234567</returnCode>\n  <returnMessage>서버를 찾을 수 없습니다.</returnMessage>\n</responseError>")]
    [InlineData("<responseError><responseCode>1234567</responseCode><responseMessage>서버를 찾을 수 없습니다.</responseMessage></responseError>")]
    public void The_services_code_and_words_reach_the_reader_of_either_format(string body)
    {
        foreach (int status in new[] { 200, 400 })
        {
            NcpServiceException refusal = Responses.Refusal(status, body);

            Assert.Equal((NcpErrorId.NcpRequestRefused, "1234567", FailureKind.Rejected), (refusal.Id, refusal.Code, refusal.Kind));
            Assert.Contains("서버를 찾을 수 없습니다.", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("""{"error":{"errorCode":"410","message":"Throttle Limited"}}""", NcpErrorId.NcpRateLimited)]
    [InlineData("<error><errorCode>410</errorCode><message>Throttle Limited</message></error>", NcpErrorId.NcpRateLimited)]
    [InlineData("""{"responseError":{"returnCode":"1101003","returnMessage":"busy"}}""", NcpErrorId.NcpServerInstanceBusy)]
    [InlineData("<responseError><returnCode>1101003</returnCode></responseError>", NcpErrorId.NcpServerInstanceBusy)]
    [InlineData(
        """{"stopServerInstancesResponse":{"returnCode":"7","returnMessage":"no","serverInstanceList":[]}}""",
        NcpErrorId.NcpRequestRefused)]
    [InlineData("""{"stopServerInstancesResponse":{"returnCode":7,"serverInstanceList":[]}}""", NcpErrorId.NcpRequestRefused)]
    [InlineData("<stopServerInstancesResponse><returnCode>7</returnCode></stopServerInstancesResponse>", NcpErrorId.NcpRequestRefused)]
    public void A_response_with_status_200_can_hold_a_failure(string body, NcpErrorId expected)
    {
        NcpServiceException refusal = Responses.Refusal(200, body);

        Assert.Equal(expected, refusal.Id);
        Assert.Equal(200, (int)refusal.StatusCode);
    }

    [Theory]
    [InlineData("""{"error":null,"responseError":"""
        + """null,"stopServerInstancesResponse":{"returnCode":"0","serverInstanceList":[{"serverInstanceNo":"7"}]}}""")]
    public void An_error_that_is_null_is_none(string body) => Assert.Single(Responses.Read(body).Servers.Items!);

    /// <summary>Which of the two is true can't be told: as an error that passes, it would be sent again.</summary>
    [Fact]
    public void A_success_beside_an_error_leaves_the_outcome_open()
    {
        NcpResponseException contradiction = Responses.Foreign(
            200, """{"createServerInstancesResponse":{"returnCode":"0"},"responseError":{"returnCode":"1101003","returnMessage":"busy"}}""");

        Assert.Equal(FailureKind.Indeterminate, contradiction.Kind);
    }

    [Fact]
    public void A_success_with_a_status_of_failure_is_a_failure()
    {
        NcpServiceException refusal = Responses.Refusal(500, Samples.Json("stopServerInstances"));

        Assert.Equal((NcpErrorId.NcpServiceUnavailable, FailureKind.Indeterminate), (refusal.Id, refusal.Kind));
    }

    [Fact]
    public void The_headers_speak_where_the_body_is_empty()
    {
        NcpServiceException refusal = Responses.Refusal(
            429, string.Empty, ("x-ncp-apigw-error-code", "400"), ("x-ncp-apigw-error-message", "Quota Exceeded"));

        Assert.Equal((NcpErrorId.NcpQuotaExceeded, "400", FailureKind.NotExecuted), (refusal.Id, refusal.Code, refusal.Kind));
        Assert.Contains("Quota Exceeded", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_body_speaks_where_the_headers_say_something_else()
    {
        NcpServiceException refusal = Responses.Refusal(
            429, Responses.GatewayJson("410", "Throttle Limited"),
            ("x-ncp-apigw-error-code", "400"), ("x-ncp-apigw-error-message", "Quota Exceeded"));

        Assert.Equal((NcpErrorId.NcpRateLimited, "410"), (refusal.Id, refusal.Code));
        Assert.DoesNotContain("Quota Exceeded", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"stopServerInstancesResponse":{"requestId":"req-1","returnCode":"7"}}""", "trace-1", "req-1")]
    [InlineData(
        "<stopServerInstancesResponse><requestId>req-1</requestId><returnCode>7</returnCode></stopServerInstancesResponse>",
        "trace-1",
        "req-1")]
    [InlineData("""{"stopServerInstancesResponse":{"returnCode":"7"}}""", "trace-1", "trace-1")]
    [InlineData("""{"responseError":{"returnCode":"7"}}""", "trace-1", "trace-1")]
    [InlineData("""{"responseError":{"returnCode":"7"}}""", "", "")]
    public void The_request_is_named_by_its_envelope_else_by_its_trace(string body, string trace, string expected)
    {
        NcpServiceException refusal = trace.Length > 0 ? Responses.Refusal(400, body, ("x-ncp-trace-id", trace)) : Responses.Refusal(400, body);

        Assert.Equal(expected, refusal.RequestId);
    }

    [Fact]
    public void What_is_no_response_of_the_service_is_named_by_its_trace_too() =>
        Assert.Equal("trace-1", Responses.Foreign(200, "<html/>", ("x-ncp-trace-id", "trace-1")).RequestId);
}
