using System.Collections;
using System.Net;
using NcloudServer.Actions;

namespace NcloudServer.Tests.Actions;

/// <summary>How often a call of any action is sent, and what its errors say.</summary>
public sealed class ActionInvocationTests
{
    public static TheoryData<string, string, int> ChangeFailures => new()
    {
        // What happens, the error, and how often the request is sent.
        { "cut", "NcpOutcomeUnknown", 1 },
        { "500 {}", "NcpOutcomeUnknown", 1 },
        { "503 {\"error\":{\"errorCode\":\"500\",\"message\":\"Endpoint Error\"}}", "NcpOutcomeUnknown", 1 },
        { "504", "NcpOutcomeUnknown", 1 },
        { "500 {\"responseError\":{\"returnCode\":\"3000100\",\"returnMessage\":\"x\"}}", "NcpOutcomeUnknown", 1 },
        { "200 <html>", "NcpOutcomeUnknown", 1 },
        { "200", "NcpOutcomeUnknown", 1 },
        { "200 {\"aResponse\":{}}", "NcpOutcomeUnknown", 1 },
        { "429 {\"error\":{\"errorCode\":\"410\",\"message\":\"Throttle Limited\"}}", "NcpRateLimited", 3 },
        { "400 {\"responseError\":{\"returnCode\":\"1101003\",\"returnMessage\":\"busy\"}}", "NcpServerInstanceBusy", 3 },
        { "400 {\"responseError\":{\"returnCode\":\"1100000\",\"returnMessage\":\"no\"}}", "NcpRequestRefused", 1 },
        { "200 {\"responseError\":{\"returnCode\":\"1100000\",\"returnMessage\":\"no\"}}", "NcpRequestRefused", 1 },
        { "401 {\"error\":{\"errorCode\":\"210\",\"message\":\"Permission Denied\"}}", "NcpPermissionDenied", 1 },
        { "302", "NcpInvalidResponse", 1 },
    };

    [Theory]
    [MemberData(nameof(ChangeFailures))]
    public async Task A_change_is_never_sent_again_once_it_may_have_been_carried_out(string what, string error, int requests)
    {
        using var service = new ActionService { Answer = _ => ActionService.Response(what) };

        NcpException failure = await Assert.ThrowsAnyAsync<NcpException>(() => service.InvokeAsync("setX"));

        Assert.Equal(error, failure.Id.ToString());
        Assert.Equal(requests, service.Requests.Count);
    }

    [Theory]
    [InlineData("cut")]
    [InlineData("500 {}")]
    [InlineData("504")]
    [InlineData("200 <html>")]
    [InlineData("200 {\"aResponse\":{}}")]
    [InlineData("429")]
    public async Task A_reading_is_repeated_after_any_fault(string what)
    {
        using var service = new ActionService();
        string empty = ActionService.Done.Replace("\"success\"", "\"success\",\"totalRows\":0", StringComparison.Ordinal);
        service.Answer = _ => ActionService.Response(service.Requests.Count == 1 ? what : "200 " + empty);

        Assert.Empty((await service.InvokeAsync("getX")).Items);
        Assert.Equal(2, service.Requests.Count);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("many")]
    // Without a page, the service may give everything.
    [InlineData("1")]
    public async Task A_page_size_that_is_none_is_held_against_no_response(string pageSize)
    {
        using var service = new ActionService
        {
            Answer = _ => ActionService.Response(
                """200 {"getVpcListResponse":{"returnCode":"0","totalRows":2,"vpcList":[{"vpcNo":"1"},{"vpcNo":"2"}]}}"""),
        };

        Assert.Equal(2, (await service.InvokeAsync("getVpcList", new Hashtable { ["pageSize"] = pageSize }, "vpc")).Items.Count);
    }

