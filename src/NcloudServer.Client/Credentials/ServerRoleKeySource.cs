using System;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using NcloudServer.Http;

namespace NcloudServer.Credentials;

/// <summary>The role of this server, read from the platform's metadata address.</summary>
/// <remarks>Source: NAVER's SDKs (ncloud-sdk-go-v2, ncloud-sdk-js), server role provider.</remarks>
internal sealed class ServerRoleKeySource(ServerMetadata metadata) : IAccessKeySource
{
    private const string RolesPath = "iam/security-credentials/";

    public string Description => $"the role of this server ({metadata.Address})";

    public Task<AccessKey?> FindAsync(CancellationToken cancellationToken) => metadata.SearchAsync(
        async read =>
        {
            string? role = FirstLine(await read(RolesPath).ConfigureAwait(false));
            string? text = role is null ? null : await read(RolesPath + Uri.EscapeDataString(role)).ConfigureAwait(false);
            return text is null ? null : Key(text);
        },
        cancellationToken);

    /// <summary>Finds the region of this server; null where its metadata does not name one.</summary>
    public Task<string?> FindRegionAsync(CancellationToken cancellationToken) =>
        metadata.SearchAsync(async read => RegionIn(await read("regionCode").ConfigureAwait(false)), cancellationToken);

    private AccessKey? Key(string text)
    {
        RoleKey? key;
        try
        {
            key = JsonSerializer.Deserialize(text, RoleContext.Default.RoleKey);
        }
        catch (JsonException)
        {
            return null;
        }

        return KeyPair.From(key?.AccessKeyId, key?.SecretAccessKey, "AccessKeyId", "SecretAccessKey", Description) is { } pair
            ? new AccessKey(pair.Id, pair.Secret, key!.Expiration)
            : null;
    }

    private static string? FirstLine(string? text) =>
        text?.Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.Length > 0);

    // What is not a single word comes from something else that answers at the address.
    private static string? RegionIn(string? text) =>
        text?.Trim() is { Length: > 0 and <= 32 } region && region.All(c => c is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z')
            or (>= '0' and <= '9') or '-' or '_')
            ? region
            : null;
}
