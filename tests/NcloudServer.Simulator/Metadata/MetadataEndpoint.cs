using System;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace NcloudServer.Simulator;

/// <summary>The metadata address of a server with a role. No signature: only the server itself can reach it.</summary>
internal sealed class MetadataEndpoint(SimulatorSettings settings, SimulatorClock clock, ReplySender sender)
{
    public const string Root = "/latest/meta-data/";
    private const string Credentials = Root + "iam/security-credentials/";
    private static readonly TimeSpan HangTime = TimeSpan.FromSeconds(120);

    public async Task AnswerAsync(HttpContext context, string path, Visit visit)
    {
        RoleSettings role = settings.Role;
        if (role.Mode == RoleMode.Hang)
        {
            visit.Hung();
            await Connections.UntilClientGoesAsync(context, HangTime);
            visit.Ended(context.RequestAborted.IsCancellationRequested);
            context.Abort();
            return;
        }

        await sender.SendAsync(context, ReplyFor(path, role), visit);
    }

    private Reply ReplyFor(string path, RoleSettings role) => path switch
    {
        _ when role.Mode == RoleMode.Forbidden => Reply.Text(403, ContentTypes.Plain, "Forbidden"),
        Credentials when role.Mode == RoleMode.On => Reply.Text(200, ContentTypes.Plain, role.RoleId + "\n"),
        _ when role.Mode == RoleMode.On && path == Credentials + role.RoleId => Reply.Text(200, ContentTypes.Json, Keys(role)),
        _ => Reply.Text(404, ContentTypes.Plain, "Not Found"),
    };

    private string Keys(RoleSettings role) => new JsonObject
    {
        ["AccessKeyId"] = role.AccessKey,
        ["SecretAccessKey"] = role.SecretKey,
        ["Expiration"] = clock.Now.AddSeconds(role.ExpirySeconds).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
    }.ToJsonString();
}
