using System.Globalization;
using System.Net.Http.Headers;
using NcloudServer.Failures;

namespace NcloudServer.Http;

/// <summary>The parts of a request and its response that -Debug shows: the address and the listed headers; others may be secret.</summary>
internal static class WireTrace
{
    private static readonly string[] s_shownHeaders =
    [
        "x-ncp-apigw-timestamp", "x-ncp-trace-id", "x-ncp-apigw-error-code", "x-ncp-apigw-error-message", "Date", "Retry-After",
    ];

    public static string Request(HttpRequestMessage request, string address) =>
        $"{request.Method.Method} {address}{Shown(request.Headers)}";

    public static string Reply(RawResponse reply, TimeSpan duration) =>
        $"HTTP {((int)reply.Status).ToString(CultureInfo.InvariantCulture)}, {reply.ContentType}, {reply.Body.Count} bytes in "
        + $"{duration.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture)} ms{Shown(reply.Headers)}";

    private static string Shown(HttpHeaders headers) => string.Concat(s_shownHeaders
        .Where(headers.Contains)
        .Select(name => $"{Environment.NewLine}  {name}: {PlainText.Of(string.Join(", ", headers.GetValues(name)))}"));
}
