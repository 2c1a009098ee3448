using System.Globalization;

namespace NcloudServer.Simulator;

/// <summary>What stands before the service: answers by itself what must not reach it.</summary>
internal sealed class ApiGateway(SimulatorSettings settings, RateLimit rateLimit)
{
    /// <summary>The gateway's refusal, or null for a request that may pass.</summary>
    public Response? Refuse(ApiRequest request, SignatureVerdict signature)
    {
        Policies policies = settings.Policies;
        if (policies.MaximumUrlLength > 0 && request.UrlLength > policies.MaximumUrlLength)
        {
            return Error(policies, policies.UrlTooLongStatus, "430", "Request Entity Too Large");
        }

        bool isLimited = policies is { MaximumNumbers: > 0, TooManyNumbersStatus: > 0 };
        if (isLimited && request.Parameters.ServerNumbers.Count > policies.MaximumNumbers)
        {
            return Error(policies, policies.TooManyNumbersStatus, "430", "Request Entity Too Large");
        }

        if (request.Action is null)
        {
            return Error(policies, 404, "300", "Not Found Exception", "URL not found.");
        }

        bool isForgiven = (policies.AcceptsAnyTime && signature == SignatureVerdict.ClockSkewed)
            || (policies.AcceptsAnySignature && signature == SignatureVerdict.WrongSignature);
        if (signature != SignatureVerdict.Valid && !isForgiven)
        {
            string details = signature == SignatureVerdict.HeaderMissing
                ? "Authentication information are missing."
                : "Invalid authentication information.";
            return Error(policies, 401, "200", "Authentication Failed", details);
        }

        return rateLimit.Take(policies.RequestsPerSecond) ? null : Throttled(policies);
    }

    private static Response Throttled(Policies policies)
    {
        Response response = Error(policies, 429, "410", "Throttle Limited");
        return policies.RetryAfterSeconds is { } seconds
            ? response with
            {
                Headers = new Dictionary<string, string>(response.Headers)
                {
                    ["Retry-After"] = seconds.ToString(CultureInfo.InvariantCulture),
                },
            }
            : response;
    }

    // The gateway does not look at the format that was asked for.
    private static Response Error(Policies policies, int status, string code, string message, string details = "") =>
        ErrorResponse.Gateway(policies.GatewayErrorsAsXml ? ResponseFormat.Xml : ResponseFormat.Json, status, code, message, details);
}
