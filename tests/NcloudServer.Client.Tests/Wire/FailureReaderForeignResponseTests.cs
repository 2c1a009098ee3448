using NcloudServer.Failures;

namespace NcloudServer.Tests.Wire;

public sealed class FailureReaderForeignResponseTests
{
    private const string Page = "<html><head><title>Sign in</title></head><body>page-of-a-stranger<br></body></html>";

    [Theory]
    [InlineData(Page)]
    [InlineData("<!DOCTYPE html><html><body>page-of-a-stranger</body></html>")]
    [InlineData("page-of-a-stranger")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"somethingElse\":{}}")]
    [InlineData("<somethingElse/>")]
    [InlineData("{\"stopServerInstancesResponse\":null}")]
    [InlineData("{\"stopServerInstancesResponse\":\"page-of-a-stranger\"}")]
    [InlineData("{\"stopServerInstancesResponse\":[]}")]
    [InlineData("<stopServerInstancesResponse>page-of-a-stranger</stopServerInstancesResponse>")]
    [InlineData("{\"error\":\"page-of-a-stranger\"}")]
    public void Status_200_with_something_else_is_no_success_and_leaves_the_outcome_open(string body)
    {
        NcpResponseException exception = Responses.Foreign(200, body);

        Assert.Equal(FailureKind.Indeterminate, exception.Kind);
        // It may echo what was sent, headers included.
        Assert.DoesNotContain("page-of-a-stranger", exception.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(409)]
    public void A_refusing_status_over_a_body_that_says_done_leaves_the_outcome_open(int status)
    {
        NcpResponseException exception = Responses.Foreign(
            status, """{"stopServerInstancesResponse":{"returnCode":"0","totalRows":0,"serverInstanceList":[]}}""");

        Assert.Equal(FailureKind.Indeterminate, exception.Kind);
        Assert.Contains($"HTTP {status}", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(Page)]
    public void Status_101_is_no_refusal(string body) => Assert.Equal(FailureKind.Indeterminate, Responses.Foreign(101, body).Kind);

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(405)]
    [InlineData(407)]
    public void A_page_that_any_web_server_could_have_sent_says_nothing_about_account_or_server(int status)
    {
        NcpResponseException exception = Responses.Foreign(status, Page);

        Assert.Equal(FailureKind.NotExecuted, exception.Kind);
        Assert.DoesNotContain("page-of-a-stranger", exception.ToString(), StringComparison.Ordinal);
        Assert.Contains("proxy", exception.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401, NcpErrorId.NcpAuthenticationFailed, nameof(FailureKind.NotExecuted))]
    [InlineData(408, NcpErrorId.NcpServiceUnavailable, nameof(FailureKind.Indeterminate))]
    [InlineData(413, NcpErrorId.NcpRequestRefused, nameof(FailureKind.TooLarge))]
    [InlineData(414, NcpErrorId.NcpRequestRefused, nameof(FailureKind.TooLarge))]
    [InlineData(429, NcpErrorId.NcpRateLimited, nameof(FailureKind.Transient))]
    [InlineData(500, NcpErrorId.NcpServiceUnavailable, nameof(FailureKind.Indeterminate))]
    [InlineData(502, NcpErrorId.NcpServiceUnavailable, nameof(FailureKind.Indeterminate))]
    [InlineData(503, NcpErrorId.NcpServiceUnavailable, nameof(FailureKind.Indeterminate))]
    [InlineData(504, NcpErrorId.NcpServiceUnavailable, nameof(FailureKind.Indeterminate))]
    public void A_page_of_something_on_the_way_is_judged_by_its_status_and_not_repeated_to_the_reader(
        int status, NcpErrorId id, string kind)
    {
        NcpServiceException refusal = Responses.Refusal(status, Page);

        Assert.Equal((id, kind), (refusal.Id, refusal.Kind.ToString()));
        Assert.DoesNotContain("page-of-a-stranger", refusal.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public void A_redirection_is_an_error_that_names_where_it_leads(int status)
    {
        foreach (string body in new[] { string.Empty, Page })
        {
            NcpResponseException exception = Responses.Foreign(status, body, ("Location", "https://login.example/"));

            Assert.Equal(FailureKind.NotExecuted, exception.Kind);
            Assert.Contains("https://login.example/", exception.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_password_in_the_address_of_a_redirection_is_not_shown() => Assert.DoesNotContain(
        "hidden",
        Responses.Foreign(302, string.Empty, ("Location", "https://user:hidden@login.example/")).ToString(),
        StringComparison.Ordinal);

    [Fact]
    public void A_broken_document_is_described_by_the_place_alone()
    {
        NcpResponseException exception = Responses.Foreign(200, "<xResponse>\n<rootPassword>a&hidden;</rootPassword></xResponse>");

        Assert.DoesNotContain("hidden", exception.ToString(), StringComparison.Ordinal);
        Assert.Contains("Line 2", exception.InnerException!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://%zz:bad port/")]
    [InlineData("")]
    public void A_redirection_to_nowhere_is_the_same_error(string location) =>
        Assert.Equal(FailureKind.NotExecuted, Responses.Foreign(302, string.Empty, ("Location", location)).Kind);

    [Fact]
    public void A_redirection_without_a_destination_is_the_same_error() =>
        Assert.Equal(FailureKind.NotExecuted, Responses.Foreign(302, string.Empty).Kind);
}
