using System.Text.Json;

namespace NcloudServer.Wire;

/// <summary>Either kind of error. <c>responseCode</c> and <c>responseMessage</c> were seen in place of the documented names.</summary>
internal sealed class ErrorBody(JsonElement fields)
{
    /// <summary>Whether it is the gateway that says no, and not the service.</summary>
    public bool IsGateways { get; } = ResponseValue.Text(fields, "errorCode").Length > 0;

    public string Code { get; } = FirstGiven(fields, "errorCode", "returnCode", "responseCode");

    public string Text { get; } = WithDetails(
        FirstGiven(fields, "message", "returnMessage", "responseMessage"), ResponseValue.Text(fields, "details"));

    private static string WithDetails(string text, string details) =>
        details.Length == 0 || details == text ? text : $"{text} {details}".Trim();

    private static string FirstGiven(JsonElement fields, params string[] names)
    {
        foreach (string name in names)
        {
            if (ResponseValue.Text(fields, name) is { Length: > 0 } text)
            {
                return text;
            }
        }

        return string.Empty;
    }
}
