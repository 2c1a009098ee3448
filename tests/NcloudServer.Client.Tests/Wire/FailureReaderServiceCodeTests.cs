using NcloudServer.Failures;

namespace NcloudServer.Tests.Wire;

public sealed class FailureReaderServiceCodeTests
{
    [Theory]
    [InlineData("4711", 400, NcpErrorId.NcpRequestRefused, nameof(FailureKind.Rejected))]
    [InlineData("4711", 500, NcpErrorId.NcpServiceUnavailable, nameof(FailureKind.Indeterminate))]
    public void Another_code_is_judged_by_the_status(string code, int status, NcpErrorId id, string kind)
    {
        NcpServiceException refusal = Responses.Refusal(status, Responses.ServiceJson(code, "Not found product."));

        Assert.Equal((id, kind), (refusal.Id, refusal.Kind.ToString()));
        Assert.Contains("Not found product.", refusal.Message, System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("10712", 400, true)]
    [InlineData("10712", 500, true)]
    [InlineData("1000", 500, false)]
    [InlineData("1101003", 400, false)]
    public void A_failure_with_a_code_of_the_service_may_be_about_one_server(string code, int status, bool expected) =>
        Assert.Equal(expected, Responses.Refusal(status, Responses.ServiceJson(code)).MayBeAboutOneServer);

    [Fact]
    public void A_failure_without_a_code_is_about_the_request() =>
        Assert.False(Responses.Refusal(500, "<html>Bad gateway</html>").MayBeAboutOneServer);
}
