using System.Collections;
using NcloudServer.Actions;
using NcloudServer.Http;
using NcloudServer.Tests.Http;

namespace NcloudServer.Tests.Api;

/// <summary>What -Verbose and -Debug say of a call.</summary>
public sealed class CallTraceTests
{
    [Theory]
    [InlineData("setX", "id-1", "Debug Verbose")]
    [InlineData("getX", "id-1", "Debug")]
    [InlineData("setX", "", "")]
    public async Task The_request_id_is_in_the_debug_text_and_that_of_a_change_in_the_verbose_one_too(
        string action, string requestId, string expected)
    {
        IReadOnlyList<(string Kind, string Text)> log = await LogOfAsync(action, requestId, new Hashtable());

        IEnumerable<(string Kind, string Text)> said = log.Where(
            entry => entry.Text.Contains("request id", StringComparison.Ordinal));
        Assert.Equal(expected, string.Join(' ', said.Select(entry => entry.Kind).Order()));
        Assert.All(said, entry => Assert.Equal($"The request id of {action} is {requestId}.", entry.Text));
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(9000, false)]
    public async Task The_debug_text_shows_the_parameters_of_an_address_and_not_those_of_a_form(int length, bool isShown)
    {
        var parameters = new Hashtable { ["a"] = new string('x', length) };

        IReadOnlyList<(string Kind, string Text)> log = await LogOfAsync("setX", "id", parameters);

        string request = Assert.Single(log, entry => entry.Text.Contains($"{AnsweringHandler.Address}/", StringComparison.Ordinal)
            && entry.Kind == "Debug").Text;
        Assert.Equal(isShown, request.Contains("xxxxx", StringComparison.Ordinal));
    }

    [Fact]
    public void Who_waits_is_woken_by_each_entry()
    {
        var log = new ActivityLog();
        int changes = 0;
        log.Changed += () => changes++;

        log.Verbose("a");
        log.Debug("b");

        Assert.Equal(2, changes);
    }

    [Fact]
    public async Task Who_authenticates_is_told_the_endpoint_and_where_the_key_comes_from()
    {
        using var client = new ClientUnderTest(AnsweringHandler.Address);

        string said = await client.Client.AuthenticateAsync(CancellationToken.None);

        Assert.Contains(AnsweringHandler.Address, said, StringComparison.Ordinal);
        Assert.Contains("-Credential", said, StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<(string Kind, string Text)>> LogOfAsync(
        string action, string requestId, IDictionary parameters)
    {
        using var service = new AnsweringHandler((_, _) => AnsweringHandler.Response(
            200, $$$"""{"xResponse":{"requestId":"{{{requestId}}}","returnCode":"0","returnMessage":"success","totalRows":0}}"""));
        using var client = new ClientUnderTest(AnsweringHandler.Address, handler: service);
        await new ActionInvocation(client.Client, ApiCall.Of("vserver", action, parameters, "KR", value => value))
            .InvokeAsync(CancellationToken.None);

        var entries = new List<(string Kind, string Text)>();
        client.Log.WriteTo(text => entries.Add(("Verbose", text)), text => entries.Add(("Debug", text)));
        return entries;
    }
}
