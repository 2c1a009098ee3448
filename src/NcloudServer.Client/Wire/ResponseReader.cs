using System.Text;
using System.Text.Json;
using System.Xml;
using NcloudServer.Addresses;
using NcloudServer.Failures;
using NcloudServer.Http;

namespace NcloudServer.Wire;

/// <summary>Reads a reply of either format, whatever was asked for: the gateway and older pages of the API choose for themselves.</summary>
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
        byte[] reply = Encoding.UTF8.GetBytes("""
            {"stopServerInstancesResponse":{"returnCode":"0","totalRows":1,
            "serverInstanceList":[{"serverInstanceNo":"1","cpuCount":1,"memorySize":1,
            "platformType":{"code":"A","codeName":"A"},"createDate":"2025-01-01T00:00:00+0900","isProtectServerTermination":false,
            "networkInterfaceNoList":["1"],"blockDevicePartitionList":[],"eventList":[]}]}}
            """);
        using Envelope envelope = Envelope.Read(new ArraySegment<byte>(reply), isStrict: true)!;
        _ = envelope.Body!.Servers;
    }

    /// <summary>Reads a response whose status says success; its body can say otherwise.</summary>
    /// <returns>The body of a success.</returns>
    /// <exception cref="NcpServiceException">The service or its gateway said no.</exception>
    /// <exception cref="NcpResponseException">The response is not the service's.</exception>
    public static ResponseBody Read(RawResponse response, DateTimeOffset now) => Read(response, ResponseForm.Envelope, now);

    /// <param name="response">The response.</param>
    /// <param name="form">What it has to look like.</param>
    /// <param name="now">This computer's time.</param>
    /// <inheritdoc cref="Read(RawResponse, DateTimeOffset)"/>
    public static ResponseBody Read(RawResponse response, ResponseForm form, DateTimeOffset now)
    {
        if (form == ResponseForm.Rest && Visible(response.Body).Count == 0)
        {
            return ResponseBody.Nothing();
        }

        Envelope? envelope = Parse(response, form, out Exception? parsingError);
        bool isSaid = envelope?.Error is not null || (envelope?.Body is null && response.Header(ErrorCodeHeader).Length > 0);
        if (!isSaid && (form == ResponseForm.Envelope ? envelope?.Body : envelope?.BodyOrWhole) is { } body)
        {
            return body;
        }

        using (envelope)
        {
            throw isSaid
                ? FailureReader.Read(response, envelope?.Error, envelope?.Body?.RequestId ?? string.Empty, now)
                : Foreign(response, parsingError, FailureKind.Indeterminate);
        }
    }

    /// <summary>Reads a response whose status says that the request failed.</summary>
    public static NcpException ReadFailure(RawResponse response, ResponseForm form, DateTimeOffset now)
    {
        using Envelope? envelope = Parse(response, form, out Exception? parsingError);
        ErrorBody? error = envelope?.Error ?? (form == ResponseForm.Envelope ? null : envelope?.ErrorOfWhole ?? ErrorOf(response));
        if (error is null && (int)response.Status is >= 300 and < 400)
        {
            return Redirected(response);
        }

        if ((int)response.Status < 200)
        {
            // As HTTP 101: the end of the talk, and no refusal.
            return Foreign(response, parsingError, FailureKind.Indeterminate);
        }

        return error is not null || Visible(response.Body).Count == 0 || !IsSaidByAnyServer(response)
            ? FailureReader.Read(response, error, envelope?.Body?.RequestId ?? string.Empty, now)
            : envelope?.Body is { ReturnCode: "0" } success
            ? ResponseCheck.Contradiction(success, $"its status is HTTP {(int)response.Status}, and its body says that it was done")
            : Foreign(response, parsingError, FailureKind.NotExecuted);
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
            ? new ErrorBody(Encoding.UTF8.GetString(text.Array!, text.Offset, Math.Min(text.Count, LongestError)))
            : null;
    }

    private static Envelope? Parse(RawResponse reply, ResponseForm form, out Exception? parsingError)
    {
        parsingError = null;
        try
        {
            return Envelope.Read(Visible(reply.Body), isStrict: form == ResponseForm.Envelope);
        }
        catch (Exception e) when (e is JsonException or XmlException or InvalidOperationException or FormatException or ArgumentException)
        {
            parsingError = WithoutContent(e);
            return null;
        }
    }

    // The text of an XML error quotes what it stumbled over, which may be a part of a password.
    private static Exception WithoutContent(Exception error) =>
        error is XmlException xml
            ? new XmlException("The response is not well-formed XML.", null, xml.LineNumber, xml.LinePosition)
            : error;

    /// <summary>The body from its first visible character on: not even an empty line may stand before an XML declaration.</summary>
    private static ArraySegment<byte> Visible(ArraySegment<byte> body)
    {
        ReadOnlySpan<byte> rest = body.AsSpan();
        while (!rest.IsEmpty && (rest[0] <= (byte)' ' || rest.StartsWith(ByteOrderMark)))
        {
            rest = rest.Slice(rest[0] <= (byte)' ' ? 1 : ByteOrderMark.Length);
        }

        return rest.IsEmpty ? default : new ArraySegment<byte>(body.Array!, body.Offset + body.Count - rest.Length, rest.Length);
    }

    // A 403 or 404 with a page of its own comes from a proxy or a web server: it says nothing about the account or the servers.
    private static bool IsSaidByAnyServer(RawResponse reply) =>
        (int)reply.Status is >= 400 and < 500 and not (401 or 408 or 413 or 414 or 429)
        && reply.Header(ErrorCodeHeader).Length == 0;

    // The body itself stays out of the text: what a stranger sent may echo the request's headers.
    private static NcpResponseException Foreign(RawResponse reply, Exception? parsingError, FailureKind kind) => new(
        reply.Body.Count == 0
            ? $"The reply (HTTP {(int)reply.Status}) is empty."
            : $"The reply (HTTP {(int)reply.Status}, {reply.ContentType}, {reply.Body.Count} bytes) is not one of the Server API's.",
        "Check the endpoint and the proxy; a proxy's login page looks like this too.",
        parsingError)
    {
        Kind = kind,
        RequestId = reply.Header("x-ncp-trace-id"),
    };

    private static NcpResponseException Redirected(RawResponse reply) => new(
        $"The endpoint answers with a redirection (HTTP {(int)reply.Status}) "
        + $"to {PlaceOf(reply.Headers.Location)}; it is not followed.",
        "Check the endpoint: the API itself never redirects.")
    {
        Kind = FailureKind.NotExecuted,
        RequestId = reply.Header("x-ncp-trace-id"),
    };

    // Without the query, which may repeat that of the request, and without a password.
    private static string PlaceOf(Uri? location) =>
        location is null ? "nowhere" : Endpoint.Shown(location.OriginalString.Split('?', '#')[0]);
}
