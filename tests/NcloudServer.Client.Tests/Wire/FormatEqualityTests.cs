using System.Collections;
using System.Reflection;

namespace NcloudServer.Tests.Wire;

public sealed class FormatEqualityTests
{
    [Fact]
    public void The_same_server_is_equal_in_every_property_whichever_format_it_came_in()
    {
        ServerInstance fromJson = Assert.Single(Responses.Read(Samples.Json("getServerInstanceList")).Servers.Items!);
        ServerInstance fromXml = Assert.Single(Responses.Read(Samples.Xml("getServerInstanceList")).Servers.Items!);

        foreach (PropertyInfo property in typeof(ServerInstance).GetProperties())
        {
            string json = Show(property.GetValue(fromJson));
            Assert.Equal((property.Name, json), (property.Name, Show(property.GetValue(fromXml))));
            // A sample that leaves a property out would compare nothing.
            Assert.DoesNotContain(json, new[] { "null", "\"\"", "[]", "{}", "0", "False" });
        }
    }

    [Fact]
    public void Unknown_fields_are_kept_under_the_services_own_names()
    {
        foreach (string body in new[] { Samples.Json("getServerInstanceList"), Samples.Xml("getServerInstanceList") })
        {
            IDictionary<string, object?> more = Assert.Single(Responses.Read(body).Servers.Items!).AdditionalProperties;

            Assert.Equal(["future", "futureFlag", "futurePart"], more.Keys.Order());
            Assert.Equal("later", more["future"]);
            Assert.Equal(false, more["futureFlag"]);
            var part = Assert.IsAssignableFrom<IDictionary<string, object?>>(more["futurePart"]);
            var inner = Assert.IsAssignableFrom<IDictionary<string, object?>>(part["inner"]);
            Assert.Equal("1", part["depth"]);
            Assert.Equal(true, inner["flag"]);
            Assert.Equal(["a", "b"], Assert.IsAssignableFrom<IEnumerable<object?>>(inner["itemList"]));
        }
    }

    [Theory]
    [InlineData("\"x\":12", "<x>12</x>")]
    [InlineData("\"x\":1.50", "<x>1.50</x>")]
    [InlineData("\"x\":true", "<x>true</x>")]
    [InlineData("\"x\":\"true\"", "<x>true</x>")]
    [InlineData("\"x\":\"false\"", "<x>false</x>")]
    [InlineData("\"x\":\"\"", "<x></x>")]
    [InlineData("\"x\":null", "<x/>")]
    [InlineData("\"x\":\" spaced \"", "<x> spaced </x>")]
    [InlineData("\"xList\":[]", "<xList/>")]
    [InlineData("\"xList\":[1,\"2\"]", "<xList><x>1</x><x>2</x></xList>")]
    [InlineData("\"xList\":[{\"a\":1},{\"b\":true}]", "<xList><x><a>1</a></x><x><b>true</b></x></xList>")]
    [InlineData("\"x\":{\"y\":{\"zList\":[{\"t\":false}]}}", "<x><y><zList><z><t>false</t></z></zList></y></x>")]
    public void An_unknown_field_is_the_same_from_both_formats(string field, string element)
    {
        IDictionary<string, object?> json = Responses.ServerFromJson(field).AdditionalProperties;
        IDictionary<string, object?> xml = Responses.ServerFromXml(element).AdditionalProperties;

        Assert.Single(json);
        Assert.Equal(Show(json), Show(xml));
    }

    [Fact]
    public void Unknown_fields_are_found_whatever_case_they_are_asked_in() =>
        Assert.Equal("1", Responses.ServerFromJson("\"someField\":\"1\"").AdditionalProperties["SomeField"]);

    [Fact]
    public void A_known_field_is_not_among_the_unknown_ones() =>
        Assert.Empty(Responses.ServerFromJson("\"serverName\":\"a\"").AdditionalProperties);

    /// <summary>Everything that can be told apart, types included.</summary>
    private static string Show(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        CodeName pair => $"{pair.Code}={pair.Name}",
        BlockDevicePartition partition => $"{partition.MountPoint}:{partition.PartitionSize}",
        System.DateTimeOffset date => date.ToString("O"),
        IDictionary<string, object?> members =>
            "{" + string.Join(",", members
                .OrderBy(member => member.Key, System.StringComparer.Ordinal)
                .Select(member => member.Key + "=" + Show(member.Value))) + "}",
        IEnumerable items => "[" + string.Join(",", items.Cast<object?>().Select(Show)) + "]",
        _ => value.ToString()!,
    };
}
