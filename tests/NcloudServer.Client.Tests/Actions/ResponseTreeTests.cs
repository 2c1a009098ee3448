using System.Globalization;
using System.Text;
using System.Text.Json;
using NcloudServer.Actions;
using NcloudServer.Tests.Wire;
using NcloudServer.Wire;

namespace NcloudServer.Tests.Actions;

public sealed class ResponseTreeTests
{
    [Theory]
    [InlineData("\"cpuCount\":2", "<cpuCount>2</cpuCount>", "Int64 2")]
    [InlineData("\"cpuCount\":\"2\"", "<cpuCount>2</cpuCount>", "Int64 2")]
    [InlineData("\"memorySize\":4294967296", "<memorySize>4294967296</memorySize>", "Int64 4294967296")]
    [InlineData("\"useAmount\":1.50", "<useAmount>1.50</useAmount>", "Decimal 1.50")]
    [InlineData("\"useAmount\":1.0E7", "<useAmount>1.0E7</useAmount>", "Decimal 10000000")]
    [InlineData("\"useAmount\":-3", "<useAmount>-3</useAmount>", "Int64 -3")]
    [InlineData("\"total\":123456789012345678901", "<total>123456789012345678901</total>", "Decimal 123456789012345678901")]
    [InlineData("\"serverInstanceNo\":1234567", "<serverInstanceNo>1234567</serverInstanceNo>", "String 1234567")]
    [InlineData("\"serverSpecNo\":\"7\"", "<serverSpecNo>7</serverSpecNo>", "String 7")]
    [InlineData("\"id\":7", "<id>7</id>", "String 7")]
    [InlineData("\"publicIP\":\"1\"", "<publicIP>1</publicIP>", "String 1")]
    [InlineData("\"serverName\":\"true\"", "<serverName>true</serverName>", "String true")]
    [InlineData("\"serverName\":\"2024-05-06T07:08:09+0900\"", "<serverName>2024-05-06T07:08:09+0900</serverName>", "String 2024-05-06T07:08:09+0900")]
    [InlineData("\"accessToken\":\"1.0E7\"", "<accessToken>1.0E7</accessToken>", "String 1.0E7")]
    [InlineData("\"clientSecret\":\"12\"", "<clientSecret>12</clientSecret>", "String 12")]
    [InlineData("\"portRange\":\"80\"", "<portRange>80</portRange>", "String 80")]
    [InlineData("\"backupTime\":\"2359\"", "<backupTime>2359</backupTime>", "String 2359")]
    [InlineData("\"phone\":\"0101234\"", "<phone>0101234</phone>", "String 0101234")]
    [InlineData("\"serial\":\"12E3\"", "<serial>12E3</serial>", "String 12E3")]
    [InlineData("\"kind\":\"+1\"", "<kind>+1</kind>", "String +1")]
    [InlineData("\"kind\":\"1.\"", "<kind>1.</kind>", "String 1.")]
    [InlineData("\"kind\":\"1.2.3\"", "<kind>1.2.3</kind>", "String 1.2.3")]
    [InlineData("\"kind\":\"-\"", "<kind>-</kind>", "String -")]
    [InlineData("\"isDefault\":true", "<isDefault>true</isDefault>", "Boolean True")]
    [InlineData("\"isDefault\":\"false\"", "<isDefault>false</isDefault>", "Boolean False")]
    [InlineData("\"createDate\":\"2024-05-06T07:08:09+0900\"", "<createDate>2024-05-06T07:08:09+0900</createDate>", "Date 2024-05-06T07:08:09+09:00")]
    [InlineData("\"uptime\":\"2024-05-06T07:08:09Z\"", "<uptime>2024-05-06T07:08:09Z</uptime>", "Date 2024-05-06T07:08:09+00:00")]
    [InlineData("\"createDate\":\"2024-05-06\"", "<createDate>2024-05-06</createDate>", "String 2024-05-06")]
    [InlineData("\"createDate\":\"\"", "<createDate/>", "String ")]
    [InlineData("\"x\":null", "<x/>", "String ")]
    [InlineData("\"x\":\" \"", "<x> </x>", "String ")]
    [InlineData("\"x\":{}", "<x></x>", "String ")]
    [InlineData("\"xList\":[]", "<xList/>", "[]")]
    [InlineData("\"xList\":\"\"", "<xList></xList>", "[]")]
    [InlineData("\"xList\":null", "<xList> </xList>", "[]")]
    [InlineData("\"aNoList\":[1,\"2\"]", "<aNoList><aNo>1</aNo><aNo>2</aNo></aNoList>", "[String 1, String 2]")]
    [InlineData("\"aNoList\":[1]", "<aNoList><other>1</other></aNoList>", "[String 1]")]
    [InlineData("\"xList\":[{\"a\":1},{\"b\":{\"c\":true}}]", "<xList><x><a>1</a></x><x><b><c>true</c></b></x></xList>", "[X{a=Int64 1}, X{b=B{c=Boolean True}}]")]
    [InlineData("\"x\":{\"code\":\"KVM\",\"codeName\":\"K\"}", "<x><code>KVM</code><codeName>K</codeName></x>", "Code KVM K")]
    [InlineData("\"x\":{\"code\":\"KVM\"}", "<x><code>KVM</code></x>", "Code KVM ")]
    [InlineData("\"x\":{\"code\":\"\",\"codeName\":\"\"}", "<x><code/><codeName/></x>", "null")]
    [InlineData("\"x\":{\"code\":\"1\",\"more\":\"2\"}", "<x><code>1</code><more>2</more></x>", "X{code=String 1, more=Int64 2}")]
    [InlineData("\"x\":{\"codeName\":\"K\"}", "<x><codeName>K</codeName></x>", "X{codeName=String K}")]
    [InlineData("\"privateKey\":\"a\\n b \"", "<privateKey>a\n b </privateKey>", "String a\n b ")]
    public void A_field_is_the_same_from_both_formats(string json, string xml, string shown)
    {
        Assert.Equal(shown, Show(Only(Json($"{{{json}}}"))));
        Assert.Equal(shown, Show(Only((ResponseObject)Only(FromXml($"<r>{xml}</r>"))!)));
    }

