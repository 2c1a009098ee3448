using NcloudServer.Failures;
using NcloudServer.Wire;

namespace NcloudServer.Tests.Wire;

public sealed class ResponseCheckTests
{
    /// <summary>Lists that say neither what there is nor that there is nothing, whatever was asked for.</summary>
    public static TheoryData<string, string> Contradictions => new()
    {
        { "{}", "no list of servers" },
        { """{"returnCode":"0","returnMessage":"success"}""", "no list of servers" },
        { """{"totalRows":2}""", "totalRows is 2" },
        { """{"totalRows":1,"serverInstanceList":null}""", "totalRows is 1" },
        { """{"totalRows":1,"serverInstanceList":""}""", "totalRows is 1" },
        { """{"totalRows":1,"serverInstanceList":{"serverInstanceNo":"1"}}""", "totalRows is 1" },
        { """{"totalRows":1,"serverInstanceList":"1"}""", "totalRows is 1" },
        { """{"totalRows":1,"serverInstanceList":1}""", "totalRows is 1" },
        { """{"totalRows":null,"serverInstanceList":null}""", "without totalRows" },
        { """{"totalRows":"","serverInstanceList":""}""", "without totalRows" },
        { """{"totalRows":-1,"serverInstanceList":[]}""", "totalRows is -1" },
        { """{"totalRows":0,"serverInstanceList":[{"serverInstanceNo":"1"}]}""", "totalRows is 0" },
        { """{"totalRows":1,"serverInstanceList":[{"serverInstanceNo":"1"},{"serverInstanceNo":"2"}]}""", "2 servers" },
        { """{"totalRows":1,"serverInstanceList":[{"serverInstanceNo":""}]}""", "without a number" },
        { """{"totalRows":2,"serverInstanceList":[{"serverInstanceNo":"1"},{"serverName":"web"}]}""", "without a number" },
        { "<returnCode>0</returnCode>", "no list of servers" },
        { "<totalRows>1</totalRows>", "totalRows is 1" },
        { "<totalRows>1</totalRows><serverInstanceList>none</serverInstanceList>", "totalRows is 1" },
    };

    /// <summary>The ways in which a response can say that there is nothing.</summary>
    public static TheoryData<string> EmptyLists =>
    [
        """{"totalRows":0,"serverInstanceList":[]}""",
        """{"serverInstanceList":[]}""",
        """{"totalRows":"0","serverInstanceList":""}""",
        """{"totalRows":0,"serverInstanceList":null}""",
        """{"totalRows":0}""",
        "<totalRows>0</totalRows><serverInstanceList></serverInstanceList>",
        "<totalRows>0</totalRows><serverInstanceList> </serverInstanceList>",
        "<serverInstanceList/>",
        "<totalRows>0</totalRows>",
    ];

    [Theory]
    [MemberData(nameof(Contradictions))]
    public void A_list_that_contradicts_itself_is_an_invalid_response_that_says_why(string body, string text)
    {
        AssertContradiction(text, () => ResponseCheck.Numbers(Servers(body), ["1"]));
        AssertContradiction(text, () => ResponseCheck.Page(Servers(body), 500));
    }

    [Theory]
    [MemberData(nameof(EmptyLists))]
    public void Nothing_is_an_answer_where_the_response_says_so(string body)
    {
        Assert.Empty(ResponseCheck.Numbers(Servers(body), ["1", "2"]));
        Assert.Empty(ResponseCheck.Page(Servers(body), 500));
    }

    [Theory]
    [InlineData(1, "1 2", "totalRows is 1, but the list has 2 servers.")]
    [InlineData(3, "", "totalRows is 3, but the list has 0 servers.")]
    public void Servers_that_were_asked_for_by_number_are_as_many_as_announced(int total, string numbers, string text) =>
        AssertContradiction(text, () => ResponseCheck.Numbers(Servers(List(total, numbers)), ["1", "2", "3"]));

