using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Contract;

/// <summary>
/// What the simulated service itself sends, since every other test trusts it: what was seen on the wire, and what NAVER's own clients need.
/// </summary>
public sealed class SimulatedServiceTests : IAsyncLifetime
{
    private const string Query = "?regionCode=KR&responseFormatType=json";
    private const string Root = "/vserver/v2/";

    private static readonly HttpClient s_client = new();

    private SimulatorHost Service { get; set; } = null!;

    public async Task InitializeAsync() =>
        Service = await SimulatorHost.StartAsync(new SimulatorOptions { Regions = [new("KR", "Korea", 1_000_001, 30)] });

    public async Task DisposeAsync() => await Service.DisposeAsync();

    [Fact]
    public async Task The_list_comes_first_and_white_space_stands_where_it_was_seen()
    {
        (int status, string body) = await SendAsync(Root + "getRegionList?responseFormatType=json");

        Assert.Equal(200, status);
        string id = Regex.Match(body, "[0-9a-f]{8}-[0-9a-f-]{27}").Value;
        string expected = $$$"""
            { "getRegionListResponse": {"totalRows":1,"regionList":[{"regionCode":"KR","regionName":"Korea"}],"requestId":"{{{id}}}",
            """
            + """
            "returnCode":"0","returnMessage":"success"}}
            """;
        Assert.Equal(expected, body);
    }

    [Fact]
    public async Task The_pages_order_comes_by_policy()
    {
        Service.Policies.EnvelopeFirst = true;

        JsonNode response = await ReadAsync(Root + "getRegionList?responseFormatType=json");

        Assert.Equal(
            ["requestId", "returnCode", "returnMessage", "totalRows", "regionList"],
            response["getRegionListResponse"]!.AsObject().Select(member => member.Key));
    }

    [Theory]
    [InlineData("getServerInstanceList")]
    [InlineData("stopServerInstances")]
    [InlineData("getNetworkInterfaceList")]
    public async Task The_client_for_Go_can_cut_the_object_out(string action)
    {
        string list = action == "stopServerInstances" ? "&serverInstanceNoList.1=1000001" : "&pageNo=1&pageSize=2";
        (_, string body) = await SendAsync(Root + action + Query + list);

        // From the character before the second brace up to the last but one: that is all that it decodes.
        string cut = body[(body.IndexOf('{', 1) - 1)..^1];

        Assert.DoesNotContain("{\"error\"", body, StringComparison.Ordinal);
        Assert.Equal("0", (string)JsonNode.Parse(cut)!["returnCode"]!);
    }

    [Fact]
    public async Task The_gateways_errors_have_no_white_space()
    {
        (int status, string body) = await SendAsync(Root + "getRegionList", secretKey: "wrong");

        Assert.Equal(401, status);
        Assert.StartsWith("{\"error\":{\"errorCode\":\"200\",", body, StringComparison.Ordinal);
    }

    // Page: common-vapidatatype-serverinstance, which has numbers; texts were seen.
    [Theory]
    [InlineData(false, JsonValueKind.String)]
    [InlineData(true, JsonValueKind.Number)]
    public async Task Numbers_of_clusters_are_texts_or_numbers(bool areNumbers, JsonValueKind kind)
    {
        Service.Policies.FabricNumbersAsNumbers = areNumbers;
        Service.Fleet.Set(new ServerSettings { Number = "1000099" });

        JsonNode server = await ServerAsync("1000099");

        Assert.Equal([kind, kind], new[] { "fabricClusterPoolNo", "fabricClusterNo" }.Select(name => server[name]!.GetValueKind()));
    }

