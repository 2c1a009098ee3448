namespace NcloudServer.Tests.Wire;

/// <remarks>Page: common-vapidatatype-serverinstance.</remarks>
public sealed class ServerInstanceFieldTests
{
    [Theory]
    [InlineData("\"publicIp\":\"192.0.2.7\"", "192.0.2.7")]
    [InlineData("\"publicIp\":\" 192.0.2.7 \"", "192.0.2.7")]
    [InlineData("\"publicIp\":\"\"", "")]
    [InlineData("\"publicIp\":\" \"", "")]
    [InlineData("\"publicIp\":null", "")]
    [InlineData("\"publicIp\":12", "12")]
    [InlineData("\"publicIp\":12.50", "12.50")]
    [InlineData("\"publicIp\":true", "true")]
    [InlineData("\"publicIp\":{\"a\":1}", "")]
    [InlineData("\"publicIp\":[[1],2]", "")]
    [InlineData("", "")]
    public void A_text_is_read_from_any_json(string fields, string expected)
    {
        ServerInstance server = Responses.ServerFromJson(fields);

        Assert.Equal(expected, server.PublicIp);
        // What follows an odd value must still be read.
        Assert.Equal("7", server.ServerInstanceNo);
    }

    [Theory]
    [InlineData("<publicIp>192.0.2.7</publicIp>", "192.0.2.7")]
    [InlineData("<publicIp>\n 192.0.2.7\n</publicIp>", "192.0.2.7")]
    [InlineData("<publicIp></publicIp>", "")]
    [InlineData("<publicIp> </publicIp>", "")]
    [InlineData("<publicIp/>", "")]
    [InlineData("<publicIp xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:nil=\"true\"/>", "")]
    [InlineData("<publicIp><a>1</a></publicIp>", "")]
    [InlineData("", "")]
    public void A_text_is_read_from_any_xml(string elements, string expected)
    {
        ServerInstance server = Responses.ServerFromXml(elements);

        Assert.Equal(expected, server.PublicIp);
        Assert.Equal("7", server.ServerInstanceNo);
    }

    [Theory]
    [InlineData("4294967296", 4294967296)]
    [InlineData("\"4294967296\"", 4294967296)]
    [InlineData("4294967296.0", 4294967296)]
    [InlineData("1E10", 10000000000)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("9223372036854775808", 0)]
    [InlineData("1e999999999", 0)]
    [InlineData("\"\"", 0)]
    [InlineData("\" \"", 0)]
    [InlineData("null", 0)]
    [InlineData("{}", 0)]
    [InlineData("\"4 GiB\"", 0)]
    public void A_number_is_read_from_any_token_and_an_impossible_one_is_nought(string token, long expected) =>
        Assert.Equal(expected, Responses.ServerFromJson($"\"memorySize\":{token}").MemorySize);

    [Theory]
    [InlineData("2", 2)]
    [InlineData("\"2\"", 2)]
    [InlineData("4294967296", 0)]
    [InlineData("2.5", 0)]
    public void A_count_of_processors_is_read_alike(string token, int expected) =>
        Assert.Equal(expected, Responses.ServerFromJson($"\"cpuCount\":{token}").CpuCount);

    [Fact]
    public void A_number_of_a_million_digits_costs_no_server()
    {
        string digits = new('9', 1_000_000);

        ServerInstance server = Responses.ServerFromJson($"\"memorySize\":{digits},\"cpuCount\":{digits},\"serverName\":{digits}");

        Assert.Equal((0L, 0, 1_000_000), (server.MemorySize, server.CpuCount, server.ServerName.Length));
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("\"true\"", true)]
    [InlineData("\"TRUE\"", true)]
    [InlineData("\"Y\"", true)]
    [InlineData("1", true)]
    [InlineData("false", false)]
    [InlineData("\"false\"", false)]
    [InlineData("\"\"", false)]
    [InlineData("null", false)]
    [InlineData("0", false)]
    public void A_boolean_is_read_from_any_token(string token, bool expected) =>
        Assert.Equal(expected, Responses.ServerFromJson($"\"isProtectServerTermination\":{token}").IsProtectServerTermination);

