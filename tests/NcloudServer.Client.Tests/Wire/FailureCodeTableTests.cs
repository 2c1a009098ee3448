using NcloudServer.Failures;

namespace NcloudServer.Tests.Wire;

/// <summary>
/// Every published code of the service: what it is reported as, and whether the request may be repeated. A row a code: HTTP status, code,
/// text, what comes of it, and where the code was published.
/// </summary>
public sealed class FailureCodeTableTests
{
    private const string Terraform = "github.com/NaverCloudPlatform/terraform-provider-ncloud";
    private const string CbSpider = "github.com/cloud-barista/cb-spider";

    private const NcpErrorId Busy = NcpErrorId.NcpServerInstanceBusy;
    private const string Never = nameof(FailureKind.NotExecuted);
    private const string AfterAQuery = nameof(FailureKind.Indeterminate);
    private const string WhileBusy = nameof(FailureKind.Busy);
    private const string WithoutTheServer = nameof(FailureKind.Rejected);

    [Theory]
    [InlineData(400, "1101003", "The storage assigned to the server is in operation.", Busy, WhileBusy, Terraform)]
    [InlineData(400, "1100031", "The server cannot be controlled by the NCLOD API.", Busy, WhileBusy, Terraform)]
    [InlineData(500, "1000", "Please try your call again later.", NcpErrorId.NcpServiceUnavailable, AfterAQuery, Terraform)]
    [InlineData(400, "4711", "The storage allocated to the server is being manipulated.", Busy, WhileBusy, CbSpider)]
    [InlineData(400, "1100000", "invalid parameter", NcpErrorId.NcpRequestRefused, WithoutTheServer, Terraform)]
    [InlineData(500, "3000100", "External interworking failed.", NcpErrorId.NcpServiceUnavailable, AfterAQuery, Terraform)]
    [InlineData(400, "3000", "try again", NcpErrorId.NcpServiceUnavailable, AfterAQuery, Terraform)]
    [InlineData(400, "10712", "Not found product.", NcpErrorId.NcpRequestRefused, WithoutTheServer, Terraform)]
    [InlineData(400, "1401", "product not found", NcpErrorId.NcpRequestRefused, WithoutTheServer, Terraform)]
    [InlineData(500, "1153027", "The generation limit is reached.", NcpErrorId.NcpRequestRefused, WithoutTheServer, Terraform)]
    [InlineData(400, "1007009", "The ACG is being changed.", Busy, WhileBusy, Terraform)]
    public void A_code_of_the_service(int status, string code, string text, NcpErrorId id, string repeat, string source)
    {
        Assert.NotEmpty(source);
        // With whatever status and in whatever shape it comes.
        foreach (int any in new[] { status, 200, 400, 500 })
        {
            foreach (string body in new[]
            {
                Responses.ServiceJson(code, text),
                Responses.ServiceJson(code, text).Replace($"\"{code}\"", code, System.StringComparison.Ordinal),
                Responses.ServiceXml(code, text),
                $$$"""{"responseError":{"responseCode":"{{{code}}}","responseMessage":"{{{text}}}"}}""",
                $$$"""{"stopServerInstancesResponse":{"returnCode":"{{{code}}}","returnMessage":"{{{text}}}"}}""",
                $"<stopServerInstancesResponse><returnCode>{code}</returnCode><returnMessage>{text}</returnMessage>"
                    + "</stopServerInstancesResponse>",
            })
            {
                AssertIs(Responses.Refusal(any, body), code, text, id, repeat);
            }
        }
    }

    /// <remarks>Source: <see cref="Terraform"/>, #548, which dropped that platform.</remarks>
    [Theory]
    [InlineData("800")]
    [InlineData("1300")]
    [InlineData("25013")]
    [InlineData("25017")]
    [InlineData("25033")]
    [InlineData("23003")]
    [InlineData("23006")]
    [InlineData("24002")]
    public void A_code_of_the_Classic_platform_says_no_more_than_its_status(string code)
    {
        AssertIs(
            Responses.Refusal(400, Responses.ServiceJson(code, "text")), code, "text", NcpErrorId.NcpRequestRefused, WithoutTheServer);
        AssertIs(Responses.Refusal(403, Responses.ServiceJson(code, "text")), code, "text", NcpErrorId.NcpPermissionDenied, Never);
        AssertIs(Responses.Refusal(500, Responses.ServiceJson(code, "text")), code, "text", NcpErrorId.NcpServiceUnavailable, AfterAQuery);
    }

    [Theory]
    [InlineData("", "The storage allocated to the server is being manipulated")]
    [InlineData("9999999", "THE STORAGE ALLOCATED TO THE SERVER IS BEING MANIPULATED.")]
    [InlineData("77", "[1000001] The storage  allocated to the server\\tis being manipulated. Please try again later.")]
    public void The_text_of_a_busy_storage_counts_whatever_its_code_and_status(string code, string text)
    {
        foreach (int status in new[] { 200, 400, 409, 500 })
        {
            foreach (string envelope in new[] { Responses.ServiceJson(code, text), Responses.GatewayJson(code, text) })
            {
                NcpServiceException refusal = Responses.Refusal(status, envelope);

                Assert.Equal((Busy, WhileBusy, code), (refusal.Id, refusal.Kind.ToString(), refusal.Code));
            }
        }
    }

    [Fact]
    public void A_code_that_is_known_counts_more_than_the_text() => Assert.Equal(
        NcpErrorId.NcpRequestRefused,
        Responses.Refusal(400, Responses.ServiceJson("1100000", "The storage allocated to the server is being manipulated.")).Id);

    [Fact]
    public void An_invalid_parameter_is_about_the_request() => Assert.Contains(
        "the region", Responses.Refusal(400, Responses.ServiceJson("1100000")).RecommendedAction, System.StringComparison.Ordinal);

    private static void AssertIs(NcpServiceException refusal, string code, string text, NcpErrorId id, string repeat)
    {
        Assert.Equal((id, repeat, code), (refusal.Id, refusal.Kind.ToString(), refusal.Code));
        Assert.Contains(text.TrimEnd('.'), refusal.Message, System.StringComparison.Ordinal);
    }
}
