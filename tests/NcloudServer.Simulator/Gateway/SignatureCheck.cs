using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace NcloudServer.Simulator;

internal enum SignatureVerdict
{
    Valid,
    HeaderMissing,
    UnknownKey,
    WrongSignature,
    ClockSkewed,
}

/// <summary>Checks the signature against the request as received, and the timestamp against the clock.</summary>
internal sealed class SignatureCheck(SimulatorSettings settings, SimulatorClock clock)
{
    public const string Timestamp = "x-ncp-apigw-timestamp";
    public const string AccessKey = "x-ncp-iam-access-key";
    public const string Signature1 = "x-ncp-apigw-signature-v1";
    public const string Signature2 = "x-ncp-apigw-signature-v2";

    private static readonly TimeSpan MostSkew = TimeSpan.FromMinutes(5);

    /// <summary>Which of the two headers carries the signature: 2, 1, or null for neither.</summary>
    public static int? VersionOf(ApiRequest request)
    {
        if (request.Headers.ContainsKey(Signature2))
        {
            return 2;
        }

        return request.Headers.ContainsKey(Signature1) ? 1 : null;
    }

    public SignatureVerdict Check(ApiRequest request)
    {
        string timestamp = request.Headers[Timestamp].ToString();
        string accessKey = request.Headers[AccessKey].ToString();
        string signature = request.Headers[VersionOf(request) == 1 ? Signature1 : Signature2].ToString();
        if (timestamp.Length == 0 || accessKey.Length == 0 || signature.Length == 0)
        {
            return SignatureVerdict.HeaderMissing;
        }

        if (settings.SecretOf(accessKey) is not { } secret)
        {
            return SignatureVerdict.UnknownKey;
        }

        string expected = Sign(secret, $"{request.Method} {request.PathAndQuery}\n{timestamp}\n{accessKey}");
        if (signature != expected)
        {
            return SignatureVerdict.WrongSignature;
        }

        return IsInTime(timestamp) ? SignatureVerdict.Valid : SignatureVerdict.ClockSkewed;
    }

    private static string Sign(string secret, string text) =>
        Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(text)));

    private bool IsInTime(string timestamp) =>
        long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out long milliseconds)
        && Math.Abs(clock.Shown.ToUnixTimeMilliseconds() - milliseconds) < MostSkew.TotalMilliseconds;
}
