using System.Text;
using System.Xml;
using NcloudServer.Addresses;
using NcloudServer.Http;

namespace NcloudServer.Wire;

/// <summary>Reads a response of either format, whatever was asked for: the gateway and older pages of the API choose for themselves.</summary>
internal static class ResponseReader
{
    private const string ErrorCodeHeader = "x-ncp-apigw-error-code";

    // No list of servers is read twice.
    private const int LongestError = 4096;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Sets up what a process's first reading needs.</summary>
    public static void Prepare()
    {
        // One field of each kind.
        byte[] response = Encoding.UTF8.GetBytes("""
            {"stopServerInstancesResponse":{"returnCode":"0","totalRows":1,
            "serverInstanceList":[{"serverInstanceNo":"1","cpuCount":1,"memorySize":1,
            "platformType":{"code":"A","codeName":"A"},"createDate":"2025-01-01T00:00:00+0900","isProtectServerTermination":false,
            "networkInterfaceNoList":["1"],"blockDevicePartitionList":[],"eventList":[]}]}}
            """);
        using ResponseBody body = new(ResponseDocument.Parse(new ArraySegment<byte>(response))!, ResponseForm.Envelope);
        _ = body.Servers;
    }

    /// <summary>Reads a response whose status says success; its body can say otherwise.</summary>
    /// <exception cref="NcpServiceException">The service or its gateway said no.</exception>
    /// <exception cref="NcpResponseException">The response is not the service's.</exception>
    public static ResponseBody Read(RawResponse response, DateTimeOffset now, ResponseForm form = ResponseForm.Envelope)
    {
        if (form == ResponseForm.Rest && Visible(response.Body).Count == 0)
            return new ResponseBody(JsonDocument.Parse("null"), form);

        ResponseBody? body = Parse(response, form, out Exception? parsingError);
        bool isSaid = body?.Error is not null || (body is not { HasEnvelope: true } && response.Header(ErrorCodeHeader).Length > 0);
        // A sign-in page may be well-formed XML. In JSON, it is a field like any other.
        bool isPage = body is { HasEnvelope: false } && Visible(response.Body).FirstOrDefault() == '<'
            && body.Root.EnumerateObject().Any(root => root.Name.Equals("html", StringComparison.OrdinalIgnoreCase));
        if (!isSaid && body is not null && (body.HasEnvelope || (form != ResponseForm.Envelope && !isPage)))
            return body;

        using (body)
        {
            throw body is { HasEnvelope: true, ReturnCode: "0" }
                ? ResponseCheck.Contradiction(body, "it says both that it was done and that it was not")
                : isSaid ? FailureReader.Read(response, body, body?.Error, now) : Foreign(response, FailureKind.Indeterminate, parsingError);
        }
    }

    public static NcpException ReadFailure(RawResponse response, ResponseForm form, DateTimeOffset now)
    {
        using ResponseBody? body = Parse(response, form, out Exception? parsingError);
        ErrorBody? error = body?.Error ?? (form == ResponseForm.Envelope ? null
            : body is not null && ErrorBody.Of(body.Root) is { Text.Length: > 0 } whole ? whole : ErrorOf(response));
        return (int)response.Status switch
        {
            >= 300 and < 400 when error is null => Foreign(response, FailureKind.NotExecuted),
            // As HTTP 101: the end of the talk, and no refusal.
            < 200 => Foreign(response, FailureKind.Indeterminate, parsingError),
            _ when error is not null || Visible(response.Body).Count == 0 || !IsSaidByAnyServer(response) =>
                FailureReader.Read(response, body, error, now),
            var status when body is { HasEnvelope: true, ReturnCode: "0" } =>
                ResponseCheck.Contradiction(body, $"its status is HTTP {status}, and its body says that it was done"),
            _ => Foreign(response, FailureKind.NotExecuted, parsingError),
        };
    }

    /// <summary>Whether the gateway refuses the key, whatever the status of the response says.</summary>
    public static bool IsKeyRefused(RawResponse response, DateTimeOffset now) =>
        (response.Header(ErrorCodeHeader).Length > 0
            || (response.Body.Count <= LongestError && response.Body.AsSpan().IndexOf("errorCode"u8) >= 0))
        && ReadFailure(response, ResponseForm.Envelope, now).Id == NcpErrorId.NcpAuthenticationFailed;

    /// <summary>A refusal in a form that nobody knows is told as it is; null where it is none, or repeats what was sent.</summary>
    private static ErrorBody? ErrorOf(RawResponse response)
    {
        ArraySegment<byte> text = Visible(response.Body);
        return (int)response.Status is >= 400 and < 500 && text.Count > 0 && text.AsSpan().IndexOf("signature-v"u8) < 0
            ? new ErrorBody(Code: string.Empty, Encoding.UTF8.GetString(text.Array!, text.Offset, Math.Min(text.Count, LongestError)))
            : null;
    }

    private static ResponseBody? Parse(RawResponse response, ResponseForm form, out Exception? parsingError)
    {
        parsingError = null;
        try
        {
            return ResponseDocument.Parse(Visible(response.Body)) is { } document ? new ResponseBody(document, form) : null;
        }
        catch (Exception e) when (e is JsonException or XmlException or InvalidOperationException or FormatException or ArgumentException)
        {
            // The text of an XML error quotes what it stumbled over, which may be a part of a password.
            parsingError = e is XmlException xml
                ? new XmlException("The response is not well-formed XML.", null, xml.LineNumber, xml.LinePosition)
                : e;
            return null;
        }
    }

    /// <summary>The body from its first visible character on: not even an empty line may stand before an XML declaration.</summary>
    private static ArraySegment<byte> Visible(ArraySegment<byte> body)
    {
        ReadOnlySpan<byte> rest = body.AsSpan();
        while (!rest.IsEmpty && (rest[0] <= (byte)' ' || rest.StartsWith(ByteOrderMark)))
            rest = rest.Slice(rest[0] <= (byte)' ' ? 1 : ByteOrderMark.Length);

        return rest.IsEmpty ? default : new ArraySegment<byte>(body.Array!, body.Offset + body.Count - rest.Length, rest.Length);
    }

    // A 403 or 404 with a page of its own comes from a proxy or a web server: it says nothing about the account or the servers.
    private static bool IsSaidByAnyServer(RawResponse response) =>
        (int)response.Status is >= 400 and < 500 and not (401 or 408 or 413 or 414 or 429)
        && response.Header(ErrorCodeHeader).Length == 0;

    // What a stranger sent may echo the request: its body stays out of the text, and so do a redirection's query and password.
    private static NcpResponseException Foreign(RawResponse response, FailureKind kind, Exception? parsingError = null)
    {
        string status = $"HTTP {(int)response.Status}";
        string place = response.Headers.Location is { } location ? Endpoint.Shown(location.OriginalString.Split('?', '#')[0]) : "nowhere";
        string text = (int)response.Status is >= 300 and < 400
            ? $"The endpoint answers with a redirection ({status}) to {place}; it is not followed."
            : response.Body.Count == 0 ? $"The response ({status}) is empty."
            : $"The response ({status}, {response.ContentType}, {response.Body.Count} bytes) is not one of the Server API's.";
        string advice = (int)response.Status is >= 300 and < 400
            ? "Check the endpoint: the API itself never redirects."
            : "Check the endpoint and the proxy; a proxy's login page looks like this too.";
        return new NcpResponseException(text, advice, parsingError) { Kind = kind, RequestId = response.Header("x-ncp-trace-id") };
    }
}
