using NcloudServer.Http;
using NcloudServer.Wire;

namespace NcloudServer.Credentials;

/// <summary>The role of this server, read from the platform's metadata address.</summary>
/// <remarks>Source: NAVER's SDKs (ncloud-sdk-go-v2, ncloud-sdk-js), server role provider.</remarks>
internal sealed class ServerRoleKeySource(ServerMetadata metadata) : IAccessKeySource
{
    private const string RolesPath = "iam/security-credentials/";

    // Only an Ncloud server gets an answer; anywhere else the user waits for the time-out.
    internal TimeSpan KeyTime { get; init; } = TimeSpan.FromSeconds(2);

    // A server whose metadata gave a key can wait for more.
    private static readonly TimeSpan s_regionTime = TimeSpan.FromSeconds(5);

    public string Description => $"the role of this server ({metadata.Address})";

    public Task<KeySearchResult> FindAsync(CancellationToken cancellationToken) =>
        Uri.TryCreate(metadata.Address, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https"
            ? metadata.SearchAsync(FindAsync, KeyTime, cancellationToken)
            : throw Unusable("Its address is not one of http or https");

    /// <exception cref="NcpConfigurationException">Its metadata do not give one.</exception>
    public Task<string> FindRegionAsync(CancellationToken cancellationToken) => metadata.SearchAsync(
        async read =>
        {
            MetadataAnswer answer = await read("regionCode").ConfigureAwait(false);
            return RegionIn(answer) ?? throw new NcpConfigurationException(
                NcpErrorId.NcpServiceUnavailable,
                $"The region of this server can't be found out from its metadata ({metadata.Address}): "
                + $"{(answer.IsOk ? "the answer is no region" : answer.Why)}.",
                "Give -RegionCode, or set NCLOUD_REGION.");
        },
        s_regionTime,
        cancellationToken);

    private async Task<KeySearchResult> FindAsync(Func<string, Task<MetadataAnswer>> read)
    {
        MetadataAnswer roles = await read(RolesPath).ConfigureAwait(false);
        if (roles is { Failure.IsUnreachable: false } or { Status: >= HttpStatusCode.InternalServerError or HttpStatusCode.Unauthorized })
            throw Unusable(roles.Why);

        return !roles.IsOk ? new KeySearchResult(null, roles.Why)
            : roles.Text.Trim().Split('\n')[0].TrimEnd() is not { Length: > 0 } role ? new KeySearchResult(null, "it has none")
            : role[0] == '<' ? new KeySearchResult(null, "a page in place of a role")
            : new KeySearchResult(Key(role, await read(RolesPath + Uri.EscapeDataString(role)).ConfigureAwait(false)));
    }

    private AccessKey Key(string role, MetadataAnswer answer)
    {
        if (!answer.IsOk)
            throw Unusable($"Its role {role} gives no key: {answer.Why}");

        try
        {
            using JsonDocument key = JsonDocument.Parse(answer.Text);
            string code = Field(key, "Code");
            if (code.Length > 0 && !code.Equals("Success", StringComparison.OrdinalIgnoreCase))
                throw Unusable($"Its role {role} gives no key: {code}, {Field(key, "Message")}");

            AccessKey pair = AccessKey.From(
                Field(key, "AccessKeyId"), Field(key, "SecretAccessKey"), "AccessKeyId", "SecretAccessKey", Description)
                ?? throw Unusable($"Its role {role} gives no key: the answer has none");
            // Without a date it is good all the same, until the service rejects it.
            return pair with { Expiration = ResponseValue.Date(Field(key, "Expiration")) };
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw Unusable($"Its role {role} gives no key: the answer is no complete JSON");
        }
    }

    /// <exception cref="InvalidOperationException">The answer is no object.</exception>
    private static string Field(JsonDocument answer, string name)
    {
        foreach (JsonProperty property in answer.RootElement.EnumerateObject())
        {
            if (property.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                return ResponseValue.Text(property.Value);
        }

        return string.Empty;
    }

    private NcpConfigurationException Unusable(string why) => new(
        NcpErrorId.NcpCredentialIncomplete,
        $"The key of the role of this server can't be read ({metadata.Address}). {why}.",
        "On a server of the platform, try again later, and check its role. Anywhere else, give -Credential, set NCLOUD_ACCESS_KEY_ID and "
        + "NCLOUD_SECRET_ACCESS_KEY, or create a profile with Set-NcpProfile.");

    // What is not a single word comes from something else that answers at the address.
    private static string? RegionIn(MetadataAnswer answer) =>
        answer.IsOk && answer.Text.Trim() is { Length: > 0 and <= 32 } region
        && region.All(c => c is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '_')
            ? region
            : null;
}
