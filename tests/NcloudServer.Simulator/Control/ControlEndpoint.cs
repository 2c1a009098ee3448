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
        Response response;
        try
        {
            response = Answer(context.Request, body);
        }
        catch (Exception mistake) when (mistake is JsonException or ArgumentException)
        {
            response = ControlJson.Response(new { error = mistake.Message }) with { Status = 400 };
        }

        context.Response.StatusCode = response.Status;
        context.Response.ContentType = response.ContentType;
        context.Response.ContentLength = response.Body.Length;
        await context.Response.Body.WriteAsync(response.Body);
    }

    private Response Answer(HttpRequest request, string body)
    {
        string path = request.Path.Value![Root.Length..].TrimEnd('/');
        return (request.Method, path) switch
        {
            ("GET", "health") => ControlJson.Response(new { status = "ready" }),
            ("GET", "requests") => ControlJson.Response(new { host.Log.InFlight, host.Log.HighestInFlight, host.Log.Requests }),
            ("DELETE", "requests") => Done(host.Log.Clear),
            ("GET", "policies") => ControlJson.Response(host.Policies),
            ("PUT", "policies") => ControlJson.Response(host.Policies = ControlJson.Merge(host.Policies, body)),
            ("GET", "times") => ControlJson.Response(host.Times),
            ("PUT", "times") => ControlJson.Response(host.Times = ControlJson.Merge(host.Times, body)),
            ("GET", "role") => ControlJson.Response(host.Role),
            ("PUT", "role") => ControlJson.Response(host.Role = ControlJson.Merge(host.Role, body)),
            ("GET", "faults") => Faults(),
            ("POST", "faults") => AddFaults(body),
            ("DELETE", "faults") => Done(host.Faults.Clear),
            ("PUT", "regions") => Done(() => host.Fleet.Fill([.. ControlJson.ReadSeveral<RegionSize>(body).Select(RegionSeed.For)])),
            ("GET", "servers") => Servers(request.Query),
            ("POST", "servers") => SetServers(body),
            ("DELETE", _) when path.StartsWith("servers/", StringComparison.Ordinal) => RemoveServer(path["servers/".Length..]),
            ("POST", "reset") => Done(host.Reset),
            _ => ControlJson.Response(new { error = $"There is no {request.Method} {request.Path}." }) with { Status = 404 },
        };
    }

    private static Response Done(Action action)
    {
        action();
        return ControlJson.Response(new { });
    }

    private Response Faults() => ControlJson.Response(new { faults = host.Faults.Rules });

    private Response AddFaults(string body)
    {
        host.Faults.Add([.. ControlJson.ReadSeveral<FaultRule>(body)]);
        return Faults();
    }

    private Response Servers(IQueryCollection query)
    {
        string? region = query["regionCode"].FirstOrDefault();
        string[] numbers = query["numbers"].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var servers = numbers.Length == 0
            ? host.Fleet.All(region)
            : numbers.Select(host.Fleet.Find)
                .OfType<SimulatedServer>()
                .Where(server => region is null || server.RegionCode == region)
                .ToList();
        return ControlJson.Response(new { servers });
    }

    private Response SetServers(string body)
    {
        var servers = ControlJson.ReadSeveral<ServerSettings>(body).Select(host.Fleet.Set).ToList();
        return ControlJson.Response(new { servers });
    }

    private Response RemoveServer(string number) => host.Fleet.Remove(number)
        ? ControlJson.Response(new { })
        : ControlJson.Response(new { error = $"There is no server {number}." }) with { Status = 404 };
}