    [Theory]
    [InlineData("KVM", "SW.VSVR.OS.LNX64.ROCKY.0810.G003", "SVR.VSVR.HICPU.C004.M008.G003", "c4-g3")]
    [InlineData("XEN", "SW.VSVR.OS.LNX64.ROCKY.0810.B050", "SVR.VSVR.HICPU.C004.M008.NET.SSD.B050.G002", "c4-g2-s50")]
    public async Task Servers_of_both_hypervisors_have_products_an_image_and_a_specification(
        string hypervisor, string image, string product, string spec)
    {
        Service.Fleet.Set(new ServerSettings { Number = "1000006", HypervisorType = hypervisor, PlatformType = "LNX64" });

        JsonNode server = await ServerAsync("1000006");

        Assert.Equal(
            [image, product, spec],
            new[] { "serverImageProductCode", "serverProductCode", "serverSpecCode" }.Select(name => (string)server[name]!));
        Assert.Matches("^[0-9]{8}$", (string)server["serverImageNo"]!);
        Assert.Equal(hypervisor == "XEN", server["baseBlockStorageDiskDetailType"] is not null);
    }

    // Page: common-vapidatatype-fabricclusterserverinstance.
    [Theory]
    [InlineData("startServerInstances", "NSTOP", "ST_FL")]
    [InlineData("stopServerInstances", "RUN", "SD_FL")]
    [InlineData("rebootServerInstances", "RUN", "RS_FL")]
    public async Task An_action_can_fail_into_its_own_status(string action, string before, string after)
    {
        Service.Policies.ActionEnd = ActionEnd.Failed;
        Service.Times = new SimulatorTimes { BootSeconds = 0, ShutdownSeconds = 0, RebootSeconds = 0 };
        Service.Fleet.Set(new ServerSettings { Number = "1000001", Status = before });
        await SendAsync(Root + action + Query + "&serverInstanceNoList.1=1000001");

        JsonNode server = await ServerAsync("1000001");

        Assert.Equal(after, (string)server["serverInstanceStatus"]!["code"]!);
        Assert.Equal(("NULL", "warning"), ((string)server["serverInstanceOperation"]!["code"]!, (string)server["serverInstanceStatusName"]!));
    }

    // Page: compute-vmetadata-roledata.
    [Fact]
    public async Task The_key_of_a_role_has_every_field_of_its_page()
    {
        Service.Role = new RoleSettings { Mode = RoleMode.On };
        using var client = new HttpClient { BaseAddress = Service.EndpointUrl };

        JsonNode key = JsonNode.Parse(await client.GetStringAsync("/latest/meta-data/iam/security-credentials/simulator-role"))!;
        using HttpResponseMessage missing = await client.GetAsync("/latest/meta-data/nothing");

        Assert.Equal(
            ["Code", "LastUpdated", "Type", "AccessKeyId", "SecretAccessKey", "Token", "Expiration"], key.AsObject().Select(member => member.Key));
        Assert.Equal("Path Not found.", await missing.Content.ReadAsStringAsync());
        Assert.Matches("^[0-9-]{10}T[0-9:]{8}Z$", (string)key["LastUpdated"]!);
    }

    private async Task<JsonNode> ServerAsync(string number)
    {
        JsonNode response = await ReadAsync($"{Root}getServerInstanceDetail{Query}&serverInstanceNo={number}");
        return response["getServerInstanceDetailResponse"]!["serverInstanceList"]![0]!;
    }

    /// <summary>Asks without the module: what comes is what is on the wire.</summary>
    private async Task<(int Status, string Body)> SendAsync(string target, string? secretKey = null)
    {
        string time = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        byte[] text = Encoding.UTF8.GetBytes($"GET {target}\n{time}\n{Service.AccessKey}");
        byte[] signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secretKey ?? Service.SecretKey), text);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Service.EndpointUrl, target));
        request.Headers.Add("x-ncp-apigw-timestamp", time);
        request.Headers.Add("x-ncp-iam-access-key", Service.AccessKey);
        request.Headers.Add("x-ncp-apigw-signature-v2", Convert.ToBase64String(signature));
        using HttpResponseMessage response = await s_client.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private async Task<JsonNode> ReadAsync(string target) => JsonNode.Parse((await SendAsync(target)).Body)!;
}
