using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace NcloudServer.Tests.Http;

/// <summary>Responses as bytes.</summary>
internal static class RawResponses
{
    public const string EmptyServerList = """{"getServerInstanceListResponse":""" + NoServers;

    public const string EmptyStopList = """{"stopServerInstancesResponse":""" + NoServers;

    private const string NoServers =
        """{"requestId":"11111111-2222-3333-4444-555555555555","returnCode":"0","returnMessage":"success","totalRows":"""
        + """0,"serverInstanceList":[]}}""";

    /// <summary>A well-formed response.</summary>
    public static byte[] Response(int status, string body, params string[] headers) => Response(status, Encoding.UTF8.GetBytes(body), headers);

    public static byte[] Response(int status, byte[] body, params string[] headers) =>
        [.. Head(status, [.. headers, "Content-Length: " + body.Length.ToString(CultureInfo.InvariantCulture)]), .. body];

    /// <summary>The gateway's answer to too many requests.</summary>
    public static byte[] RateLimited(params string[] headers) =>
        Response(429, """{"error":{"errorCode":"410","message":"Throttle Limited","details":""}}""", headers);

    /// <summary>The head alone, its empty line included.</summary>
    public static byte[] Head(int status, params string[] headers)
    {
        string type = headers.Any(header => header.StartsWith("Content-Type", StringComparison.Ordinal))
            ? string.Empty
            : "Content-Type: application/json\r\n";
        return Encoding.ASCII.GetBytes(
            $"HTTP/1.1 {status.ToString(CultureInfo.InvariantCulture)} Status\r\n"
            + $"{type}{string.Concat(headers.Select(header => header + "\r\n"))}\r\n");
    }

    /// <summary>A chunk of a chunked body.</summary>
    public static byte[] Chunk(byte[] data) =>
        [.. Encoding.ASCII.GetBytes(data.Length.ToString("x", CultureInfo.InvariantCulture) + "\r\n"), .. data, .. "\r\n"u8];

    public static byte[] Gzip(byte[] data)
    {
        using var output = new MemoryStream();
        using (var gzip = new GZipStream(output, CompressionLevel.Fastest))
        {
            gzip.Write(data);
        }

        return output.ToArray();
    }
}
