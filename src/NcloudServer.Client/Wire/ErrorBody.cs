using System.Text.Json;

namespace NcloudServer.Wire;

/// <summary>An error of the gateway, of the Server service, or in one of the forms of the platform's other services.</summary>
/// <remarks>
/// <c>responseCode</c> and <c>responseMessage</c> were seen in place of the documented names. Sources of the others: api.ncloud-docs.com,
/// pages <c>management-subaccount</c> and <c>api-call-std-*</c> (<c>detail</c>, <c>fieldErrors</c>).
/// </remarks>
internal sealed class ErrorBody
{
    /// <param name="fields">The error.</param>
    /// <param name="isEnveloped">Whether it came as <c>error</c>, the envelope of the gateway.</param>
    public ErrorBody(JsonElement fields, bool isEnveloped = false)
    {
        IsGateways = isEnveloped && ResponseValue.Text(fields, "errorCode").Length > 0;
        JsonElement inside = fields.ValueKind == JsonValueKind.Object && fields.TryGetProperty("status", out JsonElement status)
            && status.ValueKind == JsonValueKind.Object ? status : fields;
        Code = FirstGiven(inside, "errorCode", "returnCode", "responseCode", "code");
        string[] parts =
        [
            FirstGiven(inside, "message", "returnMessage", "responseMessage", "msg", "error"),
            FirstGiven(fields, "details", "detail"),
            FieldErrors(fields),
        ];
        Text = string.Join(" ", parts.Where(part => part.Length > 0).Distinct());
    }

    /// <param name="text">What the service says, in no form that is known.</param>
    public ErrorBody(string text) => (Code, Text) = (string.Empty, text);

    /// <summary>Whether it is the gateway that says no, and not the service.</summary>
    public bool IsGateways { get; }

    public string Code { get; }

    public string Text { get; }

    private static string FieldErrors(JsonElement fields) =>
        fields.ValueKind == JsonValueKind.Object && fields.TryGetProperty("fieldErrors", out JsonElement list) && ResponseValue.IsListOfObjects(list)
            ? string.Join("; ", list.EnumerateArray().Select(item => $"{ResponseValue.Text(item, "field")}: {ResponseValue.Text(item, "message")}"))
            : string.Empty;

    private static string FirstGiven(JsonElement fields, params string[] names) =>
        names.Select(name => ResponseValue.Text(fields, name)).FirstOrDefault(text => text.Length > 0) ?? string.Empty;
}
