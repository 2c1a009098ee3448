using System.Net.Sockets;
using System.Text;
using NcloudServer.Failures;
using NcloudServer.Tests.Http;

namespace NcloudServer.Tests.Wire;

/// <summary>What a broken or hostile server can send; each must end in the one error that says so, and in no other exception.</summary>
public sealed class HostileResponseTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_response_that_is_cut_off_anywhere_is_never_a_success(bool isXml)
    {
        byte[] whole = Encoding.UTF8.GetBytes(isXml ? Samples.Xml("stopServerInstances") : Samples.Json("stopServerInstances"));
        for (int length = 0; length < whole.Length; length += 7)
        {
            Assert.Equal(FailureKind.Indeterminate, Responses.Foreign(Responses.Of(200, whole[..length])).Kind);
        }
    }

    [Theory]
    [InlineData("""{"stopServerInstancesResponse":{"returnCode":"0",}}""")]
    [InlineData("""{"stopServerInstancesResponse":{'returnCode':'0'}}""")]
    [InlineData("""{"stopServerInstancesResponse":{"returnCode":"0"}}}""")]
    [InlineData("""{"stopServerInstancesResponse":{"returnCode":"0"}} <html>""")]
    [InlineData("""{"stopServerInstancesResponse":{"returnCode":NaN}}""")]
    [InlineData("<stopServerInstancesResponse><returnCode>0</stopServerInstancesResponse>")]
    [InlineData("<stopServerInstancesResponse><returnCode>0</returnCode></stopServerInstancesResponse><more/>")]
    [InlineData("<stopServerInstancesResponse><returnCode>&undefined;</returnCode></stopServerInstancesResponse>")]
    [InlineData("<?xml version=\"1.0\" encoding=\"x-no-such-thing\"?>"
        + "<stopServerInstancesResponse><returnCode>0</returnCode></stopServerInstancesResponse>")]
    [InlineData("<")]
    [InlineData("{")]
    public void A_response_that_is_not_well_formed_is_none_of_the_services(string body)
    {
        Assert.Equal(FailureKind.Indeterminate, Responses.Foreign(200, body).Kind);
        Assert.Equal(FailureKind.NotExecuted, Responses.Foreign(404, body).Kind);
        Assert.Equal(FailureKind.Indeterminate, Responses.Refusal(503, body).Kind);
    }

    [Fact]
    public void A_document_type_is_refused() => Assert.Equal(
        FailureKind.Indeterminate,
        Responses.Foreign(200, "<!DOCTYPE stopServerInstancesResponse>"
            + "<stopServerInstancesResponse><returnCode>0</returnCode></stopServerInstancesResponse>").Kind);

    [Fact]
    public void A_file_of_this_computer_does_not_get_into_a_response()
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "text-of-a-file");

            NcpResponseException exception = Responses.Foreign(
                200, $"<!DOCTYPE r [<!ENTITY e SYSTEM \"{new Uri(path).AbsoluteUri}\">]>"
                + "<responseError><returnCode>1</returnCode><returnMessage>&e;</returnMessage></responseError>");

            Assert.DoesNotContain("text-of-a-file", exception.ToString(), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task What_a_response_points_to_is_not_fetched()
    {
        await using var server = RawServer.Responding(RawResponses.Response(200, "<!ENTITY e \"x\">"));

        Responses.Foreign(200, $"<!DOCTYPE r SYSTEM \"{server.Address}/a.dtd\"><responseError><returnCode>1</returnCode></responseError>");
        Responses.Foreign(
            200, $"<!DOCTYPE r [<!ENTITY e SYSTEM \"{server.Address}/b\">]><responseError><returnCode>&e;</returnCode></responseError>");
        Responses.Foreign(
            200,
            $"<!DOCTYPE r [<!ENTITY % p SYSTEM \"{server.Address}/c\"> %p;]><responseError><returnCode>1</returnCode></responseError>");

        // Connections are taken in their order: once this one is served, an earlier one would have been counted.
        using var probe = new TcpClient();
        await probe.ConnectAsync("127.0.0.1", server.Port);
        await probe.GetStream().WriteAsync("GET /probe HTTP/1.1\r\n\r\n"u8.ToArray());
        Assert.True(await probe.GetStream().ReadAsync(new byte[1]) > 0);
        Assert.Equal(1, server.ConnectionCount);
    }

    [Fact]
    public void Entities_that_multiply_are_refused()
    {
        string entities = string.Concat(Enumerable.Range(1, 12).Select(i =>
            $"<!ENTITY e{i} \"{string.Concat(Enumerable.Repeat($"&e{i - 1};", 10))}\">"));

        Responses.Foreign(200, $"<!DOCTYPE r [<!ENTITY e0 \"lol\">{entities}]><responseError><returnCode>&e12;</returnCode></responseError>");
    }

    [Theory]
    [InlineData(100)]
    [InlineData(200_000)]
    public void Nesting_without_end_is_refused_in_both_formats(int depth)
    {
        string inJson = string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth);
        string inArrays = new string('[', depth) + new string(']', depth);
        string inXml = string.Concat(Enumerable.Repeat("<a>", depth)) + string.Concat(Enumerable.Repeat("</a>", depth));
        string inLists = string.Concat(Enumerable.Repeat("<aList>", depth)) + string.Concat(Enumerable.Repeat("</aList>", depth));

        foreach (string value in new[] { inJson, inArrays })
        {
            Responses.Foreign(200, value);
            Responses.Foreign(200, $$$"""{"stopServerInstancesResponse":{"serverInstanceList":[{"future":{{{value}}}}]}}""");
            Responses.Foreign(200, $$$"""{"stopServerInstancesResponse":{"serverInstanceList":[{"serverName":{{{value}}}}]}}""");
            Responses.Foreign(200, $$$"""{"stopServerInstancesResponse":{"serverInstanceList":[{"eventList":[{{{value}}}]}]}}""");
        }

        foreach (string value in new[] { inXml, inLists })
        {
            Responses.Foreign(200, value);
            Responses.Foreign(200, "<stopServerInstancesResponse><serverInstanceList><serverInstance>"
                + $"<future>{value}</future></serverInstance></serverInstanceList></stopServerInstancesResponse>");
        }
    }

    [Fact]
    public void Nesting_that_is_merely_deep_is_read()
    {
        const int depth = 40;
        string json = string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth);
        string xml = string.Concat(Enumerable.Repeat("<a>", depth)) + "1" + string.Concat(Enumerable.Repeat("</a>", depth));

        Assert.True(Responses.ServerFromJson($"\"future\":{json}").AdditionalProperties.ContainsKey("future"));
        Assert.True(Responses.ServerFromXml($"<future>{xml}</future>").AdditionalProperties.ContainsKey("future"));
    }

    [Fact]
    public void Unknown_names_that_repeat_keep_one_value_and_cost_nothing() =>
        Assert.Equal("2", Responses.ServerFromJson("\"future\":1,\"future\":2").AdditionalProperties["future"]);
}