    [Theory]
    [InlineData("1 2 3", "1 2 3", "")]
    [InlineData("1 2 3", "2", "")]
    [InlineData("1 2 3", "3 2 1 1", "")]
    [InlineData("1 2 3", "9 1 2 3", "")]
    [InlineData("007 08", "7 8 9", "")]
    [InlineData("7", "007 9", "")]
    [InlineData("1 2 3", "1 2 9", "it has server 9, which was not asked for, but not 3, which was")]
    [InlineData("1", "9", "it has server 9, which was not asked for, but not 1, which was")]
    [InlineData("070", "7", "it has server 7, which was not asked for, but not 070, which was")]
    public void Strangers_in_the_place_of_what_was_asked_for_prove_nothing(string asked, string given, string text)
    {
        Func<IReadOnlyList<ServerInstance>> check = () => ResponseCheck.Numbers(Servers(List(null, given)), asked.Split(' '));

        if (text.Length > 0)
        {
            AssertContradiction(text, check);
        }
        else
        {
            Assert.Equal(given, string.Join(" ", check().Select(server => server.ServerInstanceNo)));
        }
    }

    [Theory]
    [InlineData(null, "1 2", 2, "")]
    [InlineData(2, "1 2", 2, "")]
    [InlineData(1000, "1 2", 2, "")]
    [InlineData(1000, "1", 2, "")]
    [InlineData(1, "1 2", 2, "totalRows is 1, but the list has 2 servers")]
    [InlineData(3, "1 2 3", 2, "it has 3 servers on a page of at most 2")]
    [InlineData(null, "1 2 3", 2, "it has 3 servers on a page of at most 2")]
    public void A_page_has_no_more_servers_than_there_are_and_than_fit_on_it(int? total, string given, int pageSize, string text)
    {
        Func<IReadOnlyList<ServerInstance>> check = () => ResponseCheck.Page(Servers(List(total, given)), pageSize);

        if (text.Length > 0)
        {
            AssertContradiction(text, check);
        }
        else
        {
            Assert.Equal(given, string.Join(" ", check().Select(server => server.ServerInstanceNo)));
        }
    }

    [Theory]
    [InlineData("{}", "no list of regions")]
    [InlineData("""{"totalRows":2,"regionList":{"regionCode":"KR"}}""", "totalRows is 2, but it has no list of regions")]
    [InlineData("""{"totalRows":2,"regionList":[{"regionCode":"KR"}]}""", "totalRows is 2, but the list has 1 region.")]
    [InlineData("""{"totalRows":0,"regionList":[{"regionCode":"KR"},{"regionCode":"JPN"}]}""", "but the list has 2 regions.")]
    [InlineData("""{"regionList":[{"regionCode":"KR"},{"regionName":"Japan"}]}""", "a region without a code")]
    public void Regions_that_contradict_themselves_are_no_regions(string body, string text) =>
        AssertContradiction(text, () => Responses.Regions(Envelope("getRegionList", body)));

    [Theory]
    [InlineData("""{"totalRows":2,"regionList":[{"regionCode":"KR"},{"regionCode":"JPN"}]}""", "KR JPN")]
    [InlineData("""{"regionList":[{"regionCode":"KR"}]}""", "KR")]
    [InlineData("""{"totalRows":0,"regionList":""}""", "")]
    [InlineData("<totalRows>1</totalRows><regionList><region><regionCode>KR</regionCode></region></regionList>", "KR")]
    [InlineData("<regionList/>", "")]
    public void Regions_are_as_many_as_announced(string body, string expected) =>
        Assert.Equal(expected, string.Join(" ", Responses.Regions(Envelope("getRegionList", body))));

    private static void AssertContradiction(string text, Func<object> check)
    {
        NcpResponseException exception = Assert.Throws<NcpResponseException>(check);

        Assert.Equal((NcpErrorId.NcpInvalidResponse, FailureKind.Indeterminate), (exception.Id, exception.Kind));
        Assert.Contains(text, exception.Message, StringComparison.Ordinal);
        Assert.Contains("Try again", exception.RecommendedAction, StringComparison.Ordinal);
        Assert.Contains("proxy", exception.RecommendedAction, StringComparison.Ordinal);
    }

    private static ResponseBody Servers(string body) => Responses.Read(Envelope("getServerInstanceList", body));

    private static string Envelope(string action, string body) => body[0] == '<'
        ? $"<{action}Response>{body}</{action}Response>"
        : $$$"""{"{{{action}}}Response":{{{body}}}}""";

    private static string List(int? total, string numbers)
    {
        IEnumerable<string> servers = numbers.Split(' ').Where(number => number.Length > 0)
            .Select(number => $$"""{"serverInstanceNo":"{{number}}"}""");
        return $$"""{{{(total is null ? "" : $"\"totalRows\":{total},")}}"serverInstanceList":[{{string.Join(",", servers)}}]}""";
    }
}
