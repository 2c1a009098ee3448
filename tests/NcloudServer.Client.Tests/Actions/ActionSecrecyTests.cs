using System.Collections;
using NcloudServer.Actions;
using NcloudServer.Tests.Http;

namespace NcloudServer.Tests.Actions;

/// <summary>Secret parameters of any action are shown nowhere.</summary>
public sealed class ActionSecrecyTests
{
    [Fact]
    public async Task Secret_parameters_are_in_no_text_even_if_the_service_repeats_them()
    {
        const string Secret = "Pa ss/word+1";
        using var service = new ActionService
        {
            Answer = request => ActionService.Response(
                $"400 {{\"responseError\":{{\"returnCode\":\"1\",\"returnMessage\":\"bad: {Secret} {Uri.EscapeDataString(Secret)}\"}}}}"),
        };
        using ClientUnderTest client = service.Client();
        var parameters = new Hashtable { ["cifsUserPassword"] = Secret, ["other"] = "seen" };
        ApiCall call = ApiCall.Of("vserver", "setX", parameters, "KR", value => value);

        var failure = await Assert.ThrowsAsync<NcpServiceException>(
            () => new ActionInvocation(client.Client, call).InvokeAsync(CancellationToken.None));

        string all = string.Join("\n", client.TakeLog().Append(failure.ToString()).Append(failure.RecommendedAction));
        Assert.Contains("other=seen", all, StringComparison.Ordinal);
        Assert.Contains("bad: ***", all, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, all, StringComparison.Ordinal);
        Assert.DoesNotContain(Uri.EscapeDataString(Secret), all, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""400 {"responseError":{"returnCode":"SECRETKEY","returnMessage":"no"}}""")]
    [InlineData("""404 {"error":{"errorCode":"no SECRETKEY","message":"no"}}""")]
    public async Task A_code_that_repeats_a_secret_does_not_keep_it(string answer)
    {
        using var service = new ActionService { Answer = _ => ActionService.Response(answer) };

        NcpServiceException failure = await Assert.ThrowsAsync<NcpServiceException>(
            () => service.InvokeAsync("setX", new Hashtable { ["privateKey"] = "SECRETKEY" }));

        Assert.DoesNotContain("SECRETKEY", failure.Code, StringComparison.Ordinal);
        Assert.Contains("***", failure.Code, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirection_does_not_show_the_query_that_it_repeats()
    {
        using var service = new ActionService { Answer = _ => ActionService.Response("302") };

        NcpException failure = await Assert.ThrowsAnyAsync<NcpException>(
            () => service.InvokeAsync("getX", new Hashtable { ["privateKey"] = "SECRETKEY" }));

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
        using var service = new ActionService
        {
            Answer = _ =>
            {
                HttpResponseMessage response = ActionService.Response($"{status} <html>");
                response.Headers.Remove(header);
                response.Headers.TryAddWithoutValidation(header, value);
                response.Content.Headers.TryAddWithoutValidation("Content-Type", "text/SECRETKEY");
                return response;
            },
        };

        NcpException failure = await Assert.ThrowsAnyAsync<NcpException>(
            () => service.InvokeAsync("setX", new Hashtable { ["privateKey"] = "SECRETKEY" }));

        Assert.DoesNotContain("SECRETKEY", failure + failure.RequestId + failure.InnerException?.Message, StringComparison.Ordinal);
        Assert.Equal(status == 200 ? "NcpOutcomeUnknown" : "NcpInvalidResponse", failure.Id.ToString());
    }
}
