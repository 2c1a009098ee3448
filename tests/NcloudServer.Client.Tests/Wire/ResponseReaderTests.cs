using System.Text;
using NcloudServer.Http;
using NcloudServer.Wire;

namespace NcloudServer.Tests.Wire;

public sealed class ResponseReaderTests
{
    public static TheoryData<string> ServerActions => new()
    {
        "getServerInstanceList", "startServerInstances", "stopServerInstances", "rebootServerInstances", "interruptServerInstance",
    };

    [Theory]
    [MemberData(nameof(ServerActions))]
    public void Every_server_action_is_read_from_json(string action) => AssertComplete(Responses.Read(Samples.Json(action)));

    [Theory]
    [MemberData(nameof(ServerActions))]
    public void Every_server_action_is_read_from_xml(string action) => AssertComplete(Responses.Read(Samples.Xml(action)));

    [Theory]
    [InlineData("""{"terminateServerInstancesResponse":{"returnCode":"0","serverInstanceList":[{"serverInstanceNo":"7"}]}}""")]
    [InlineData("""{"note":{"a":[1]},"terminateServerInstancesResponse":{"returnCode":"0","serverInstanceList":[{"serverInstanceNo":"7"}]},"error":null}""")]
    [InlineData("<terminateServerInstancesResponse><serverInstanceList><serverInstance><serverInstanceNo>7</serverInstanceNo></serverInstance></serverInstanceList></terminateServerInstancesResponse>")]
    public void The_response_to_an_action_that_is_added_later_is_read(string body) =>
        Assert.Equal("7", Assert.Single(Responses.Read(body).Servers.Items!).ServerInstanceNo);

    [Theory]
    [InlineData("""{"terminateServerInstances":{"returnCode":"0","serverInstanceList":[]}}""")]
    [InlineData("""{"stopServerInstancesResponse":null}""")]
    [InlineData("""{"stopServerInstancesResponse":"done"}""")]
    [InlineData("""{"stopServerInstancesResponse":["done"]}""")]
    public void An_object_without_a_body_is_not_a_response_of_the_service(string body) => Responses.Foreign(200, body);

