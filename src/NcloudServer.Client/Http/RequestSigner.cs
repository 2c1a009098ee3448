using System.Security.Cryptography;
using System.Text;

namespace NcloudServer.Http;

/// <summary>Signs a request as the API gateway requires.</summary>
/// <remarks>Source: api.ncloud-docs.com, page <c>common-ncpapi</c>, "Authentication".</remarks>
internal static class RequestSigner
{
    public static void Sign(HttpRequestMessage request, AccessKey key, DateTimeOffset now)
    {
        string timestamp = now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        // The PathAndQuery of the Uri that is sent: System.Uri rewrites some escapes.
        string signature = Signature(request.Method.Method, request.RequestUri!.PathAndQuery, timestamp, key);
        request.Headers.Add("x-ncp-apigw-timestamp", timestamp);
        request.Headers.TryAddWithoutValidation("x-ncp-iam-access-key", key.Id);
        request.Headers.TryAddWithoutValidation("x-ncp-apigw-signature-v2", signature);
    }

    public static string Signature(string method, string pathAndQuery, string timestamp, AccessKey key)
    {
        byte[] text = Encoding.UTF8.GetBytes($"{method} {pathAndQuery}\n{timestamp}\n{key.Id}");
        using var hmac = new HMACSHA256(Encoding.UTF8.GetBytes(key.Secret));
        return Convert.ToBase64String(hmac.ComputeHash(text));
    }
}
