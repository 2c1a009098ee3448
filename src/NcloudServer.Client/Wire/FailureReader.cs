using System.Text;
using NcloudServer.Http;

namespace NcloudServer.Wire;

/// <summary>Turns whatever says no (either error envelope, a bare HTTP status, headers alone) into one exception.</summary>
/// <remarks>
/// Sources: api.ncloud-docs.com, page <c>common-ncpapi</c> (gateway codes); NAVER's Terraform provider and reports of its users (service
/// codes), cb-spider (the text without a code). Codes of the service that are in no list are judged by their HTTP status: what
/// <c>800</c> or <c>1300</c> mean, to name two, is documented for the Classic platform only.
/// </remarks>
internal static class FailureReader
{
    // Of the request as such, not of the state that a server is in.
    private const string InvalidParameter = "1100000";

    // Seen in place of 1101003; nobody has published the code that it comes with.
    private const string BusyText = "The storage allocated to the server is being manipulated";

    private static readonly TimeSpan s_toleratedClockOffset = TimeSpan.FromMinutes(1);

    public static NcpServiceException Read(RawResponse response, ResponseBody? body, ErrorBody? error, DateTimeOffset now)
    {
        string code = PlainText.Of(FirstGiven(error?.Code, response.Header("x-ncp-apigw-error-code")));
        string text = PlainText.Of(FirstGiven(error?.Text, response.Header("x-ncp-apigw-error-message")));
        bool isGateway = error is null || error.IsGateways;
        (NcpErrorId id, FailureKind kind) = (isGateway ? GatewayCode(code) : ServiceCode(code)) ?? (IsBusy(text)
            ? (NcpErrorId.NcpServerInstanceBusy, FailureKind.Busy)
            : ByStatus(response.Status));
        string[] parts = [$"HTTP {(int)response.Status}", code.Length > 0 ? "code " + code : string.Empty, text];
        string said = string.Join(", ", parts.Where(part => part.Length > 0));
        (string sentence, string advice) = Explanation(id, code);
        return new NcpServiceException(id, $"{sentence} ({said})." + ClockHint(id, response.Headers.Date, now), advice)
        {
            StatusCode = response.Status,
            Code = code,
            RequestId = FirstGiven(body is { HasEnvelope: true } ? body.RequestId : null, response.Header("x-ncp-trace-id")),
            RetryAfter = response.Headers.RetryAfter is { } wait ? wait.Delta ?? wait.Date - now : null,
            Kind = kind,
            // These ask to try again later, whatever the servers.
            IsServiceCode = !isGateway && code is not ("" or "1000" or "3000"),
        };
    }

    private static (NcpErrorId Id, FailureKind Kind)? GatewayCode(string code) => code switch
    {
        "200" => (NcpErrorId.NcpAuthenticationFailed, FailureKind.NotExecuted),
        "210" => (NcpErrorId.NcpPermissionDenied, FailureKind.NotExecuted),
        "400" => (NcpErrorId.NcpQuotaExceeded, FailureKind.NotExecuted),
        "410" or "420" => (NcpErrorId.NcpRateLimited, FailureKind.Transient),
        "430" => (NcpErrorId.NcpRequestRefused, FailureKind.TooLarge),
        "500" or "510" or "900" => (NcpErrorId.NcpServiceUnavailable, FailureKind.Indeterminate),
        _ => null,
    };

    private static (NcpErrorId Id, FailureKind Kind)? ServiceCode(string code) => code switch
    {
        "1101003" or "1100031" or "1007009" => (NcpErrorId.NcpServerInstanceBusy, FailureKind.Busy),
        "1000" or "3000" or "3000100" => (NcpErrorId.NcpServiceUnavailable, FailureKind.Indeterminate),
        InvalidParameter or "10712" or "1401" or "1153027" => (NcpErrorId.NcpRequestRefused, FailureKind.Rejected),
        _ => null,
    };

