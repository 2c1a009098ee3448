using System.Globalization;
using System.Text.Json.Nodes;

namespace NcloudServer.Simulator;

/// <summary>The metadata address of a server. No signature: only the server itself can reach it.</summary>
internal sealed class MetadataEndpoint(SimulatorSettings settings, SimulatorClock clock, ResponseSender sender, Func<string> firstRegion)
{
    private const string Data = "/latest/meta-data/";
    private const string Token = "/latest/api/token";
    private const string Credentials = Data + "iam/security-credentials/";
    private const string CredentialsAlone = Data + "iam/security-credentials";
    private static readonly TimeSpan HangTime = TimeSpan.FromSeconds(120);

    private readonly MetadataTokens tokens = new(settings, clock);

    public static bool Has(string path) => path == Token || path.StartsWith(Data, StringComparison.Ordinal);

    public async Task AnswerAsync(HttpContext context, ApiRequest request, Visit visit)
    {
        RoleSettings role = settings.Role;
        bool isToken = request.Path == Token && role.Versions is MetadataVersions.Both or MetadataVersions.V2;
        bool isHung = role.HangAt.Length > 0 && request.Path.EndsWith(role.HangAt, StringComparison.Ordinal);
        if (isHung || role.Mode == RoleMode.Hang || (isToken && role.Token == TokenMode.Hang))
        {
            visit.Hung();
            await Connections.UntilClientGoesAsync(context, HangTime);
            visit.Ended(context.RequestAborted.IsCancellationRequested);
            context.Abort();
            return;
        }

        await sender.SendAsync(context, ResponseFor(request, role, isToken), visit);
    }

    private Response ResponseFor(ApiRequest request, RoleSettings role, bool isToken) => request.Path switch
    {
        _ when role.Mode == RoleMode.Forbidden => Plain(403, "Forbidden"),
        _ when role.Versions == MetadataVersions.Neither => Plain(404, "Path Not found."),
        _ when isToken => request.Method == "PUT" ? TokenResponse(request, role) : Plain(405, "Method Not Allowed"),
        _ when request.Method != "GET" => Plain(405, "Method Not Allowed"),
        _ when !MayRead(request, role) => Plain(role.TokenRefusedStatus, "Unauthorized"),
        Data + "regionCode" when role.RegionFailures-- > 0 => Plain(500, "Internal Server Error"),
        Data + "regionCode" when role.RegionCode != string.Empty => Plain(200, role.RegionCode ?? firstRegion()),
        Credentials or CredentialsAlone when role.Mode == RoleMode.On => Plain(200, role.RoleList ?? role.RoleId),
        _ when role.Mode == RoleMode.On && request.Path == Credentials + role.RoleId 
            => Response.Text(role.KeyStatus, ContentTypes.Json, role.KeyBody ?? Keys(role)),
        _ => Plain(404, "Path Not found."),
    };

    private Response TokenResponse(ApiRequest request, RoleSettings role) => role.Token switch
    {
        TokenMode.Empty => Plain(200, string.Empty),
        TokenMode.Page => Response.Text(200, "text/html", "<html>Sign in</html>"),
        _ => tokens.Create(Text(request, MetadataTokens.LifetimeHeader)) is { } token ? Plain(200, token) : Plain(400, "Bad Request"),
    };

    private bool MayRead(ApiRequest request, RoleSettings role) => role.Versions switch
    {
        MetadataVersions.V1 => true,
        MetadataVersions.V2 => tokens.IsValid(Text(request, MetadataTokens.Header)),
        _ => Text(request, MetadataTokens.Header) is not { } token || tokens.IsValid(token),
    };

    private string Keys(RoleSettings role) => new JsonObject
    {
        ["Code"] = "Success",
        ["LastUpdated"] = clock.Now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        ["Type"] = "NCP-HMAC",
        ["AccessKeyId"] = role.AccessKey,
        ["SecretAccessKey"] = role.SecretKey,
        ["Token"] = string.Empty,
        ["Expiration"] = clock.Now.AddSeconds(role.ExpirySeconds).UtcDateTime.ToString(role.ExpirationFormat, CultureInfo.InvariantCulture),
    }.ToJsonString();

    private static Response Plain(int status, string text) => Response.Text(status, ContentTypes.Plain, text);

    private static string? Text(ApiRequest request, string header) =>
        request.Headers.TryGetValue(header, out var value) ? value.ToString() : null;
}
