using System.Text.Json.Nodes;
using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.SimulatedService;

/// <remarks>Page: api-call-std-*.</remarks>
public class RestServiceTests : ServiceTest
{
    private const string Path = "/api/v1/sub-accounts";

    [Fact]
    public async Task Accounts_are_created_changed_acted_upon_and_removed()
    {
        (int created, string body) = await SendAsync("POST", Path, """{"loginId":"lee","name":"Lee","tags":{"a":[1,null]}}""");
        string id = (string)JsonNode.Parse(body)!["subAccountId"]!;
        (int replaced, string whole) = await SendAsync("PUT", $"{Path}/{id}", """{"loginId":"lee","name":"Lee 2"}""");
        (int patched, string part) = await SendAsync("PATCH", $"{Path}/{id}", """{"active":false}""");
        (int accepted, _) = await SendAsync("POST", $"{Path}/{id}/reboot");
        (int removed, string nothing) = await SendAsync("DELETE", $"{Path}/{id}");
        (int missing, _) = await SendAsync("GET", $"{Path}/{id}");

        Assert.Equal([201, 200, 200, 202, 204, 404], [created, replaced, patched, accepted, removed, missing]);
        Assert.Equal($$$"""{"subAccountId":"{{{id}}}","loginId":"lee","name":"Lee","tags":{"a":[1,null]}}""", body);
        Assert.Equal($$"""{"subAccountId":"{{id}}","loginId":"lee","name":"Lee 2"}""", whole);
        Assert.Equal($$"""{"subAccountId":"{{id}}","loginId":"lee","name":"Lee 2","active":false}""", part);
        Assert.Empty(nothing);
    }

    [Theory]
    [InlineData(RestPageShape.Beside)]
    [InlineData(RestPageShape.Members)]
    public async Task Pages_count_from_0_and_say_how_many_there_are(RestPageShape shape)
    {
        Service.Policies.RestPageShape = shape;

        JsonNode last = await ReadAsync($"{Path}?pageNo=2&pageSize=20");

        JsonNode counts = shape == RestPageShape.Beside ? last["page"]! : last;
        Assert.Equal(5, last["items"]!.AsArray().Count);
        Assert.Equal([2, 20, 3, 45], new[] { "pageNo", "pageSize", "totalPages", "totalElements" }.Select(name => (int)counts[name]!));
    }

    [Fact]
    public async Task Tokens_lead_through_a_list()
    {
        Service.Policies.RestPageShape = RestPageShape.Token;
        List<string> ids = [];
        string? token = null;
        do
        {
            JsonNode page = await ReadAsync($"{Path}?pageSize=10{(token is null ? "" : $"&nextToken={token}")}");
            ids.AddRange(page["items"]!.AsArray().Select(item => (string)item!["subAccountId"]!));
            token = (string?)page["nextToken"];
        }
        while (token is not null);

        Assert.Equal(Service.SubAccounts.All.Select(item => (string)item["subAccountId"]!), ids);
    }

    [Fact]
    public async Task Each_wrong_field_is_named()
    {
        (int status, string body) = await SendAsync("POST", Path, """{"loginId":"","name":7}""");

        Assert.Equal(400, status);
        Assert.Equal("InvalidParameter", (string)JsonNode.Parse(body)!["error"]!["errorCode"]!);
        Assert.Equal(["loginId", "name"], JsonNode.Parse(body)!["error"]!["fieldErrors"]!.AsArray().Select(error => (string)error!["field"]!));
    }

    [Theory]
    [InlineData(RestErrorShape.TopLevel, """{"errorCode":9004,"message":"There is no sub account 7."}""")]
    [InlineData(RestErrorShape.Status, """{"status":{"code":"404","message":"There is no sub account 7."}}""")]
    [InlineData(RestErrorShape.CodeInError, """{"error":{"code":"77404","message":"There is no sub account 7."}}""")]
    public async Task An_error_can_have_another_shape(RestErrorShape shape, string expected)
    {
        Service.Policies.RestErrorShape = shape;

        Assert.Equal((404, expected), await SendAsync("GET", Path + "/7"));
    }

    [Theory]
    [InlineData(CutPoint.BeforeWork, false)]
    [InlineData(CutPoint.AfterWork, true)]
    public async Task A_fault_strikes_method_and_path_and_the_log_has_the_body(CutPoint point, bool isDone)
    {
        Service.Faults.Add(FaultRules.Cut(point) with { Action = $"PATCH {Path}/1001" });

        await Assert.ThrowsAsync<HttpRequestException>(() => SendAsync("PATCH", Path + "/1001", """{"name":"new"}"""));

        LoggedRequest request = Assert.Single(Service.Log.Requests);
        Assert.Equal(("PATCH", Path + "/1001", """{"name":"new"}"""), (request.Method, request.Path, request.Body));
        Assert.Equal(isDone, Service.SubAccounts.Find("1001")!["name"]!.GetValue<string>() == "new");
        Assert.Equal(isDone ? ["1001"] : [], request.NumbersChanged);
    }

    [Fact]
    public async Task The_signature_is_checked() => Assert.Equal(401, (await SendAsync("DELETE", Path + "/1001", secretKey: "wrong")).Status);
}
