using System.Globalization;
using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Api;

/// <summary>What comes back from a REST service.</summary>
public sealed class RestResponseTests(ModuleSession session) : EngineTest(session)
{
    private const string Accounts = "Invoke-NcpApi -Path /api/v1/sub-accounts";
    private const string One = "Invoke-NcpApi -Path /api/v1/sub-accounts/1001";

    [Fact]
    public void A_request_without_a_response_in_json_says_what_came()
    {
        Service.Faults.Add(FaultRules.Answer(409, "Conflict:\u001b[31m account 1001 is in use. " + new string('x', 900), "text/plain"));

        string text = Assert.Single(Run($"{One} -Method Delete -Confirm:$false").Errors).ToString();

        Assert.Contains("HTTP 409, Conflict: [31m account 1001 is in use.", text, StringComparison.Ordinal);
        Assert.InRange(text.Length, 500, 700);
    }

    [Theory]
    [InlineData("-Method Delete -Confirm:$false", "NcpOutcomeUnknown")]
    [InlineData("-Method Get", "NcpInvalidResponse")]
    public void A_page_is_no_success_although_it_is_well_formed(string request, string id)
    {
        Service.Faults.Add(FaultRules.Answer(200, "<html><body>Sign in</body></html>", "text/html"));

        Result result = Run($"{One} {request}");

        Assert.Equal([id], result.ErrorIds);
        Assert.Empty(result.Output);
    }

    [Fact]
    public void A_field_that_is_called_html_is_one_like_any_other()
    {
        Service.Faults.Add(FaultRules.Answer(200, """{"html":"<p>Hello</p>"}""", "application/json"));

        Assert.Equal("<p>Hello</p>", Assert.Single(Run($"{One} -Method Get").Values("Html")));
    }