    private static bool IsBusy(string text) =>
        string.Join(" ", text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Contains(BusyText, StringComparison.OrdinalIgnoreCase);

    private static (NcpErrorId Id, FailureKind Kind) ByStatus(HttpStatusCode status) => (int)status switch
    {
        401 => (NcpErrorId.NcpAuthenticationFailed, FailureKind.NotExecuted),
        403 => (NcpErrorId.NcpPermissionDenied, FailureKind.NotExecuted),
        408 => (NcpErrorId.NcpServiceUnavailable, FailureKind.Indeterminate),
        413 or 414 => (NcpErrorId.NcpRequestRefused, FailureKind.TooLarge),
        429 => (NcpErrorId.NcpRateLimited, FailureKind.Transient),
        >= 500 => (NcpErrorId.NcpServiceUnavailable, FailureKind.Indeterminate),
        _ => (NcpErrorId.NcpRequestRefused, FailureKind.Rejected),
    };

    private static (string Sentence, string Advice) Explanation(NcpErrorId id, string code) => id switch
    {
        NcpErrorId.NcpAuthenticationFailed => (
            "The service did not accept the access key or the signature", "Check the access key, the secret key and this computer's clock."),
        NcpErrorId.NcpPermissionDenied => (
            "The account may not do this", "Ask the account's administrator for the permission to change and view servers."),
        NcpErrorId.NcpQuotaExceeded => ("The account's quota is used up", "Wait until the quota is renewed, or have it raised."),
        NcpErrorId.NcpRateLimited => (
            "The service limits the rate of requests", "Try again later, with a lower -ThrottleLimit or a higher -MaximumRetryCount."),
        NcpErrorId.NcpServerInstanceBusy => (
            "Another operation is under way", "Try again when the operation has ended, or raise -MaximumRetryCount."),
        NcpErrorId.NcpServiceUnavailable => ("The service is unavailable", "Try again later."),
        _ => ("The service refused the request", code == InvalidParameter
            ? "Check what the request names: the region, the numbers and the other parameters."
            : "Read what the service says, and check the number, the region and the server's status."),
    };

    private static string ClockHint(NcpErrorId id, DateTimeOffset? serviceTime, DateTimeOffset now)
    {
        TimeSpan ahead = now - (serviceTime ?? now), offset = ahead.Duration();
        string amount = offset.TotalMinutes < 2 ? $"{offset.TotalSeconds:0} seconds"
            : offset.TotalHours < 2 ? $"{offset.TotalMinutes:0} minutes"
            : $"{offset.TotalHours:0} hours";
        return id != NcpErrorId.NcpAuthenticationFailed || offset <= s_toleratedClockOffset ? string.Empty
            : $" This computer's clock is {amount} {(ahead > TimeSpan.Zero ? "ahead of" : "behind")} the service's; "
            + "the service rejects offsets of five minutes or more.";
    }

    private static string FirstGiven(string? first, string second) => string.IsNullOrEmpty(first) ? second : first!;
}

/// <summary>An error of the gateway, of the Server service, or in one of the forms of the platform's other services.</summary>
/// <remarks>
/// <c>responseCode</c> and <c>responseMessage</c> were seen in place of the documented names. Sources of the others: api.ncloud-docs.com,
/// pages <c>management-subaccount</c> and <c>api-call-std-*</c> (<c>detail</c>, <c>fieldErrors</c>).
/// </remarks>
internal sealed record ErrorBody(string Code, string Text, bool IsGateways = false)
{
    /// <summary>Reads an error; <c>error</c>, the envelope of the gateway, is told apart.</summary>
    public static ErrorBody Of(JsonElement fields, bool isEnveloped = false)
    {
        JsonElement inside = ResponseValue.Member(fields, "status"u8) is { ValueKind: JsonValueKind.Object } status ? status : fields;
        string[] parts =
        [
            FirstGiven(inside, "message", "returnMessage", "responseMessage", "msg", "error"),
            FirstGiven(fields, "details", "detail"),
            FieldErrors(ResponseValue.Member(fields, "fieldErrors"u8)),
        ];
        return new ErrorBody(
            FirstGiven(inside, "errorCode", "returnCode", "responseCode", "code"),
            string.Join(" ", parts.Where(part => part.Length > 0).Distinct()),
            isEnveloped && ResponseValue.Text(fields, "errorCode"u8).Length > 0);
    }

    private static string FieldErrors(JsonElement list) => ResponseValue.IsListOfObjects(list)
        ? string.Join("; ", list.EnumerateArray().Select(item => $"{ResponseValue.Text(item, "field"u8)}: {ResponseValue.Text(item, "message"u8)}"))
        : string.Empty;

    private static string FirstGiven(JsonElement fields, params string[] names) =>
        names.Select(name => ResponseValue.Text(fields, Encoding.UTF8.GetBytes(name))).FirstOrDefault(text => text.Length > 0) ?? string.Empty;
}
