using NcloudServer.Failures;

namespace NcloudServer.Tests.Wire;

public sealed class FailureReaderServiceCodeTests
{
    [Theory]
    [InlineData("1101003", NcpErrorId.NcpServerInstanceBusy, nameof(FailureKind.Busy))]
    [InlineData("1100031", NcpErrorId.NcpServerInstanceBusy, nameof(FailureKind.Busy))]
    [InlineData("1000", NcpErrorId.NcpServiceUnavailable, nameof(FailureKind.Indeterminate))]
    [InlineData("3000", NcpErrorId.NcpServiceUnavailable, nameof(FailureKind.Indeterminate))]
    [InlineData("3000100", NcpErrorId.NcpServiceUnavailable, nameof(FailureKind.Indeterminate))]
    [InlineData("1007009", NcpErrorId.NcpServerInstanceBusy, nameof(FailureKind.Busy))]
    [InlineData("1100000", NcpErrorId.NcpRequestRefused, nameof(FailureKind.Rejected))]
    [InlineData("10712", NcpErrorId.NcpRequestRefused, nameof(FailureKind.Rejected))]
    [InlineData("1401", NcpErrorId.NcpRequestRefused, nameof(FailureKind.Rejected))]
    [InlineData("1153027", NcpErrorId.NcpRequestRefused, nameof(FailureKind.Rejected))]
    public void A_known_code_is_judged_alike_with_every_status(string code, NcpErrorId id, string kind)
    {
        foreach (int status in new[] { 200, 400, 500 })
        {
            foreach (string body in new[]
            {
                Replies.ServiceJson(code),
                Replies.ServiceJson(code).Replace($"\"{code}\"", code, System.StringComparison.Ordinal),
                Replies.ServiceXml(code),
                $$$"""{"responseError":{"responseCode":"{{{code}}}","responseMessage":"text"}}""",
                $$$"""{"stopServerInstancesResponse":{"returnCode":"{{{code}}}","returnMessage":"text"}}""",
                $"<stopServerInstancesResponse><returnCode>{code}</returnCode><returnMessage>text</returnMessage>"
                    + "</stopServerInstancesResponse>",
            })
            {
                NcpServiceException refusal = Replies.Refusal(status, body);

                Assert.Equal((id, kind, code), (refusal.Id, refusal.Kind.ToString(), refusal.Code));
                Assert.Contains("text", refusal.Message, System.StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("4711", 400, NcpErrorId.NcpRequestRefused, nameof(FailureKind.Rejected))]
    [InlineData("4711", 500, NcpErrorId.NcpServiceUnavailable, nameof(FailureKind.Indeterminate))]
    public void Another_code_is_judged_by_the_status(string code, int status, NcpErrorId id, string kind)
    {
        NcpServiceException refusal = Replies.Refusal(status, Replies.ServiceJson(code, "Not found product."));

        Assert.Equal((id, kind), (refusal.Id, refusal.Kind.ToString()));
        Assert.Contains("Not found product.", refusal.Message, System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("10712", 400, true)]
    [InlineData("10712", 500, true)]
    [InlineData("1000", 500, false)]
    [InlineData("1101003", 400, false)]
    public void A_failure_with_a_code_of_the_service_may_be_about_one_server(string code, int status, bool expected) =>
        Assert.Equal(expected, Replies.Refusal(status, Replies.ServiceJson(code)).MayBeAboutOneServer);

    [Fact]
    public void A_failure_without_a_code_is_about_the_request() =>
        Assert.False(Replies.Refusal(500, "<html>Bad gateway</html>").MayBeAboutOneServer);
}
