using System.Collections;
using System.Collections.Specialized;
using NcloudServer.Actions;
using NcloudServer.Tests.Operations;

namespace NcloudServer.Tests.Actions;

/// <summary>What a call of any action sends.</summary>
public sealed class ActionRequestTests
{
    [Fact]
    public async Task A_short_call_is_a_GET_with_everything_in_the_signed_query()
    {
        using var service = new ActionService { Answer = _ => ActionService.Response("200 " + ActionService.Done) };

        await service.InvokeAsync("setX", new OrderedDictionary { ["a b"] = "&=", ["aList"] = new[] { 1, 2 } });

        SentRequest sent = Assert.Single(service.Requests);
        Assert.Equal("GET", sent.Method);
        Assert.Equal("/vserver/v2/setX?responseFormatType=json&regionCode=KR&a%20b=%26%3D&aList.1=1&aList.2=2", sent.Target);
        Assert.Empty(sent.Body);
        Assert.True(sent.IsSigned);
    }

    [Fact]
    public async Task A_long_call_is_a_form_that_the_signature_does_not_cover()
    {
        using var service = new ActionService { Answer = _ => ActionService.Response("200 " + ActionService.Done) };
        string script = new('x', 9000);

        await service.InvokeAsync("createInitScript", new OrderedDictionary { ["initScriptContent"] = script, ["name"] = "a b" });

        SentRequest sent = Assert.Single(service.Requests);
        Assert.Equal(("POST", "/vserver/v2/createInitScript"), (sent.Method, sent.Target));
        Assert.Equal("application/x-www-form-urlencoded", sent.ContentType);
        Assert.Equal($"responseFormatType=json&regionCode=KR&initScriptContent={script}&name=a%20b", sent.Body);
        Assert.True(sent.IsSigned);
    }

    [Theory]
    [InlineData(0, "GET")]
    [InlineData(1, "POST")]
    public async Task The_form_begins_where_the_address_would_be_longer_than_8000_characters(int more, string method)
    {
        using var service = new ActionService { Answer = _ => ActionService.Response("200 " + ActionService.Done) };
        int rest = "https://service.invalid/vserver/v2/setX?responseFormatType=json&regionCode=KR&a=".Length;

        await service.InvokeAsync("setX", new Hashtable { ["a"] = new string('x', 8000 - rest + more) });

        Assert.Equal(method, Assert.Single(service.Requests).Method);
    }

    [Fact]
    public async Task A_repeated_form_has_its_body_again()
    {
        using var service = new ActionService();
        service.Answer = _ => ActionService.Response(service.Requests.Count == 1 ? "429" : "200 " + ActionService.Done);

        await service.InvokeAsync("setX", new Hashtable { ["a"] = new string('x', 9000) });

        Assert.Equal(2, service.Requests.Count);
        Assert.Single(service.Requests.Select(request => request.Body).Distinct());
    }

    [Fact]
    public async Task Other_services_and_paths_stand_beside_the_Server_service()
    {
        using var service = new ActionService { Answer = _ => ActionService.Response("200 {\"xResponse\":{\"returnCode\":\"0\",\"vpcList\":[]}}") };
        using var client = service.Client();

        await service.InvokeAsync("getVpcList", service: "vpc");
        await new ActionInvocation(client.Client, ApiCall.At("/billing/v1/cost/getX", new Hashtable(), null, value => value))
            .InvokeAsync(CancellationToken.None);

        Assert.Equal(
            ["/vpc/v2/getVpcList?responseFormatType=json&regionCode=KR", "/billing/v1/cost/getX?responseFormatType=json"],
            service.Requests.Select(request => request.Target));
    }
}