    [Fact]
    public void What_comes_twice_under_one_name_is_a_list_and_nothing_is_lost()
    {
        Assert.Equal(
            "Response{task=[String a, String b, String c], x=Int64 1}",
            Show(Json("""{"task":"a","task":"b","x":1,"Task":"c"}""")));
        Assert.Equal("[[Int64 1], [Int64 2]]", Show(Only(Json("""{"x":[1],"x":[2]}"""))));
    }

    [Fact]
    public void A_raw_response_keeps_codes_and_dates_as_they_are() => Assert.Equal(
        "Response{a=A{code=String KVM, codeName=String K}, createDate=String 2024-05-06T07:08:09+0900, cpuCount=Int64 2}",
        Show(Tree("""{"a":{"code":"KVM","codeName":"K"},"createDate":"2024-05-06T07:08:09+0900","cpuCount":2}""", isRaw: true)));

    [Fact]
    public void Every_field_of_the_sample_server_is_the_same_from_both_formats()
    {
        string json = Show(Json(Samples.ServerJson));

        Assert.Equal(json, Show(Only(FromXml(Samples.ServerXml))).Replace("ServerInstance{", "Response{", StringComparison.Ordinal));
        Assert.Contains("cpuCount=Int64 2", json, StringComparison.Ordinal);
        Assert.Contains("networkInterfaceNoList=[String 21, String 22]", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Types_do_not_depend_on_the_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            foreach (string culture in new[] { "de-DE", "tr-TR" })
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                Assert.Equal("Response{useAmount=Decimal 1.5, id=String 1}", Show(Json("""{"useAmount":1.5,"id":1}""")));
                Assert.Equal("Id", ResponseTree.HouseCase("id"));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static ResponseObject Json(string json) => Tree(json);

    private static ResponseObject FromXml(string xml) => Tree(xml);

    private static ResponseObject Tree(string text, bool isRaw = false)
    {
        using JsonDocument document = ResponseDocument.Parse(new ArraySegment<byte>(Encoding.UTF8.GetBytes(text)))!;
        return new ResponseTree(isRaw).Read(document.RootElement);
    }

    private static object? Only(ResponseObject one) => Assert.Single(one.Members).Value;

    private static string Show(object? value) => value switch
    {
        null => "null",
        ResponseObject one => $"{one.Name}{{{string.Join(", ", one.Members.Select(member => $"{member.Key}={Show(member.Value)}"))}}}",
        IReadOnlyList<object?> list => $"[{string.Join(", ", list.Select(Show))}]",
        CodeName code => $"Code {code.Code} {code.Name}",
        DateTimeOffset date => "Date " + date.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture),
        IFormattable number => $"{value.GetType().Name} {number.ToString(null, CultureInfo.InvariantCulture)}",
        _ => $"{value.GetType().Name} {value}",
    };
}
