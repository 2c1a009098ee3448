using System.Globalization;
using NcloudServer.Failures;
using NcloudServer.Http;

namespace NcloudServer.Tests.Wire;

/// <summary>Every code of the gateway with every HTTP status: a known code decides, whatever status it comes with.</summary>
/// <remarks>Page: common-ncpapi.</remarks>
public sealed class FailureReaderGatewayCodeTests
{
    private static readonly Dictionary<string, (NcpErrorId Id, FailureKind Kind)> s_known = new()
    {
        ["200"] = (NcpErrorId.NcpAuthenticationFailed, FailureKind.NotExecuted),
        ["210"] = (NcpErrorId.NcpPermissionDenied, FailureKind.NotExecuted),
        ["400"] = (NcpErrorId.NcpQuotaExceeded, FailureKind.NotExecuted),
        ["410"] = (NcpErrorId.NcpRateLimited, FailureKind.Transient),
        ["420"] = (NcpErrorId.NcpRateLimited, FailureKind.Transient),
        ["430"] = (NcpErrorId.NcpRequestRefused, FailureKind.TooLarge),
        ["500"] = (NcpErrorId.NcpServiceUnavailable, FailureKind.Indeterminate),
        ["510"] = (NcpErrorId.NcpServiceUnavailable, FailureKind.Indeterminate),
        ["900"] = (NcpErrorId.NcpServiceUnavailable, FailureKind.Indeterminate),
    };

    /// <summary>What a status means where no code is known.</summary>
    private static readonly Dictionary<int, (NcpErrorId Id, FailureKind Kind)> s_byStatus = new()
    {
        [200] = (NcpErrorId.NcpRequestRefused, FailureKind.Rejected),
        [400] = (NcpErrorId.NcpRequestRefused, FailureKind.Rejected),
        [401] = (NcpErrorId.NcpAuthenticationFailed, FailureKind.NotExecuted),
        [403] = (NcpErrorId.NcpPermissionDenied, FailureKind.NotExecuted),
        [404] = (NcpErrorId.NcpRequestRefused, FailureKind.Rejected),
        [408] = (NcpErrorId.NcpServiceUnavailable, FailureKind.Indeterminate),
        [409] = (NcpErrorId.NcpRequestRefused, FailureKind.Rejected),
        [413] = (NcpErrorId.NcpRequestRefused, FailureKind.TooLarge),
        [414] = (NcpErrorId.NcpRequestRefused, FailureKind.TooLarge),
        [429] = (NcpErrorId.NcpRateLimited, FailureKind.Transient),
        [500] = (NcpErrorId.NcpServiceUnavailable, FailureKind.Indeterminate),
        [502] = (NcpErrorId.NcpServiceUnavailable, FailureKind.Indeterminate),
        [503] = (NcpErrorId.NcpServiceUnavailable, FailureKind.Indeterminate),
        [504] = (NcpErrorId.NcpServiceUnavailable, FailureKind.Indeterminate),
    };

    public static TheoryData<string, int> CodesAndStatuses
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (string code in new[] { "100", "200", "210", "300", "400", "410", "420", "430", "500", "510", "900", "777" })
            {
                foreach (int status in s_byStatus.Keys)
                {
                    data.Add(code, status);
                }
            }

            return data;
        }
    }

    public static TheoryData<int> Statuses => new(s_byStatus.Keys);

    [Theory]
    [MemberData(nameof(CodesAndStatuses))]
    public void A_code_of_the_gateway_decides_and_an_unknown_one_leaves_it_to_the_status(string code, int status)
    {
        (NcpErrorId Id, FailureKind Kind) expected = s_known.TryGetValue(code, out var known) ? known : s_byStatus[status];
        foreach (RawResponse response in new[]
        {
            Responses.Of(status, Responses.GatewayJson(code)),
            Responses.Of(status, Responses.GatewayJson(code).Replace($"\"{code}\"", code, System.StringComparison.Ordinal)),
            Responses.Of(status, Responses.GatewayJson($" {code} ", "Another text", "and details")),
            Responses.Of(status, Responses.GatewayXml($" {code} ")),
            Responses.Of(status, "<?xml version=\"1.0\"?>" + Responses.GatewayXml(code)),
        })
        {
            AssertRefusal(expected, code, status, Responses.Refusal(response));
        }

        if (status != 200)
        {
            AssertRefusal(expected, code, status, Responses.Refusal(status, string.Empty, ("x-ncp-apigw-error-code", code)));
            AssertRefusal(expected, code, status, Responses.Refusal(status, "<html>no</html>", ("x-ncp-apigw-error-code", code)));
        }
    }

    [Theory]
    [MemberData(nameof(Statuses))]
    public void A_code_of_the_service_is_never_taken_for_one_of_the_gateway(int status)
    {
        foreach (string code in s_known.Keys)
        {
            AssertRefusal(s_byStatus[status], code, status, Responses.Refusal(status, Responses.ServiceJson(code)));
            AssertRefusal(s_byStatus[status], code, status, Responses.Refusal(status, Responses.ServiceXml(code)));
        }
    }

    [Theory]
    [MemberData(nameof(Statuses))]
    public void An_unknown_code_of_the_service_is_judged_by_the_status(int status)
    {
        AssertRefusal(s_byStatus[status], "9999999", status, Responses.Refusal(status, Responses.ServiceJson("9999999")));
        AssertRefusal(s_byStatus[status], "9999999", status, Responses.Refusal(status, Responses.ServiceXml("9999999")));
    }

    [Theory]
    [MemberData(nameof(Statuses))]
    public void An_empty_failure_is_judged_by_the_status(int status)
    {
        if (status != 200)
        {
            AssertRefusal(s_byStatus[status], string.Empty, status, Responses.Refusal(status, string.Empty));
        }
    }

    private static void AssertRefusal((NcpErrorId Id, FailureKind Kind) expected, string code, int status, NcpServiceException actual)
    {
        Assert.Equal(expected, (actual.Id, actual.Kind));
        Assert.Equal((code, status), (actual.Code, (int)actual.StatusCode));
        Assert.Contains("HTTP " + status.ToString(CultureInfo.InvariantCulture), actual.Message, System.StringComparison.Ordinal);
        Assert.Contains(code, actual.Message, System.StringComparison.Ordinal);
        Assert.NotEmpty(actual.RecommendedAction);
    }
}
