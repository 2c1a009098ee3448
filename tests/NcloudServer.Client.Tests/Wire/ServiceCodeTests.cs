using NcloudServer.Failures;
using Xunit;

namespace NcloudServer.Tests.Wire;

public sealed class ServiceCodeTests
{
    [Theory]
    [InlineData("1101003", NcpErrorId.NcpServerInstanceBusy, nameof(Fate.Busy))]
    [InlineData("1100031", NcpErrorId.NcpServerInstanceBusy, nameof(Fate.Busy))]
    [InlineData("25013", NcpErrorId.NcpServerInstanceBusy, nameof(Fate.Busy))]
    [InlineData("25017", NcpErrorId.NcpServerInstanceBusy, nameof(Fate.Busy))]
    [InlineData("23003", NcpErrorId.NcpServerInstanceBusy, nameof(Fate.Busy))]
    [InlineData("23006", NcpErrorId.NcpServerInstanceBusy, nameof(Fate.Busy))]
    [InlineData("1000", NcpErrorId.NcpServiceUnavailable, nameof(Fate.Unknown))]
    [InlineData("1300", NcpErrorId.NcpServiceUnavailable, nameof(Fate.Unknown))]
    [InlineData("800", NcpErrorId.NcpServiceUnavailable, nameof(Fate.Unknown))]
    [InlineData("3000100", NcpErrorId.NcpServiceUnavailable, nameof(Fate.Unknown))]
    public void A_code_that_is_known_to_pass_is_judged_alike_with_every_status(string code, NcpErrorId id, string fate)
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
                $"<stopServerInstancesResponse><returnCode>{code}</returnCode><returnMessage>text</returnMessage></stopServerInstancesResponse>",
            })
            {
                NcpServiceException refusal = Replies.Refusal(status, body);

                Assert.Equal((id, fate, code), (refusal.Id, refusal.Fate.ToString(), refusal.Code));
                Assert.Contains("text", refusal.Message, System.StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("10712", 400, NcpErrorId.NcpRequestRefused, nameof(Fate.Refused))]
    [InlineData("10712", 500, NcpErrorId.NcpServiceUnavailable, nameof(Fate.Unknown))]
    public void Another_code_is_judged_by_the_status(string code, int status, NcpErrorId id, string fate)
    {
        NcpServiceException refusal = Replies.Refusal(status, Replies.ServiceJson(code, "Not found product."));

        Assert.Equal((id, fate), (refusal.Id, refusal.Fate.ToString()));
        Assert.Contains("Not found product.", refusal.Message, System.StringComparison.Ordinal);
    }
}