    [Theory]
    [MemberData(nameof(ServerActions))]
    public void An_xml_declaration_may_stand_before_the_response(string action) =>
        AssertComplete(Responses.Read("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + Samples.Xml(action)));

    [Theory]
    [InlineData("""{"getRegionListResponse":{"requestId":"r","returnCode":"0","returnMessage":"success","totalRows":"""
        + """2,"regionList":[{"regionCode":"KR","regionName":"Korea"},{"regionCode":"SGN","regionName":"Singapore(New)"}]}}""")]
    [InlineData("<getRegionListResponse><requestId>r</requestId><returnCode>0</returnCode><totalRows>2</totalRows>"
        + "<regionList><region><regionCode>KR</regionCode><regionName>Korea</regionName></region>"
        + "<region><regionCode>SGN</regionCode><regionName>Singapore(New)</regionName></region></regionList></getRegionListResponse>")]
    public void Regions_are_read_from_either_format(string body) => Assert.Collection(
        Responses.Regions(body),
        region => Assert.Equal(("KR", "Korea"), (region.RegionCode, region.RegionName)),
        region => Assert.Equal(("SGN", "Singapore(New)"), (region.RegionCode, region.RegionName)));

    [Theory]
    [InlineData("""{"stopServerInstancesResponse":{"returnCode":"0","totalRows":0,"serverInstanceList":[]}}""")]
    [InlineData("""{"stopServerInstancesResponse":{"returnCode":0,"totalRows":"0","serverInstanceList":null}}""")]
    [InlineData("""{"stopServerInstancesResponse":{"returnCode":"0"}}""")]
    [InlineData("""{"stopServerInstancesResponse":{"returnCode":"","serverInstanceList":[]}}""")]
    [InlineData("""{"stopServerInstancesResponse":{"returnCode":"0","totalRows":0,"serverInstanceList":""}}""")]
    [InlineData("<stopServerInstancesResponse><returnCode>0</returnCode><totalRows>0</totalRows>"
        + "<serverInstanceList></serverInstanceList></stopServerInstancesResponse>")]
    [InlineData("<stopServerInstancesResponse><returnCode>0</returnCode><totalRows>0</totalRows>"
        + "<serverInstanceList/></stopServerInstancesResponse>")]
    [InlineData("<stopServerInstancesResponse><returnCode>0</returnCode></stopServerInstancesResponse>")]
    public void A_list_without_servers_can_come_as_nothing_null_or_empty(string body)
    {
        ResponseBody response = Responses.Read(body);

        Assert.Equal(0, response.TotalRows ?? 0);
        Assert.Empty(response.Servers.Items ?? []);
    }

    [Theory]
    [InlineData("""{"getRegionListResponse":{"returnCode":"0","totalRows":0,"regionList":""}}""")]
    [InlineData("<getRegionListResponse><returnCode>0</returnCode><totalRows>0</totalRows><regionList/></getRegionListResponse>")]
    public void A_list_without_regions_can_come_empty(string body) => Assert.Empty(Responses.Regions(body));

    [Theory]
    [InlineData("12", 12)]
    [InlineData("\"12\"", 12)]
    [InlineData("\" 12 \"", 12)]
    [InlineData("0", 0)]
    [InlineData("null", null)]
    [InlineData("\"\"", null)]
    [InlineData("\"many\"", null)]
    public void The_number_of_all_matches_is_read_whatever_token_it_comes_as(string token, int? expected) =>
        Assert.Equal(expected, Responses.Read($$$"""{"getServerInstanceListResponse":{"totalRows":{{{token}}}}}""").TotalRows);

    [Fact]
    public void Spaces_and_line_breaks_around_json_do_not_count() =>
        AssertComplete(Responses.Read("\r\n  " + Samples.Json("stopServerInstances") + "\r\n"));

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n\r\n")]
    [InlineData(" \t ")]
    [InlineData("\uFEFF")]
    [InlineData("\uFEFF\n")]
    [InlineData("\n\uFEFF")]
    public void Empty_lines_spaces_and_byte_order_marks_before_xml_do_not_count(string before)
    {
        AssertComplete(Responses.Read(before + Samples.Xml("stopServerInstances")));
        AssertComplete(Responses.Read(before + "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n" + Samples.Xml("stopServerInstances")));
        Assert.Equal("300", Responses.Refusal(404, before + "<?xml version=\"1.0\"?>" + Responses.GatewayXml("300")).Code);
    }

    [Fact]
    public void Line_breaks_after_xml_do_not_count() => AssertComplete(Responses.Read(Samples.Xml("stopServerInstances") + "\r\n\r\n"));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_byte_order_mark_does_not_count(bool isXml)
    {
        string text = isXml ? Samples.Xml("stopServerInstances") : Samples.Json("stopServerInstances");
        RawResponse response = Responses.Of(200, [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)]);

        AssertComplete(ResponseReader.Read(response, Responses.Now));
    }

    [Fact]
    public void Comments_cdata_and_namespaces_of_xml_do_not_disturb_the_reading()
    {
        ResponseBody response = Responses.Read(
            "<!-- a --><s:stopServerInstancesResponse xmlns:s=\"urn:x\"><s:returnCode>0</s:returnCode>"
            + "<s:serverInstanceList><s:serverInstance id=\"1\"><!-- b -->"
            + "<s:serverInstanceNo>1<!-- c -->2<![CDATA[3]]></s:serverInstanceNo></s:serverInstance>"
            + "</s:serverInstanceList></s:stopServerInstancesResponse>");

        Assert.Equal("123", Assert.Single(response.Servers.Items!).ServerInstanceNo);
    }

    [Theory]
    [InlineData(201)]
    [InlineData(202)]
    public void Every_status_of_success_is_a_success(int status) =>
        AssertComplete(ResponseReader.Read(Responses.Of(status, Samples.Json("stopServerInstances")), Responses.Now));

    private static void AssertComplete(ResponseBody response)
    {
        Assert.Equal("11111111-2222-3333-4444-555555555555", response.RequestId);
        Assert.Equal("0", response.ReturnCode);
        Assert.Equal(1, response.TotalRows);
        ServerInstance server = Assert.Single(response.Servers.Items!);
        Assert.Equal("1234567", server.ServerInstanceNo);
        Assert.Equal("첫 서버 & more", server.ServerDescription);
        Assert.Equal(new DateTimeOffset(2024, 5, 6, 7, 8, 9, TimeSpan.FromHours(9)), server.CreateDate);
    }
}
