using System.Collections;
using NcloudServer.Actions;
using NcloudServer.Api;
using NcloudServer.Tests.Wire;
using NcloudServer.Wire;

namespace NcloudServer.Tests.Actions;

public sealed class ActionResponseTests
{
    private const string Success = "\"requestId\":\"1\",\"returnCode\":\"0\",\"returnMessage\":\"success\"";

    [Theory]
    [InlineData("getServerSpecList", "\"serverSpecList\":[{\"a\":1},{\"a\":2}]", false, 2)]
    [InlineData("getFooDetail", "\"barList\":[{\"a\":1}]", false, 1)]
    [InlineData("getServerSpecList", "\"serverSpecList\":[]", false, 0)]
    [InlineData("getServerSpecList", "\"nextThing\":\"x\",\"serverSpecList\":[1,2]", false, 2)]
    [InlineData(
        "getServerInstanceDetail", "\"otherList\":[1,2],\"serverInstanceList\":[{\"serverInstanceNo\":\"1\"}]", false, 1)]
    [InlineData("getFoo", "\"aList\":[1],\"bList\":[2]", true, 1)]
    [InlineData("createLoginKey", "\"keyName\":\"k\",\"privateKey\":\"p\"", true, 1)]
    [InlineData("getThing", "\"name\":\"k\",\"tagList\":[1,2]", true, 1)]
    public void The_list_is_found_and_no_field_is_lost(string action, string fields, bool isOne, int items)
    {
        IReadOnlyList<object> read = Read(action, $"{{\"{action}Response\":{{{Success},\"totalRows\":2,{fields}}}}}").Items;

        Assert.Equal(items, read.Count);
        Assert.Equal(isOne, read is [ResponseObject one] && action.EndsWith(one.Name, StringComparison.Ordinal));
    }

    [Fact]
    public void An_envelope_with_another_actions_name_is_an_envelope() =>
        Assert.Single(Read("getServerSpecList", $"{{\"xResponse\":{{{Success},\"serverSpecList\":[{{\"a\":1}}]}}}}").Items);

    [Fact]
    public void Servers_of_the_Server_service_are_servers_and_those_of_another_are_not()
    {
        string response = $"{{\"xResponse\":{{{Success},\"serverInstanceList\":[{{\"serverInstanceNo\":\"1\",\"later\":2}}]}}}}";

        Assert.IsType<ServerInstance>(Assert.Single(Read("getServerInstanceList", response).Items));
        Assert.Equal("ServerInstance", Assert.IsType<ResponseObject>(Assert.Single(
            Read("getServerInstanceList", response, service: "vpc").Items)).Name);
    }

    [Fact]
    public void An_object_has_the_responses_fields_without_the_envelope()
    {
        var one = Assert.IsType<ResponseObject>(Assert.Single(
            Read("getRootPassword", $"{{\"getRootPasswordResponse\":{{{Success},\"totalRows\":1,\"rootPassword\":\" p \"}}}}").Items));

        Assert.Equal("RootPassword", one.Name);
        Assert.Equal(("rootPassword", (object?)" p "), (Assert.Single(one.Members).Key, one["rootPassword"]));
    }

    [Fact]
    public void Where_the_envelope_is_all_there_is_it_tells_the_success() => Assert.Equal(
        ["requestId", "returnCode", "returnMessage"],
        Assert.IsType<ResponseObject>(Assert.Single(Read("deleteX", $"{{\"deleteXResponse\":{{{Success}}}}}").Items))
            .Members.Select(member => member.Key));

    [Theory]
    [InlineData("""{"responseError":{"returnCode":"1","returnMessage":"no"}}""")]
    [InlineData("""{"error":{"errorCode":"900","message":"no"}}""")]
    [InlineData("""{"getXResponse":{"returnCode":"7","returnMessage":"no","xList":[1]}}""")]
    [InlineData("<responseError><returnCode>1</returnCode><returnMessage>no</returnMessage></responseError>")]
    public void A_refusal_with_status_200_is_a_refusal(string body) =>
        Assert.Throws<NcpServiceException>(() => Read("getX", body));

    [Theory]
    [InlineData("""{"some":"thing"}""")]
    [InlineData("""[1,2]""")]
    [InlineData("<html></html>")]
    [InlineData("")]
    [InlineData("{\"getXResponse\":{\"returnCode\":\"0\"")]
    public void What_is_no_response_is_told_as_such(string body) =>
        Assert.Equal(NcpErrorId.NcpInvalidResponse, Assert.Throws<NcpResponseException>(() => Read("getX", body)).Id);

    [Fact]
    public void Behind_a_path_of_another_shape_the_whole_object_is_the_response()
    {
        var one = (ResponseObject)Assert.Single(Read("clusters", """{"clusters":[{"uuid":"1"}]}""", isEnveloped: false).Items);

        Assert.Equal("1", one["uuid"]);
    }

    [Theory]
    [InlineData("\"totalRows\":1,\"serverSpecList\":[1,2]", null)]
    [InlineData("\"totalRows\":9,\"serverSpecList\":[1,2]", 1)]
    [InlineData("\"totalRows\":2", null)]
    [InlineData("\"x\":\"\"", null)]
    [InlineData("\"totalRows\":1,\"serverSpecList\":{\"a\":1}", null)]
    [InlineData("\"totalRows\":1,\"serverInstanceList\":[{\"serverName\":\"a\"}]", null)]
    public void A_reading_that_contradicts_itself_is_refused(string fields, int? pageSize)
    {
        string body = fields.StartsWith("\"x\"", System.StringComparison.Ordinal) ? $"{{\"aResponse\":{{{Success}}}}}"
            : $"{{\"aResponse\":{{{Success},{fields}}}}}";

        Assert.Throws<NcpResponseException>(() => Read("getServerSpecList", body, pageSize: pageSize));
    }

    [Theory]
    [InlineData("{\"aResponse\":{}}")]
    [InlineData("<aResponse/>")]
    [InlineData("{\"aResponse\":{\"requestId\":\"1\"}}")]
    public void A_change_whose_response_says_nothing_is_refused(string body) =>
        Assert.ThrowsAny<NcpResponseException>(() => Read("setX", body));

    [Fact]
    public void An_empty_list_that_the_response_leaves_out_is_empty() =>
        Assert.Empty(Read("getXList", $"{{\"aResponse\":{{{Success},\"totalRows\":0}}}}").Items);

    private static ListPage<object> Read(
        string action, string body, string service = "vserver", bool isEnveloped = true, int? pageSize = null)
    {
        ApiCall call = ApiCall.Of(service, action, new Hashtable(), null, value => value);
        ResponseForm form = isEnveloped ? ResponseForm.Envelope : ResponseForm.EnvelopeOrNot;
        return ActionResponse.Read(ResponseReader.Read(Responses.Of(200, body), Responses.Now, form), call, pageSize);
    }
}
