using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Api;

/// <summary>What is sent to a REST service.</summary>
public sealed class RestRequestTests(ModuleSession session) : EngineTest(session)
{
    private const string Accounts = "Invoke-NcpApi -Path /api/v1/sub-accounts";
    private const string One = "Invoke-NcpApi -Path /api/v1/sub-accounts/1001";

    [Fact]
    public void One_is_created_read_changed_acted_upon_and_removed()
    {
        Result result = Run(
            "$ConfirmPreference = 'None';"
            + $"$new = {Accounts} -Method Post -Body @{{ loginId = 'lee'; name = 'Lee' }}; $new.SubAccountId;"
            + "$path = \"/api/v1/sub-accounts/$($new.SubAccountId)\";"
            + "$new.Name = 'Lee 2'; ($new | Invoke-NcpApi -Path $path -Method Put).Name;"
            + "(Invoke-NcpApi -Path $path -Method Patch -Body @{ active = $false }).Active;"
            + "(Invoke-NcpApi -Path $path/reboot -Method Post).Name;"
            + "Invoke-NcpApi -Path $path -Method Delete;"
            + "Invoke-NcpApi -Path $path -Method Get");

        Assert.Equal(["1046", "Lee 2", "False", "Lee 2"], result.Output.Select(value => value.ToString()!));
        Assert.Equal("NcpRequestRefused", Assert.Single(result.ErrorIds));
        Assert.Contains("There is no sub account 1046", result.Errors[0].ToString(), StringComparison.Ordinal);
        Assert.Equal(["POST", "PUT", "PATCH", "POST", "DELETE", "GET"], Requests().Select(request => request.Method));
        Assert.All(Requests(), request => Assert.True(request.SignatureValid));
        Assert.Equal("""{"subAccountId":"1046","loginId":"lee","name":"Lee 2"}""", Requests()[1].Body);
    }

