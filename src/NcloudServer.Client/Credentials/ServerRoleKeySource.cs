using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Json;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using NcloudServer.Http;

namespace NcloudServer.Credentials;

/// <summary>The role of this server, read from the platform's metadata address.</summary>
/// <remarks>Source: NAVER's SDKs (ncloud-sdk-go-v2, ncloud-sdk-js), server role provider.</remarks>
internal sealed class ServerRoleKeySource(Func<string, string?> variable, TimeSpan? timeout = null) : IAccessKeySource
{
    private const string RolesPath = "/latest/meta-data/iam/security-credentials/";

    // Only an Ncloud server gets an answer here; anywhere else the user waits for the time-out.
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(2);

    public string Description => $"the role of this server ({Root})";

    private string Root => FirstGiven("NCLOUD_METADATA_API_ENDPOINT", "NCLOUD_METADATA_ENDPOINT") ?? "http://169.254.169.254";

    public async Task<AccessKey?> FindAsync(CancellationToken cancellationToken)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(timeout ?? s_timeout);
        // The address is link-local: no proxy can reach it.
        using var handler = new HttpClientHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false };
        using var client = new HttpClient(handler) { MaxResponseContentBufferSize = 64 * 1024 };
        try
        {
            string roles = Root.TrimEnd('/') + RolesPath;
            string? role = await FirstLineAsync(client, roles, limited.Token).ConfigureAwait(false);
            if (role is null)
            {
                return null;
            }

            RoleKey? key = await client
                .GetFromJsonAsync(roles + Uri.EscapeDataString(role), RoleContext.Default.RoleKey, limited.Token).ConfigureAwait(false);
            return KeyPair.From(key?.AccessKeyId, key?.SecretAccessKey, "AccessKeyId", "SecretAccessKey", Description) is { } pair
                ? new AccessKey(pair.Id, pair.Secret, key!.Expiration)
                : null;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested
            && e is HttpRequestException or OperationCanceledException or IOException or JsonException or UriFormatException
                or InvalidOperationException or NotSupportedException)
        {
            return null;
        }
    }

    private static async Task<string?> FirstLineAsync(HttpClient client, string address, CancellationToken cancellationToken)
    {
        using HttpResponseMessage response = await client.GetAsync(new Uri(address), cancellationToken).ConfigureAwait(false);
        if (response.StatusCode != HttpStatusCode.OK)
        {
            return null;
        }

        string text = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        return text.Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.Length > 0);
    }

    private string? FirstGiven(string name, string otherName) =>
        variable(name) is { Length: > 0 } value ? value : variable(otherName) is { Length: > 0 } other ? other : null;
}