    [Theory]
    [InlineData(RestErrorShape.Standardized, "InvalidParameter", "loginId: must not be blank; name: must not be blank")]
    [InlineData(RestErrorShape.TopLevel, "9000", "Some fields are not valid.")]
    [InlineData(RestErrorShape.ReturnCode, "400", "Some fields are not valid.")]
    [InlineData(RestErrorShape.CodeAndMsg, "400", "Some fields are not valid.")]
    [InlineData(RestErrorShape.Status, "400", "Some fields are not valid.")]
    [InlineData(RestErrorShape.Spring, "", "Some fields are not valid.")]
    [InlineData(RestErrorShape.CodeInError, "77400", "Some fields are not valid.")]
    [InlineData(RestErrorShape.Unknown, "", "Some fields are not valid.")]
    public void An_error_of_any_shape_has_its_code_and_its_text(RestErrorShape shape, string code, string text)
    {
        Service.Policies.RestErrorShape = shape;

        ErrorRecord error = Assert.Single(Run($"{Accounts} -Method Post -Body @{{ loginId = '' }} -Confirm:$false").Errors);

        Assert.Equal("NcpRequestRefused,NcloudServer.Commands.InvokeNcpApiCommand", error.FullyQualifiedErrorId);
        Assert.Equal(code, error.Exception.GetType().GetProperty("Code")!.GetValue(error.Exception));
        Assert.Contains(text, error.ToString(), StringComparison.Ordinal);
        Assert.Contains("-Body", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(RestPageShape.Beside)]
    [InlineData(RestPageShape.Members)]
    [InlineData(RestPageShape.Token)]
    public void A_list_is_read_whole_whatever_its_pages_are_like(RestPageShape shape)
    {
        Service.Policies.RestPageShape = shape;

        Result whole = Run($"{Accounts} -Method Get -All @{{ pageSize = 7 }}");
        Assert.Equal(Enumerable.Range(1001, 45).Select(id => id.ToString(CultureInfo.InvariantCulture)), whole.Values("SubAccountId"));
        Assert.Empty(whole.Warnings);

        Result part = Run($"{Accounts} -Method Get");
        Assert.Equal(20, part.Output.Count);
        Assert.Contains(shape == RestPageShape.Token ? "gave 20, and there are more" : "gave 20 of 45", Assert.Single(part.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_that_does_not_add_up_is_an_error()
    {
        Service.Faults.Add(new FaultRule { TotalRowsOffset = 1 });

        Assert.Equal("NcpInvalidResponse", Assert.Single(Run($"{Accounts} -Method Get -All -MaximumRetryCount 1").ErrorIds));
    }

    [Fact]
    public void Tokens_that_go_round_end()
    {
        Service.Faults.Add(FaultRules.Answer(200, """{"items":[{"id":"1"}],"nextToken":"again"}""", "application/json"));

        Assert.Equal("NcpInvalidResponse", Assert.Single(Run($"{Accounts} -Method Get -All").ErrorIds));
        Assert.Equal(2, Requests().Count);
    }

    [Theory]
    [InlineData("""{"content":[{"id":1}],"pageable":{"offset":0},"sort":{"sorted":false},"totalElements":2,"last":false,"number":0,"size":1}""", "page=0&size=1")]
    [InlineData("""{"items":[{"id":1}],"totalItems":2,"page":0}""", "page=0&size=1")]
    [InlineData("""{"items":[{"id":1}],"totalCount":2}""", "pageNo=0&pageSize=1")]
    [InlineData("""{"items":[{"id":1}],"pages":{"totalElements":2}}""", "pageNo=0&pageSize=1")]
    public void A_list_that_says_that_there_is_more_is_never_taken_for_a_whole(string page, string asked)
    {
        // The service gives the same page again, whatever is asked for.
        Service.Faults.Add(FaultRules.Answer(200, page, "application/json"));

        Result result = Run($"{Accounts} -Method Get -All -MaximumRetryCount 0");

        Assert.EndsWith(asked, Requests()[1].RawTarget, StringComparison.Ordinal);
        Assert.Equal("NcpInvalidResponse", Assert.Single(result.ErrorIds));
        Assert.Empty(result.Output);
    }

    [Theory]
    [InlineData("""{"id":7,"ok":true,"no":"007","n":1.5,"none":null,"at":"2026-11-28T01:02:03Z"}""", "Int64 Boolean String Decimal  DateTimeOffset")]
    public void Values_have_the_types_of_the_json(string body, string types)
    {
        Service.Faults.Add(FaultRules.Answer(200, body, "application/json"));

        Assert.Equal(types, Run($"($r = {One} -Method Get).PSObject.Properties.Value.ForEach({{ if ($null -ne $_) {{ $_.GetType().Name }} else {{ '' }} }}) -join ' '").Output[0].ToString());
    }

    [Theory]
    [InlineData(204, "", 0)]
    [InlineData(202, "", 0)]
    [InlineData(200, "[1,2,3]", 3)]
    [InlineData(200, "[]", 0)]
    public void What_is_not_there_is_not_written(int status, string body, int count)
    {
        Service.Faults.Add(FaultRules.Answer(status, body, "application/json"));

        Result result = Run($"{One} -Method Post -Confirm:$false");

        Assert.Empty(result.Errors);
        Assert.Equal(count, result.Output.Count);
    }

    [Theory]
    [InlineData("/vserver/v2/getServerInstanceList", "[1,2,3]", "", "1 2 3")]
    [InlineData("/vserver/v2/getServerInstanceList", "[1,2,3]", "-All", "1 2 3")]
    [InlineData("/vserver/v2/getServerInstanceList", """["a"]""", "-Raw", "a")]
    [InlineData("/api/v1/sub-accounts", """["a"]""", "", "a")]
    [InlineData("/vserver/v2/getServerInstanceList", "[]", "", "")]
    public void A_list_alone_needs_no_method(string path, string body, string options, string values)
    {
        Service.Faults.Add(FaultRules.Answer(200, body, "application/json"));

        Result result = Run($"(Invoke-NcpApi -Path {path} {options} -Confirm:$false) -join ' '");

        Assert.Null(result.Thrown);
        Assert.Empty(result.Errors);
        Assert.Equal(values, Assert.Single(result.Output).ToString());
    }
}
