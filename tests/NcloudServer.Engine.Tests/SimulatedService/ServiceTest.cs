using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.SimulatedService;

/// <summary>Tests of what the simulated service itself sends: every other test trusts it.</summary>
public abstract class ServiceTest : IAsyncLifetime
{
    private static readonly HttpClient s_client = new();

    protected SimulatorHost Service { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Service = await SimulatorHost.StartAsync(new SimulatorOptions { Regions = [new("KR", "Korea", 1_000_001, 30)] });
    }

    public async Task DisposeAsync() => await Service.DisposeAsync();

    /// <summary>Asks without the module: what comes is what is on the wire.</summary>
    protected async Task<(int Status, string Body)> SendAsync(string method, string target, string? body = null, string? secretKey = null)
    {
        string time = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        byte[] text = Encoding.UTF8.GetBytes($"{method} {target}\n{time}\n{Service.AccessKey}");
        byte[] signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secretKey ?? Service.SecretKey), text);
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(Service.EndpointUrl, target));
        request.Headers.Add("x-ncp-apigw-timestamp", time);
        request.Headers.Add("x-ncp-iam-access-key", Service.AccessKey);
        request.Headers.Add("x-ncp-apigw-signature-v2", Convert.ToBase64String(signature));
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await s_client.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    protected async Task<JsonNode> ReadAsync(string target) => JsonNode.Parse((await SendAsync("GET", target)).Body)!;
}
