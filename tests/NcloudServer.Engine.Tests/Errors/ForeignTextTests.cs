using NcloudServer.Simulator;

namespace NcloudServer.EngineTests.Errors;

/// <summary>Text of the service, on its way to the console.</summary>
public sealed class ForeignTextTests(ModuleSession session) : EngineTest(session)
{
    [Fact]
    public void It_neither_steers_the_console_nor_fills_it()
    {
        string sent = "\u001b[2J\0one\r\ntwo" + new string('x', 1_000_000);
        Service.Faults.Add(FaultRules.ServiceError(400, "1153027", sent) with { Action = "stopServerInstances" });

        Result result = Run("1000001 | Stop-NcpServerInstance");

        string text = Assert.Single(result.Errors).ToString();
        Assert.Contains("one  twoxxx", text, StringComparison.Ordinal);
        Assert.DoesNotContain(text, char.IsControl);
        Assert.InRange(text.Length, 500, 2000);
    }

    [Theory]
    [InlineData("loginPwd")]
    [InlineData("preSharedKey")]
    [InlineData("otpCode")]
    [InlineData("비밀번호")]
    public void A_secret_parameter_is_in_no_stream_and_the_name_of_a_key_is(string name)
    {
        Service.Faults.Add(FaultRules.ServiceError(400, "9", "wrong: hidden-word"));

        Result result = Run(
            "$DebugPreference = 'Continue'; Invoke-NcpApi stopServerInstances @{ $name = 'hidden-word'; loginKeyName = 'my-key' } -Verbose",
            ("name", name));

        string error = Assert.Single(result.Errors).ToString();
        Assert.Contains($"{name} = ***", error, StringComparison.Ordinal);
        Assert.Contains("loginKeyName = my-key", error, StringComparison.Ordinal);
        Assert.Contains("wrong: ***", error, StringComparison.Ordinal);
        string streams = string.Join('\n', result.Debug.Concat(result.Verbose).Append(error).Append(result.Errors[0].Exception.ToString()));
        Assert.DoesNotContain("hidden-word", streams, StringComparison.Ordinal);
        Assert.Contains("my-key", string.Join('\n', result.Debug), StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusing_status_over_a_body_that_says_done_is_looked_up_like_any_doubt()
    {
        Service.Faults.Add(FaultRules.Answer(
            400, """{"stopServerInstancesResponse":{"returnCode":"0","totalRows":0,"serverInstanceList":[]}}""") with
        {
            Action = "stopServerInstances", Times = 1, DoWork = true,
        });

        Result result = Run("1000001 | Stop-NcpServerInstance");

        Assert.Empty(result.Errors);
        Assert.Equal(["1000001"], result.Numbers);
        Assert.Equal(["stopServerInstances", "getServerInstanceList"], Requests().Select(request => request.Action));
    }
}
