namespace NcloudServer.Tests.Wire;

public sealed class ListFieldTests
{
    [Theory]
    [InlineData("\"networkInterfaceNoList\":[\"21\",\"22\"]", "21 22")]
    [InlineData("\"networkInterfaceNoList\":[21,22]", "21 22")]
    [InlineData("\"networkInterfaceNoList\":[\"21\"]", "21")]
    [InlineData("\"networkInterfaceNoList\":[]", "")]
    [InlineData("\"networkInterfaceNoList\":\"\"", "")]
    [InlineData("\"networkInterfaceNoList\":\" \"", "")]
    [InlineData("\"networkInterfaceNoList\":null", "")]
    [InlineData("\"networkInterfaceNoList\":{}", "")]
    [InlineData("", "")]
    public void Network_interfaces_stand_bare_in_json(string fields, string expected)
    {
        ServerInstance server = Responses.ServerFromJson(fields);

        Assert.Equal(expected, string.Join(' ', server.NetworkInterfaceNoList));
        Assert.Equal("7", server.ServerInstanceNo);
    }

    [Theory]
    [InlineData(
        "<networkInterfaceNoList><networkInterfaceNo>21</networkInterfaceNo><networkInterfaceNo>22</networkInterfaceNo>"
        + "</networkInterfaceNoList>",
        "21 22")]
    [InlineData("<networkInterfaceNoList><anyName>21</anyName></networkInterfaceNoList>", "21")]
    [InlineData("<networkInterfaceNoList></networkInterfaceNoList>", "")]
    [InlineData("<networkInterfaceNoList> </networkInterfaceNoList>", "")]
    [InlineData("<networkInterfaceNoList/>", "")]
    [InlineData("", "")]
    public void Network_interfaces_are_wrapped_in_xml(string elements, string expected)
    {
        ServerInstance server = Responses.ServerFromXml(elements);

        Assert.Equal(expected, string.Join(' ', server.NetworkInterfaceNoList));
        Assert.Equal("7", server.ServerInstanceNo);
    }

    [Theory]
    [InlineData(
        "\"blockDevicePartitionList\":[{\"mountPoint\":\"/\",\"partitionSize\":\"100\"},{\"partitionSize\":200,\"mountPoint\":\"/home\"}]",
        "/ 100|/home 200")]
    [InlineData("\"blockDevicePartitionList\":[{\"mountPoint\":\"/\",\"later\":[1],\"partitionSize\":null}]", "/")]
    [InlineData("\"blockDevicePartitionList\":[]", "")]
    [InlineData("\"blockDevicePartitionList\":\"\"", "")]
    [InlineData("\"blockDevicePartitionList\":null", "")]
    public void Partitions_are_read_from_json(string fields, string expected) =>
        Assert.Equal(expected, string.Join('|', Responses.ServerFromJson(fields).BlockDevicePartitionList));

    [Theory]
    [InlineData(
        "<blockDevicePartitionList><blockDevicePartition><mountPoint>/</mountPoint><partitionSize>100</partitionSize>"
        + "</blockDevicePartition></blockDevicePartitionList>",
        "/ 100")]
    [InlineData("<blockDevicePartitionList/>", "")]
    public void Partitions_are_read_from_xml(string elements, string expected) =>
        Assert.Equal(expected, string.Join('|', Responses.ServerFromXml(elements).BlockDevicePartitionList));

    [Theory]
    [InlineData("\"eventList\":[{\"type\":\"REBOOT\",\"isPlanned\":true,\"level\":3}]")]
    [InlineData("\"eventList\":[{\"type\":\"REBOOT\",\"isPlanned\":\"true\",\"level\":\"3\"}]")]
    public void Events_are_dictionaries_of_texts_in_json(string fields) => AssertEvent(Responses.ServerFromJson(fields));

    [Fact]
    public void Events_are_dictionaries_of_texts_in_xml() => AssertEvent(Responses.ServerFromXml(
        "<eventList><event><type>REBOOT</type><isPlanned>true</isPlanned><level>3</level></event></eventList>"));

    [Fact]
    public void Events_that_are_texts_are_kept_as_texts() =>
        Assert.Equal(["REBOOT", "STOP"], Responses.ServerFromJson("\"eventList\":[\"REBOOT\",\"STOP\"]").EventList.Cast<string>());

    [Theory]
    [InlineData("\"eventList\":[]")]
    [InlineData("\"eventList\":\"\"")]
    [InlineData("\"eventList\":null")]
    [InlineData("")]
    public void No_event_is_an_empty_list(string fields) => Assert.Empty(Responses.ServerFromJson(fields).EventList);

    private static void AssertEvent(ServerInstance server)
    {
        var planned = Assert.IsAssignableFrom<IDictionary<string, object?>>(Assert.Single(server.EventList));
        Assert.Equal("REBOOT", planned["type"]);
        Assert.Equal(true, planned["isPlanned"]);
        Assert.Equal("3", planned["level"]);
    }
}
