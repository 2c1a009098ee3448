using System.Collections;
using System.Collections.Specialized;
using NcloudServer.Actions;

namespace NcloudServer.Tests.Actions;

/// <summary>What a call of any action is made of.</summary>
public sealed class ApiCallTests
{
    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void A_blank_region_is_none(string blank)
    {
        Assert.True(Call(null).TakesDefaultRegion);
        Assert.Equal(["regionCode", "a"], Call(null).InRegion("JPN").Parameters.Select(parameter => parameter.Key));
        Assert.Equal("JPN", Call("JPN").Find("regionCode"));

        ApiCall Call(string? region) =>
            ApiCall.Of("vserver", "stopX", new OrderedDictionary { ["a"] = 1, ["regionCode"] = blank }, region, one => one);
    }

    [Fact]
    public void Spaces_around_names_and_regions_do_not_count() => Assert.Equal(
        [new("regionCode", "KR")],
        ApiCall.Of("vserver", "stopX", new Hashtable { [" regionCode "] = " KR " }, "KR", one => one).Parameters);

    [Theory]
    [InlineData("regionCode")]
    [InlineData("RegionCode")]
    [InlineData("pageNo")]
    public void A_call_has_one_region_and_one_page(string name)
    {
        foreach (object several in new object[] { new[] { "KR", "JPN" }, new Hashtable { ["a"] = "KR" } })
        {
            var failure = Assert.Throws<NcpParameterException>(
                () => ApiCall.Of("vserver", "stopX", new Hashtable { [name] = several }, null, one => one));
            Assert.Contains(name, failure.ParameterName, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void Regions_that_contradict_each_other_are_refused_and_the_same_one_is_not()
    {
        ApiCall Call(string name, string value, string? region) =>
            ApiCall.Of("vserver", "getX", new Hashtable { [name] = value }, region, one => one);

        Assert.Equal("regionCode", Assert.Throws<NcpParameterException>(() => Call("regionCode", "KR", "JPN")).ParameterName);
        Assert.Equal("KR", Call("RegionCode", "KR", "KR").Find("regionCode"));
        Assert.Equal("KR", Call("REGIONCODE", "KR", null).Find("regionCode"));
        Assert.False(Call("regionCode", "KR", null).TakesDefaultRegion);
        Assert.True(Call("a", "b", null).TakesDefaultRegion);
        Assert.False(ApiCall.Of("vserver", "getregionlist", new Hashtable(), null, one => one).TakesDefaultRegion);
    }

    [Theory]
    [InlineData("getServerInstanceList", true)]
    [InlineData("getserverinstancelist", true)]
    [InlineData("GETROOTPASSWORD", true)]
    [InlineData("getUnknown", true)]
    [InlineData("GetUnknown", false)]
    [InlineData("getaway", false)]
    [InlineData("get", false)]
    [InlineData("stopServerInstances", false)]
    public void Only_actions_named_get_read(string action, bool isReading) =>
        Assert.Equal(isReading, !ApiCall.Of("vserver", action, new Hashtable(), null, value => value).IsChange);
}
