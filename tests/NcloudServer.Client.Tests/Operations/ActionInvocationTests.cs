using System;
using System.Collections;
using System.Collections.Generic;
using System.Collections.Specialized;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using NcloudServer.Api;
using NcloudServer.Http;
using NcloudServer.Operations;
using NcloudServer.Tests.Http;
using Xunit;

namespace NcloudServer.Tests.Operations;

public sealed class ActionInvocationTests
{
    private const string Done = """{"aResponse":{"requestId":"1","returnCode":"0","returnMessage":"success"}}""";

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
        using var service = new Service { Answer = _ => Reply(what) };

        NcpException failure = await Assert.ThrowsAnyAsync<NcpException>(() => InvokeAsync(service, "setX"));

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
        using var service = new Service();
        service.Answer = request => service.Requests.Count == 1 ? Reply(what) : Reply("200 " + Done.Replace("\"success\"", "\"success\",\"totalRows\":0", StringComparison.Ordinal));

        Assert.Empty((await InvokeAsync(service, "getX")).Items);
        Assert.Equal(2, service.Requests.Count);
    }

    [Fact]
    public async Task An_unknown_outcome_says_how_to_look()
    {
        using var service = new Service { Answer = _ => Reply("cut") };

        var failure = await Assert.ThrowsAsync<NcpActionException>(() => InvokeAsync(service, "changeServerInstanceSpec"));

        Assert.Equal("changeServerInstanceSpec", failure.Action);
        Assert.Contains("Invoke-NcpApi getServerInstanceList", failure.RecommendedAction, StringComparison.Ordinal);
        Assert.IsType<NcpConnectionException>(failure.InnerException);
        failure = await Assert.ThrowsAsync<NcpActionException>(() => InvokeAsync(service, "deleteVpc", service: "vpc"));
        Assert.Contains("Invoke-NcpApi getVpcList -Service vpc", failure.RecommendedAction, StringComparison.Ordinal);
        failure = await Assert.ThrowsAsync<NcpActionException>(
            () => InvokeAsync(service, "setProtectServerTermination", new Hashtable { ["serverInstanceNo"] = 1 }));
        Assert.Contains("Invoke-NcpApi getServerInstanceList", failure.RecommendedAction, StringComparison.Ordinal);
        failure = await Assert.ThrowsAsync<NcpActionException>(() => InvokeAsync(service, "createMemberServerImageInstance"));
        Assert.Contains("Invoke-NcpApi getMemberServerImageInstanceList", failure.RecommendedAction, StringComparison.Ordinal);
        failure = await Assert.ThrowsAsync<NcpActionException>(() => InvokeAsync(service, "doThis", service: "other"));
        Assert.Contains("get…", failure.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vserver", "getServerInstanceLst", "getServerInstanceList")]
    [InlineData("vserver", "getVpcList", "getVpcList (-Service vpc)")]
    [InlineData("vserver", "stopServerInstance", "stopServerInstances")]
    [InlineData("vpc", "adRot", "addRoute")]
    public async Task An_unknown_action_says_which_are_alike(string service, string action, string alike)
    {
        using var gateway = new Service { Answer = _ => Reply("404 {\"error\":{\"errorCode\":\"300\",\"message\":\"Not Found Exception\"}}") };

        var failure = await Assert.ThrowsAsync<NcpServiceException>(() => InvokeAsync(gateway, action, service: service));

        Assert.Contains(alike, failure.Message, StringComparison.Ordinal);
        Assert.Equal(("300", HttpStatusCode.NotFound), (failure.Code, failure.StatusCode));
    }

    [Fact]
    public async Task An_action_that_is_known_is_not_alike_itself()
    {
        using var gateway = new Service { Answer = _ => Reply("404 {\"error\":{\"errorCode\":\"300\",\"message\":\"No\"}}") };

        var failure = await Assert.ThrowsAsync<NcpServiceException>(() => InvokeAsync(gateway, "createLoginKey"));

        Assert.DoesNotContain("alike: createLoginKey", failure.Message, StringComparison.Ordinal);
        Assert.Contains("/vserver/v2/createLoginKey", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_short_call_is_a_GET_with_everything_in_the_signed_query()
    {
        using var service = new Service { Answer = _ => Reply("200 " + Done) };

        await InvokeAsync(service, "setX", new OrderedDictionary { ["a b"] = "&=", ["aList"] = new[] { 1, 2 } });

        Sent sent = Assert.Single(service.Requests);
        Assert.Equal("GET", sent.Method);
        Assert.Equal("/vserver/v2/setX?responseFormatType=json&regionCode=KR&a%20b=%26%3D&aList.1=1&aList.2=2", sent.Target);
        Assert.Empty(sent.Body);
        Assert.True(sent.IsSigned);
    }

    [Fact]
    public async Task A_long_call_is_a_form_that_the_signature_does_not_cover()
    {
        using var service = new Service { Answer = _ => Reply("200 " + Done) };
        string script = new('x', 9000);

        await InvokeAsync(service, "createInitScript", new OrderedDictionary { ["initScriptContent"] = script, ["name"] = "a b" });

        Sent sent = Assert.Single(service.Requests);
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
        using var service = new Service { Answer = _ => Reply("200 " + Done) };
        int rest = "https://service.invalid/vserver/v2/setX?responseFormatType=json&regionCode=KR&a=".Length;

        await InvokeAsync(service, "setX", new Hashtable { ["a"] = new string('x', 8000 - rest + more) });

        Assert.Equal(method, Assert.Single(service.Requests).Method);
    }

    [Fact]
    public async Task A_repeated_form_has_its_body_again()
    {
        using var service = new Service();
        service.Answer = _ => Reply(service.Requests.Count == 1 ? "429" : "200 " + Done);

        await InvokeAsync(service, "setX", new Hashtable { ["a"] = new string('x', 9000) });

        Assert.Equal(2, service.Requests.Count);
        Assert.Single(service.Requests.Select(request => request.Body).Distinct());
    }

    [Fact]
    public async Task Other_services_and_paths_stand_beside_the_Server_service()
    {
        using var service = new Service { Answer = _ => Reply("200 {\"xResponse\":{\"returnCode\":\"0\",\"vpcList\":[]}}") };
        using var client = service.Client();

        await InvokeAsync(service, "getVpcList", service: "vpc");
        await new ActionInvocation(client.Client, ApiCall.At("/billing/v1/cost/getX", new Hashtable(), null, value => value))
            .InvokeAsync(CancellationToken.None);

        Assert.Equal(
            ["/vpc/v2/getVpcList?responseFormatType=json&regionCode=KR", "/billing/v1/cost/getX?responseFormatType=json"],
            service.Requests.Select(request => request.Target));
    }

    [Fact]
    public async Task Secret_parameters_are_in_no_text_even_if_the_service_repeats_them()
    {
        const string Secret = "Pa ss/word+1";
        using var service = new Service
        {
            Answer = request => Reply(
                $"400 {{\"responseError\":{{\"returnCode\":\"1\",\"returnMessage\":\"bad: {Secret} {Uri.EscapeDataString(Secret)}\"}}}}"),
        };
        using ClientUnderTest client = service.Client();
        ApiCall call = ApiCall.Of("vserver", "setX", new Hashtable { ["cifsUserPassword"] = Secret, ["other"] = "seen" }, "KR", value => value);

        var failure = await Assert.ThrowsAsync<NcpServiceException>(
            () => new ActionInvocation(client.Client, call).InvokeAsync(CancellationToken.None));

        string all = string.Join("\n", client.TakeLog().Append(failure.ToString()).Append(failure.RecommendedAction));
        Assert.Contains("other=seen", all, StringComparison.Ordinal);
        Assert.Contains("bad: ***", all, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, all, StringComparison.Ordinal);
        Assert.DoesNotContain(Uri.EscapeDataString(Secret), all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirection_does_not_show_the_query_that_it_repeats()
    {
        using var service = new Service { Answer = _ => Reply("302") };

        NcpException failure = await Assert.ThrowsAnyAsync<NcpException>(
            () => InvokeAsync(service, "getX", new Hashtable { ["privateKey"] = "SECRETKEY" }));

        Assert.Contains("https://login.invalid/page", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRETKEY", failure.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400, "Location", "https://x.invalid/")]
    [InlineData(302, "Location", "https://login.invalid/SECRETKEY/page")]
    [InlineData(200, "x-ncp-trace-id", "of SECRETKEY")]
    [InlineData(400, "x-ncp-trace-id", "of SECRETKEY")]
    public async Task No_place_of_an_answer_that_repeats_a_secret_gets_into_a_failure(int status, string header, string value)
    {
        using var service = new Service
        {
            Answer = _ =>
            {
                HttpResponseMessage reply = Reply($"{status} <html>");
                reply.Headers.Remove(header);
                reply.Headers.TryAddWithoutValidation(header, value);
                reply.Content.Headers.TryAddWithoutValidation("Content-Type", "text/SECRETKEY");
                return reply;
            },
        };

        NcpException failure = await Assert.ThrowsAnyAsync<NcpException>(
            () => InvokeAsync(service, "setX", new Hashtable { ["privateKey"] = "SECRETKEY" }));

        Assert.DoesNotContain("SECRETKEY", failure + failure.RequestId + failure.InnerException?.Message, StringComparison.Ordinal);
        Assert.Equal(status == 200 ? "NcpOutcomeUnknown" : "NcpInvalidResponse", failure.Id.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void A_blank_region_is_none(string blank)
    {
        Assert.True(Call(null).TakesDefaultRegion);
        Assert.Equal(["regionCode", "a"], Call(null).InRegion("JPN").Parameters.Select(parameter => parameter.Key));
        Assert.Equal("JPN", Call("JPN").Find("regionCode"));

        ApiCall Call(string? region) =>
            ApiCall.Of("vserver", "stopX", new OrderedDictionary { ["a"] = 1, ["regionCode"] = blank }, region, one => one);
    }

    [Fact]
    public void Spaces_around_names_and_regions_do_not_count() => Assert.Equal(
        [new("regionCode", "KR")],
        ApiCall.Of("vserver", "stopX", new Hashtable { [" regionCode "] = " KR " }, "KR", one => one).Parameters);

    [Theory]
    [InlineData("regionCode")]
    [InlineData("RegionCode")]
    [InlineData("pageNo")]
    public void A_call_has_one_region_and_one_page(string name)
    {
        foreach (object several in new object[] { new[] { "KR", "JPN" }, new Hashtable { ["a"] = "KR" } })
        {
            var failure = Assert.Throws<NcpParameterException>(
                () => ApiCall.Of("vserver", "stopX", new Hashtable { [name] = several }, null, one => one));
            Assert.Contains(name, failure.ParameterName, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void Regions_that_contradict_each_other_are_refused_and_the_same_one_is_not()
    {
        ApiCall Call(string name, string value, string? region) => ApiCall.Of("vserver", "getX", new Hashtable { [name] = value }, region, one => one);

        Assert.Equal("regionCode", Assert.Throws<NcpParameterException>(() => Call("regionCode", "KR", "JPN")).ParameterName);
        Assert.Equal("KR", Call("RegionCode", "KR", "KR").Find("regionCode"));
        Assert.Equal("KR", Call("REGIONCODE", "KR", null).Find("regionCode"));
        Assert.False(Call("regionCode", "KR", null).TakesDefaultRegion);
        Assert.True(Call("a", "b", null).TakesDefaultRegion);
        Assert.False(ApiCall.Of("vserver", "getregionlist", new Hashtable(), null, one => one).TakesDefaultRegion);
    }

    [Theory]
    [InlineData("getServerInstanceList", true)]
    [InlineData("getserverinstancelist", true)]
    [InlineData("GETROOTPASSWORD", true)]
    [InlineData("getUnknown", true)]
    [InlineData("GetUnknown", false)]
    [InlineData("getaway", false)]
    [InlineData("get", false)]
    [InlineData("stopServerInstances", false)]
    public void Only_actions_named_get_read(string action, bool isReading) =>
        Assert.Equal(isReading, !ApiCall.Of("vserver", action, new Hashtable(), null, value => value).IsChange);

    private static async Task<ListPage<object>> InvokeAsync(
        Service gateway, string action, IDictionary? parameters = null, string service = "vserver")
    {
        using ClientUnderTest client = gateway.Client();
        ApiCall call = ApiCall.Of(service, action, parameters ?? new Hashtable(), "KR", value => value);
        return await new ActionInvocation(client.Client, call).InvokeAsync(CancellationToken.None);
    }

    /// <param name="what">A status and a body, or that the connection is cut.</param>
    private static HttpResponseMessage Reply(string what)
    {
        if (what == "cut")
        {
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "cut");
        }

        string[] parts = what.Split(' ', 2);
        var reply = new HttpResponseMessage((HttpStatusCode)int.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture))
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(parts.Length > 1 ? parts[1] : string.Empty)),
        };
        reply.Headers.Location = parts[0] == "302" ? new Uri("https://login.invalid/page?from=SECRETKEY") : null;
        return reply;
    }

    private sealed record Sent(string Method, string Target, string Body, string? ContentType, bool IsSigned);

    private sealed class Service : HttpMessageHandler
    {
        public Func<HttpRequestMessage, HttpResponseMessage> Answer { get; set; } = _ => Reply("500");

        public List<Sent> Requests { get; } = [];

        public ClientUnderTest Client() => new("https://service.invalid", retries: 2, handler: this);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            string body = request.Content is null ? string.Empty : await request.Content.ReadAsStringAsync(cancellationToken);
            string signature = RequestSigner.Signature(
                request.Method.Method,
                request.RequestUri!.PathAndQuery,
                request.Headers.GetValues("x-ncp-apigw-timestamp").Single(),
                new AccessKey(ClientUnderTest.AccessKeyId, ClientUnderTest.SecretKey));
            Requests.Add(new Sent(
                request.Method.Method, request.RequestUri.PathAndQuery, body, request.Content?.Headers.ContentType?.ToString(),
                request.Headers.GetValues("x-ncp-apigw-signature-v2").Single() == signature));
            return Answer(request);
        }
    }
}
