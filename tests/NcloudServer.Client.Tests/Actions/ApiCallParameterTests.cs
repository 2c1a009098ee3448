using System.Collections;
using System.Collections.Specialized;
using NcloudServer.Actions;
using NcloudServer.Tests.Http;

namespace NcloudServer.Tests.Actions;

public sealed class ApiCallParameterTests
{
    [Theory]
    [InlineData("/billing/v1/cost/getX", "getX", false)]
    [InlineData("/billing/v1/getting/setX", "setX", true)]
    public void The_last_part_of_a_path_is_the_action(string path, string action, bool isChange)
    {
        ApiCall call = ApiCall.At(path, new Hashtable(), null, value => value);

        Assert.Equal((action, isChange, path), (call.Action, call.IsChange, call.Path));
        Assert.Null(call.Service);
    }

    [Theory]
    [InlineData("regionCode", "RegionCode")]
    [InlineData("pageSize", "pagesize")]
    [InlineData("a", "A", "a", "A")]
    public void What_the_module_knows_in_any_case_is_given_once(string one, string other, params string[] expected)
    {
        var parameters = new Hashtable(StringComparer.Ordinal) { [one] = "1", [other] = "1" };

        if (expected.Length > 0)
        {
            Assert.Equal(expected.Order(), Of(parameters).Parameters.Select(parameter => parameter.Key).Order());
        }
        else
        {
            NcpParameterException failure = Assert.Throws<NcpParameterException>(() => Of(parameters));
            Assert.Equal(one, failure.ParameterName);
            Assert.Contains("given twice", failure.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(null, "a=1")]
    [InlineData("", "a=1")]
    [InlineData("KR", "regionCode=KR a=1")]
    public void A_region_that_is_used_by_default_is_sent_where_there_is_one(string? region, string expected) =>
        Assert.Equal(expected, Text(Of(new Hashtable { ["a"] = 1 }).InRegion(region).Parameters));

    [Fact]
    public async Task A_page_has_one_size()
    {
        using var service = new ActionService();
        service.Answer = request => ActionService.Response(
            $$$"""200 {"aResponse":{"returnCode":"0","totalRows":2,"xList":[{"xNo":"{{{(request.RequestUri!.Query.Contains("pageNo=2") ? 2 : 1)}}}"}]}}""");
        using var client = service.Client();

        await new ActionInvocation(client.Client, Of(new OrderedDictionary { ["pageSize"] = 7, ["a"] = 1 })).ReadAllAsync(CancellationToken.None);

        Assert.Equal(
            ["pageSize=7&a=1", "a=1&pageNo=1&pageSize=7", "a=1&pageNo=2&pageSize=1"],
            service.Requests.Take(3).Select(request => request.Target.Replace("/vserver/v2/getX?responseFormatType=json&", string.Empty, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_response_without_the_envelope_of_the_actions_is_read_where_the_path_is_another()
    {
        using var service = new AnsweringHandler((_, _) => AnsweringHandler.Response(200, """{"cost":5}"""));
        using var client = new ClientUnderTest(AnsweringHandler.Address, retries: 0, handler: service);

        ApiCall elsewhere = ApiCall.At("/billing/v1/cost/getX", new Hashtable(), null, value => value);

        Assert.Single((await new ActionInvocation(client.Client, elsewhere).InvokeAsync(CancellationToken.None)).Items);
        NcpException failure = await Assert.ThrowsAsync<NcpResponseException>(
            () => new ActionInvocation(client.Client, Of(new Hashtable())).InvokeAsync(CancellationToken.None));
        Assert.Equal(NcpErrorId.NcpInvalidResponse, failure.Id);
    }

    [Fact]
    public void An_action_that_is_like_none_that_is_known_has_no_advice() => Assert.Empty(KnownActions.Alike("vpc", "aRot"));

    private static ApiCall Of(IDictionary parameters) => ApiCall.Of("vserver", "getX", parameters, null, value => value);

    private static string Text(IEnumerable<KeyValuePair<string, string>> parameters) =>
        string.Join(' ', parameters.Select(parameter => $"{parameter.Key}={parameter.Value}"));
}
