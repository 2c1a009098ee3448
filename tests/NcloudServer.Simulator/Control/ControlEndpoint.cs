using System.Text.Json;

namespace NcloudServer.Simulator;

/// <summary>The addresses by which scripts steer the simulator.</summary>
internal sealed class ControlEndpoint(SimulatorHost host)
{
    public const string Root = "/_simulator/";

    public async Task HandleAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        string body = await reader.ReadToEndAsync();
        Reply reply;
        try
        {
            reply = Answer(context.Request, body);
        }
        catch (Exception mistake) when (mistake is JsonException or ArgumentException)
        {
            reply = ControlJson.Reply(new { error = mistake.Message }) with { Status = 400 };
        }

        context.Response.StatusCode = reply.Status;
        context.Response.ContentType = reply.ContentType;
        context.Response.ContentLength = reply.Body.Length;
        await context.Response.Body.WriteAsync(reply.Body);
    }

    private Reply Answer(HttpRequest request, string body)
    {
        string path = request.Path.Value![Root.Length..].TrimEnd('/');
        return (request.Method, path) switch
        {
            ("GET", "health") => ControlJson.Reply(new { status = "ready" }),
            ("GET", "requests") => ControlJson.Reply(new { host.Log.InFlight, host.Log.HighestInFlight, host.Log.Requests }),
            ("DELETE", "requests") => Done(host.Log.Clear),
            ("GET", "policies") => ControlJson.Reply(host.Policies),
            ("PUT", "policies") => ControlJson.Reply(host.Policies = ControlJson.Merge(host.Policies, body)),
            ("GET", "times") => ControlJson.Reply(host.Times),
            ("PUT", "times") => ControlJson.Reply(host.Times = ControlJson.Merge(host.Times, body)),
            ("GET", "role") => ControlJson.Reply(host.Role),
            ("PUT", "role") => ControlJson.Reply(host.Role = ControlJson.Merge(host.Role, body)),
            ("GET", "faults") => Faults(),
            ("POST", "faults") => AddFaults(body),
            ("DELETE", "faults") => Done(host.Faults.Clear),
            ("PUT", "regions") => Done(() => host.Fleet.Fill([.. ControlJson.ReadSeveral<RegionSize>(body).Select(RegionSeed.For)])),
            ("GET", "servers") => Servers(request.Query),
            ("POST", "servers") => SetServers(body),
            ("DELETE", _) when path.StartsWith("servers/", StringComparison.Ordinal) => RemoveServer(path["servers/".Length..]),
            ("POST", "reset") => Done(host.Reset),
            _ => ControlJson.Reply(new { error = $"There is no {request.Method} {request.Path}." }) with { Status = 404 },
        };
    }

    private static Reply Done(Action action)
    {
        action();
        return ControlJson.Reply(new { });
    }

    private Reply Faults() => ControlJson.Reply(new { faults = host.Faults.Rules });

    private Reply AddFaults(string body)
    {
        host.Faults.Add([.. ControlJson.ReadSeveral<FaultRule>(body)]);
        return Faults();
    }

    private Reply Servers(IQueryCollection query)
    {
        string? region = query["regionCode"].FirstOrDefault();
        string[] numbers = query["numbers"].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var servers = numbers.Length == 0
            ? host.Fleet.All(region)
            : numbers.Select(host.Fleet.Find)
                .OfType<SimulatedServer>()
                .Where(server => region is null || server.RegionCode == region)
                .ToList();
        return ControlJson.Reply(new { servers });
    }

    private Reply SetServers(string body)
    {
        var servers = ControlJson.ReadSeveral<ServerSettings>(body).Select(host.Fleet.Set).ToList();
        return ControlJson.Reply(new { servers });
    }

    private Reply RemoveServer(string number) => host.Fleet.Remove(number)
        ? ControlJson.Reply(new { })
        : ControlJson.Reply(new { error = $"There is no server {number}." }) with { Status = 404 };
}