    [Theory]
    [InlineData("@{ b = 1; a = 'x' }", """{"a":"x","b":1}""")]
    [InlineData("[ordered]@{ b = $true; a = $null }", """{"b":true,"a":null}""")]
    [InlineData("[pscustomobject]@{ Name = 'x'; tags = @('a') }", """{"Name":"x","tags":["a"]}""")]
    [InlineData("@{ n = 1.5; big = 12345678901234567890; d = 2.50d }", """{"big":12345678901234567890,"d":2.50,"n":1.5}""")]
    [InlineData("@{ at = [DateTimeOffset]'2026-11-28T01:02:03+09:00' }", """{"at":"2026-11-28T01:02:03+09:00"}""")]
    [InlineData("@{ list = @(1, 'a', @{ x = @() }, $null) }", """{"list":[1,"a",{"x":[]},null]}""")]
    [InlineData("@{ text = '한글 \"q\" 😀' }", """{"text":"한글 \"q\" 😀"}""")]
    [InlineData("@{ day = [DayOfWeek]::Monday; on = [switch]$true; id = [guid]::Empty }", """{"day":"Monday","id":"00000000-0000-0000-0000-000000000000","on":true}""")]
    [InlineData("(,@('a', 'b'))[0]", """["a","b"]""")]
    [InlineData("'{ \"as\" : \"it is\" }'", """{ "as" : "it is" }""")]
    public void A_body_is_json(string body, string json)
    {
        Run($"{One} -Method Patch -Confirm:$false -Body ({body})");

        Assert.Equal(json.Replace("😀", "\\uD83D\\uDE00", StringComparison.Ordinal), Assert.Single(Requests()).Body.Replace("😀", "\\uD83D\\uDE00", StringComparison.Ordinal));
        Assert.StartsWith("application/json", Requests()[0].ContentType, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_and_dates_of_a_body_are_the_same_in_every_culture()
    {
        Run($"[Threading.Thread]::CurrentThread.CurrentCulture = 'de-DE'; try {{ {One} -Method Patch -Confirm:$false -Body @{{ n = 1.5 }} }}"
            + " finally { [Threading.Thread]::CurrentThread.CurrentCulture = '' }");

        Assert.Equal("""{"n":1.5}""", Assert.Single(Requests()).Body);
    }

    [Theory]
    [InlineData("@{ a = [securestring]::new() }", "Body.a is a secret")]
    [InlineData("@{ a = @{ b = [pscredential]::new('u', ([securestring]::new())) } }", "Body.a.b is a secret")]
    [InlineData("'{ \"password\" : hunter2 }'", "a text that is not JSON")]
    [InlineData("$null", "is $null")]
    [InlineData("5", "no object")]
    [InlineData("[IO.FileInfo]'x'", "neither a value")]
    [InlineData("@{ a = [double]::NaN }", "can't express")]
    [InlineData("@{ a = [byte[]](1, 2) }", "list of bytes")]
    [InlineData("$($h = @{}; $h.h = $h; $h)", "contains itself")]
    [InlineData("@{ \"half$([char]0xD83D)\" = 1 }", "surrogate")]
    public void What_is_no_body_is_refused_and_nothing_is_sent(string body, string reason)
    {
        Result result = Run($"$body = {body}; {One} -Method Patch -Confirm:$false -Body $body");

        Assert.Equal("NcpInvalidParameter", Assert.Single(result.ErrorIds));
        Assert.Contains(reason, result.Errors[0].ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", result.Errors[0].ToString(), StringComparison.Ordinal);
        Assert.Equal("/api/v1/sub-accounts/1001", result.Errors[0].TargetObject);
        Assert.Empty(Requests());
    }

    [Fact]
    public void Each_piped_object_is_a_body_of_its_own()
    {
        Result result = Run(
            $"@{{ loginId = 'a'; name = 'A' }}, [pscustomobject]@{{ loginId = 'b'; name = 'B' }}, '{{\"loginId\":\"c\",\"name\":\"C\"}}'"
            + $" | {Accounts} -Method Post -Confirm:$false");

        Assert.Equal(["A", "B", "C"], result.Values("Name"));
        Assert.Equal(3, Requests().Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-Raw")]
    public void What_is_sent_back_has_the_names_that_it_came_with(string options)
    {
        const string Body = """{"Id":1,"URL":"u","name":"n","inner":{"Key":"k","ip":"1"}}""";
        Service.Faults.Add(FaultRules.Answer(200, Body, "application/json") with { Times = 1 });

        Run($"{One} -Method Get {options} | {One} -Method Put -Confirm:$false");

        Assert.Equal(Body, Requests()[1].Body);
    }

    [Fact]
    public void A_query_goes_with_piped_bodies_and_a_body_with_a_method()
    {
        Run($"@{{ name = 'A' }}, @{{ name = 'B' }} | {One} -Method Patch -Confirm:$false -Parameter @{{ dry = $true }}");
        Assert.Equal(["/api/v1/sub-accounts/1001?dry=true", "/api/v1/sub-accounts/1001?dry=true"], Requests().Select(request => request.RawTarget));
        Assert.Equal(["""{"name":"A"}""", """{"name":"B"}"""], Requests().Select(request => request.Body));

        Assert.Equal("NcpInvalidParameter,NcloudServer.Commands.InvokeNcpApiCommand", Run($"{One} -Body @{{ a = 1 }}").Thrown?.FullyQualifiedErrorId);
        Assert.Equal(2, Requests().Count);
    }

    [Fact]
    public void A_get_has_no_body_and_is_never_asked_about()
    {
        Assert.Equal("NcpInvalidParameter", Assert.Single(Run($"@{{ a = 1 }} | {One} -Method Get").ErrorIds));

        Assert.Equal("user-01", Assert.Single(Run($"$WhatIfPreference = $true; {One} -Method Get").Values("Name")));
        Assert.Equal("GET", Assert.Single(Requests()).Method);
    }

    [Theory]
    [InlineData("-Method Post -Body @{ name = 'Lee'; password = 'hunter2-secret' }", "\"POST /api/v1/sub-accounts/1001\"", "name = Lee, password = ***")]
    [InlineData("-Method Put -Body @{ a = @(); b = @{ c = @{} } }", "\"PUT /api/v1/sub-accounts/1001\"", "a = []")]
    [InlineData("-Method Put -Body @{ a = @(); b = @{ c = @{} } }", "\"PUT /api/v1/sub-accounts/1001\"", "b.c = {}")]
    [InlineData("-Method Put -Body '{ \"a\": [ ] }'", "\"PUT /api/v1/sub-accounts/1001\"", "a = []")]
    [InlineData("-Method Put -Body @{}", "\"PUT /api/v1/sub-accounts/1001\"", "Body = {}")]
    [InlineData("-Method Delete", "\"DELETE /api/v1/sub-accounts/1001\"", "/api/v1/sub-accounts/1001")]
    public void WhatIf_shows_method_path_and_body_without_secrets_and_sends_nothing(string request, string action, string target)
    {
        Result result = Run($"{One} {request} -WhatIf");

        Assert.Empty(result.Errors);
        Assert.Empty(Requests());
        string shown = Assert.Single(Session.Console.Lines, line => line.StartsWith("What if:", StringComparison.Ordinal));
        Assert.Contains(action, shown, StringComparison.Ordinal);
        Assert.Contains(target, shown, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("@{ userPassword = 'hun\"ter2-secret'; a = @{ apiKey = 'hun\"ter2-secret' } }")]
    [InlineData("'{\"userPassword\":\"hun\\\"ter2-secret\"}'")]
    public void A_secret_of_a_body_is_in_no_stream(string body)
    {
        Service.Faults.Add(FaultRules.Answer(400, """{"error":{"errorCode":"Bad","message":"can't read {\"p\":\"hun\\\"ter2-secret\"} hun\"ter2-secret"}}"""));

        Result result = Run($"$DebugPreference = $VerbosePreference = 'Continue'; {One} -Method Patch -Confirm:$false -Body {body}");

        string streams = string.Join("\n", result.Debug.Concat(result.Verbose).Concat(result.Warnings)
            .Append(Session.Console.Text).Append(result.Errors[0].ToString()).Append(result.Errors[0].Exception.ToString()));
        Assert.Contains("userPassword = ***", streams, StringComparison.Ordinal);
        Assert.DoesNotContain("ter2-secret", streams, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Get", CutPoint.BeforeWork, 2, null)]
    [InlineData("Get", CutPoint.AfterWork, 2, null)]
    [InlineData("Patch", CutPoint.BeforeWork, 1, "NcpOutcomeUnknown")]
    [InlineData("Patch", CutPoint.AfterWork, 1, "NcpOutcomeUnknown")]
    [InlineData("Delete", CutPoint.AfterWork, 1, "NcpOutcomeUnknown")]
    public void What_may_have_been_carried_out_is_never_sent_again(string method, CutPoint point, int requests, string? error)
    {
        Service.Faults.Add(FaultRules.Cut(point) with { Times = 1 });

        Result result = Run($"{One} -Method {method} -Confirm:$false{(method == "Patch" ? " -Body @{ name = 'x' }" : string.Empty)}");

        Assert.Equal(error, result.ErrorIds.SingleOrDefault());
        Assert.Equal(requests, Requests().Count);
    }

    [Theory]
    [InlineData(503, "500", 1, "NcpOutcomeUnknown")]
    [InlineData(429, "410", 2, null)]
    [InlineData(403, "230", 1, "NcpPermissionDenied")]
    public void A_change_is_repeated_only_where_it_was_not_begun(int status, string code, int requests, string? error)
    {
        Service.Faults.Add(FaultRules.GatewayError(status, code, "no") with { Times = 1 });

        Result result = Run($"{One} -Method Patch -Body @{{ name = 'x' }} -Confirm:$false");

        Assert.Equal(error, result.ErrorIds.SingleOrDefault() ?? result.Thrown?.FullyQualifiedErrorId.Split(',')[0]);
        Assert.Equal(requests, Requests().Count);
    }

    [Theory]
    [InlineData("/api/v1/sub-accounts/ncp:sms:kr:1@x~y", true)]
    [InlineData("/api/v1/sub-accounts/a%20b,c+d=e", true)]
    [InlineData("/api/v1/sub-accounts/%2E%2E/x", false)]
    [InlineData("/api/v1/sub-accounts/a%2", false)]
    [InlineData("/api/v1/sub-accounts/a%3Fb", true)]
    [InlineData("/api/v1//x", false)]
    public void A_path_is_sent_as_it_is_or_not_at_all(string path, bool isSent)
    {
        Result result = Run($"Invoke-NcpApi -Path '{path}' -Method Get");

        Assert.Equal(isSent ? [path] : [], Requests().Select(request => request.RawTarget));
        Assert.All(Requests(), request => Assert.True(request.SignatureValid));
        Assert.Equal(isSent, result.Thrown is null);
    }
}
