namespace NcloudServer.Addresses;

/// <summary>Checks the gateway's root address.</summary>
/// <remarks>Source of the addresses: api.ncloud-docs.com, api-gov.ncloud-docs.com and NAVER's SDKs (fin).</remarks>
internal static class Endpoint
{
    public const string Public = "https://ncloud.apigw.ntruss.com";
    public const string Gov = "https://ncloud.apigw.gov-ntruss.com";
    public const string Fin = "https://fin-ncloud.apigw.fin-ntruss.com";

    private const string ApiPath = "/vserver/v2";

    /// <summary>The base address of the actions, without a slash at its end, for a root with or without the path of the API.</summary>
    /// <exception cref="NcpConfigurationException">The address is not https, or is not a gateway root.</exception>
    public static Uri ApiBase(string root, string source)
    {
        if (!Uri.TryCreate(root.Trim(), UriKind.Absolute, out Uri? uri) || !IsSecure(uri))
            throw Refuse($"The endpoint of {source} is not an https address: {Shown(root)}.");

        if (uri.UserInfo.Length > 0 || uri.Query.Length > 0 || uri.Fragment.Length > 0)
            throw Refuse($"The endpoint of {source} has a user name, a query or a fragment, which a gateway's root never has.");

        string path = uri.AbsolutePath.TrimEnd('/');
        return new Uri(uri.GetLeftPart(UriPartial.Authority) + (path.EndsWith(ApiPath, StringComparison.Ordinal) ? path : path + ApiPath));
    }

    /// <summary>The base address of the actions at a site of the platform: public, gov or fin.</summary>
    /// <exception cref="NcpConfigurationException">There is no such site.</exception>
    public static Uri OfSite(string site, string source) => ApiBase(
        site.ToUpperInvariant() switch
        {
            "PUBLIC" => Public,
            "GOV" => Gov,
            "FIN" => Fin,
            _ => throw new NcpConfigurationException(
                NcpErrorId.NcpInsecureEndpoint,
                $"{source} names no site of the platform.",
                "Set it to public, gov or fin, or give the gateway's root with -EndpointUrl."),
        },
        source);

    public static string At(Uri apiBase, string path) =>
        $"{apiBase.AbsoluteUri.Substring(0, apiBase.AbsoluteUri.Length - ApiPath.Length)}{path}";

    /// <summary>Whether a text is a path behind a gateway's root, and nothing else: no address, no query, no way up.</summary>
    public static bool IsPath(string text) => text.Length > 1 && text[0] == '/' && text.Substring(1).Split('/')
        .All(part => part.Any(c => c != '.') && part.All(c => IsNameCharacter(c) || c is '_' or '.' or '~' or ':' or '@' or '%' or '+' or ',' or '='))
        // What an escape stands for could lead up, or be something else than a part of a path.
        && Uri.TryCreate(Public + text, UriKind.Absolute, out Uri? address) && address.AbsolutePath == text;

    /// <summary>Whether a text can name a service or an action in such a path: letters, digits and hyphens.</summary>
    public static bool IsName(string text) => text.Length > 0 && text.All(IsNameCharacter);

    private static bool IsNameCharacter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-';

    private static bool IsSecure(Uri uri) => uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback);

    // In an address that can't be parsed, anything before an @ may be a password.
    public static string Shown(string root) => root.Contains('@') ? "(not shown, since it may hold a password)" : root;

    private static NcpConfigurationException Refuse(string message) => new(
        NcpErrorId.NcpInsecureEndpoint,
        message,
        $"Give the gateway's root, for example {Public}. Plain http is allowed only for loopback addresses.");
}
