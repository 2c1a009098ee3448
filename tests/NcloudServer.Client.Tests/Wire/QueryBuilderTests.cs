using NcloudServer.Wire;

namespace NcloudServer.Tests.Wire;

public sealed class QueryBuilderTests
{
    [Fact]
    public void A_query_without_parameters_is_nothing() => Assert.Equal(string.Empty, new QueryBuilder().ToString());

    [Fact]
    public void The_first_parameter_follows_a_question_mark_and_the_others_an_ampersand() =>
        Assert.Equal(
            "?regionCode=KR&pageNo=0&pageSize=10",
            new QueryBuilder().Add("regionCode", "KR").Add("pageNo", 0).Add("pageSize", 10).ToString());

    [Fact]
    public void What_is_null_or_empty_is_left_out() =>
        Assert.Equal(
            "?c=1", new QueryBuilder().Add("a", (string?)null).Add("b", string.Empty).Add("d", (int?)null).Add("c", "1").ToString());

    [Theory]
    [InlineData("my server/한글", "my%20server%2F%ED%95%9C%EA%B8%80")]
    [InlineData("a~b-c.d_e", "a~b-c.d_e")]
    [InlineData("1+1=2&x#y?z", "1%2B1%3D2%26x%23y%3Fz")]
    [InlineData("100%", "100%25")]
    public void A_value_is_escaped_so_that_it_stays_one_value(string value, string escaped) =>
        Assert.Equal("?serverName=" + escaped, new QueryBuilder().Add("serverName", value).ToString());

    /// <summary>Longer than what the escaping of older frameworks takes at once, wherever a pair of surrogates comes to lie.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_very_long_value_is_escaped_as_any_other(int before)
    {
        string value = new string('a', before) + string.Concat(Enumerable.Repeat("😀", 50_000));

        string escaped = new string('a', before) + string.Concat(Enumerable.Repeat("%F0%9F%98%80", 50_000));
        Assert.Equal("?userData=" + escaped, new QueryBuilder().Add("userData", value).ToString());
    }

    [Fact]
    public void A_list_is_numbered_from_1() => Assert.Equal(
        "?serverInstanceNoList.1=30&serverInstanceNoList.2=10&serverInstanceNoList.3=20",
        new QueryBuilder().AddList("serverInstanceNoList", ["30", "10", "20"]).ToString());

    [Fact]
    public void A_list_of_more_than_nine_goes_on_with_two_digits() =>
        Assert.EndsWith(
            "&n.9=x&n.10=x&n.11=x", new QueryBuilder().AddList("n", ["x", "x", "x", "x", "x", "x", "x", "x", "x", "x", "x"]).ToString(),
            System.StringComparison.Ordinal);

    [Fact]
    public void A_list_has_no_gap_where_a_value_is_empty() =>
        Assert.Equal("?n.1=10&n.2=20", new QueryBuilder().AddList("n", ["10", string.Empty, "20"]).ToString());
}