    [Fact]
    public async Task An_unknown_outcome_says_how_to_look()
    {
        using var service = new ActionService { Answer = _ => ActionService.Response("cut") };

        var failure = await Assert.ThrowsAsync<NcpActionException>(() => service.InvokeAsync("changeServerInstanceSpec"));

        Assert.Equal("changeServerInstanceSpec", failure.Action);
        Assert.Contains("Invoke-NcpApi getServerInstanceList what", failure.RecommendedAction, StringComparison.Ordinal);
        Assert.IsType<NcpConnectionException>(failure.InnerException);
        failure = await Assert.ThrowsAsync<NcpActionException>(() => service.InvokeAsync("deleteVpc", service: "vpc"));
        Assert.Contains("Invoke-NcpApi getVpcList -Service vpc", failure.RecommendedAction, StringComparison.Ordinal);
        failure = await Assert.ThrowsAsync<NcpActionException>(
            () => service.InvokeAsync("setProtectServerTermination", new Hashtable { ["serverInstanceNo"] = 1 }));
        Assert.Contains("Invoke-NcpApi getServerInstanceList", failure.RecommendedAction, StringComparison.Ordinal);
        failure = await Assert.ThrowsAsync<NcpActionException>(
            () => service.InvokeAsync("changeServerInstanceSpec", new Hashtable { ["blockStorageInstanceNo"] = 1 }));
        Assert.Contains("Invoke-NcpApi getServerInstanceList", failure.RecommendedAction, StringComparison.Ordinal);
        failure = await Assert.ThrowsAsync<NcpActionException>(() => service.InvokeAsync("createMemberServerImageInstance"));
        Assert.Contains("Invoke-NcpApi getMemberServerImageInstanceList", failure.RecommendedAction, StringComparison.Ordinal);
        failure = await Assert.ThrowsAsync<NcpActionException>(() => service.InvokeAsync("doThis", service: "other"));
        Assert.Contains("get…", failure.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_outcome_has_the_id_by_which_the_service_knows_the_request()
    {
        using var service = new ActionService { Answer = _ => ActionService.Response("200 {\"aResponse\":{\"requestId\":\"R-1\"}}") };

        Assert.Equal("R-1", (await Assert.ThrowsAsync<NcpActionException>(() => service.InvokeAsync("setX"))).RequestId);
    }

    [Fact]
    public async Task What_is_not_found_was_given_by_its_name_or_by_its_path()
    {
        using var gateway = new ActionService
        {
            Answer = _ => ActionService.Response("404 {\"error\":{\"errorCode\":\"300\",\"message\":\"No\"}}"),
        };
        ApiCall byPath = ApiCall.At("/a/path", new Hashtable(), regionCode: null, value => value);

        var named = await Assert.ThrowsAsync<NcpServiceException>(() => gateway.InvokeAsync("getX"));
        var pathed = await Assert.ThrowsAsync<NcpServiceException>(() => gateway.InvokeAsync(byPath));

        Assert.Contains("-Service", named.RecommendedAction, StringComparison.Ordinal);
        Assert.Contains("-Path", pathed.RecommendedAction, StringComparison.Ordinal);
        Assert.EndsWith("There is no action at /a/path.", pathed.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vserver", "getServerInstanceLst", "getServerInstanceList")]
    [InlineData("vserver", "getVpcList", "getVpcList (-Service vpc)")]
    [InlineData("vserver", "stopServerInstance", "stopServerInstances")]
    [InlineData("vpc", "adRot", "addRoute")]
    public async Task An_unknown_action_says_which_are_alike(string service, string action, string alike)
    {
        using var gateway = new ActionService
        {
            Answer = _ => ActionService.Response("404 {\"error\":{\"errorCode\":\"300\",\"message\":\"Not Found Exception\"}}"),
        };

        var failure = await Assert.ThrowsAsync<NcpServiceException>(() => gateway.InvokeAsync(action, service: service));

        Assert.Contains(alike, failure.Message, StringComparison.Ordinal);
        Assert.Equal(("300", HttpStatusCode.NotFound), (failure.Code, failure.StatusCode));
    }

    [Fact]
    public async Task An_action_that_is_known_is_not_alike_itself()
    {
        using var gateway = new ActionService
        {
            Answer = _ => ActionService.Response("404 {\"error\":{\"errorCode\":\"300\",\"message\":\"No\"}}"),
        };

        var failure = await Assert.ThrowsAsync<NcpServiceException>(() => gateway.InvokeAsync("createLoginKey"));

        Assert.DoesNotContain("alike: createLoginKey", failure.Message, StringComparison.Ordinal);
        Assert.Contains("/vserver/v2/createLoginKey", failure.Message, StringComparison.Ordinal);
    }
}