    [Theory]
    [InlineData("2024-05-06T07:08:09+0900")]
    [InlineData("2024-05-06T07:08:09+09:00")]
    [InlineData("2024-05-05T22:08:09Z")]
    public void A_date_is_read_with_its_offset_with_or_without_a_colon(string text)
    {
        var expected = new DateTimeOffset(2024, 5, 6, 7, 8, 9, TimeSpan.FromHours(9));

        Assert.Equal(expected, Responses.ServerFromJson($"\"uptime\":\"{text}\"").Uptime);
        Assert.Equal(expected, Responses.ServerFromXml($"<uptime>{text}</uptime>").Uptime);
    }

    [Fact]
    public void A_date_keeps_the_offset_that_the_service_gave() =>
        Assert.Equal(TimeSpan.FromHours(9), Responses.ServerFromJson("\"createDate\":\"2024-05-06T07:08:09+0900\"").CreateDate!.Value.Offset);

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\" \"")]
    [InlineData("null")]
    [InlineData("\"soon\"")]
    [InlineData("\"2024-13-40T00:00:00+0900\"")]
    [InlineData("17")]
    public void What_is_no_date_is_none(string token) => Assert.Null(Responses.ServerFromJson($"\"createDate\":{token}").CreateDate);

    [Theory]
    [InlineData("\"hypervisorType\":{\"code\":\"KVM\",\"codeName\":\"케이브이엠\"}", "KVM", "케이브이엠")]
    [InlineData("\"hypervisorType\":{\"codeName\":\"X\",\"later\":{\"code\":\"NO\"},\"code\":\"KVM\"}", "KVM", "X")]
    [InlineData("\"hypervisorType\":{\"code\":\"KVM\"}", "KVM", "")]
    [InlineData("\"hypervisorType\":{\"code\":\"KVM\",\"codeName\":null}", "KVM", "")]
    [InlineData("\"hypervisorType\":\"KVM\"", "KVM", "")]
    public void A_pair_of_code_and_name_is_read_tolerantly(string fields, string code, string name)
    {
        CodeName? pair = Responses.ServerFromJson(fields).HypervisorType;

        Assert.Equal((code, name), (pair?.Code, pair?.Name));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"hypervisorType\":null")]
    [InlineData("\"hypervisorType\":\"\"")]
    [InlineData("\"hypervisorType\":{}")]
    [InlineData("\"hypervisorType\":[]")]
    [InlineData("\"hypervisorType\":{\"code\":\"\",\"codeName\":\"\"}")]
    public void An_absent_pair_is_none(string fields)
    {
        ServerInstance server = Responses.ServerFromJson(fields);

        Assert.Null(server.HypervisorType);
        Assert.Equal("7", server.ServerInstanceNo);
    }

    [Fact]
    public void An_absent_pair_is_none_in_xml_too()
    {
        Assert.Null(Responses.ServerFromXml("<hypervisorType/>").HypervisorType);
        Assert.Null(Responses.ServerFromXml("<hypervisorType><code></code><codeName></codeName></hypervisorType>").HypervisorType);
    }

    [Fact]
    public void A_server_of_which_only_the_number_came_has_empty_texts_and_lists_and_never_null()
    {
        ServerInstance server = Responses.ServerFromJson(string.Empty);

        IEnumerable<object?> values = typeof(ServerInstance).GetProperties()
            .Where(property => property.PropertyType == typeof(string)
                || property.PropertyType.IsGenericType && property.PropertyType.IsInterface)
            .Select(property => property.GetValue(server));
        Assert.DoesNotContain(null, values);
    }

    [Fact]
    public void The_numbers_of_the_fabric_cluster_are_taken_as_text_and_as_number()
    {
        ServerInstance server = Responses.ServerFromJson("\"fabricClusterPoolNo\":12345678901234567890,\"fabricClusterNo\":\"3\"");

        Assert.Equal(("12345678901234567890", "3"), (server.FabricClusterPoolNo, server.FabricClusterNo));
    }
}
