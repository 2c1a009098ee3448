using System.Collections;
using System.Collections.Specialized;
using System.Globalization;
using System.Net;
using System.Security;
using NcloudServer.Actions;

namespace NcloudServer.Tests.Actions;

public sealed class ParameterWriterTests
{
    private static readonly DateTimeOffset s_moment = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);

    public static TheoryData<object, string> Values => new()
    {
        { "a b", "a b" },
        { string.Empty, string.Empty },
        { true, "true" },
        { false, "false" },
        { 'x', "x" },
        { 42, "42" },
        { long.MaxValue, "9223372036854775807" },
        { ulong.MaxValue, "18446744073709551615" },
        { (byte)7, "7" },
        { System.Numerics.BigInteger.Parse("123456789012345678901234567890", CultureInfo.InvariantCulture), "123456789012345678901234567890" },
        { 1.5, "1.5" },
        { 1.5f, "1.5" },
        { -0.25, "-0.25" },
        { 1e20, "100000000000000000000" },
        { 1e-7, "0.0000001" },
        { 1e-10f, "0.0000000001" },
        { 1e28, "10000000000000000000000000000" },
        { 1.50m, "1.50" },
        { DayOfWeek.Monday, "Monday" },
        { Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"), "0f8fad5b-d9cb-469f-a165-70867728950e" },
        { new Uri("https://example.com/a b"), "https://example.com/a b" },
        { IPAddress.Parse("10.0.0.1"), "10.0.0.1" },
        { new CodeName("KVM", "Kernel"), "KVM" },
        { new ServerInstance { ServerInstanceNo = "7" }, "7" },
        { new Region { RegionCode = "KR" }, "KR" },
        { s_moment, "2026-03-04T14:06:07+0900" },
        { s_moment.ToOffset(TimeSpan.FromHours(-5)), "2026-03-04T14:06:07+0900" },
        { s_moment.UtcDateTime, "2026-03-04T14:06:07+0900" },
        { s_moment.LocalDateTime, "2026-03-04T14:06:07+0900" },
        { DateTime.SpecifyKind(s_moment.LocalDateTime, DateTimeKind.Unspecified), "2026-03-04T14:06:07+0900" },
    };

    public static TheoryData<object, string> Unsendable => new()
    {
        { new SecureString(), "secret" },
        { new object(), "neither a value nor a list nor a dictionary" },
        { TimeSpan.FromHours(1), "TimeSpan" },
        { new byte[] { 1, 2 }, "bytes" },
        { Array.Empty<object>(), "empty list" },
        { new object?[] { null }, "empty list" },
        { new Hashtable(), "empty dictionary" },
        { new object[] { new Hashtable() }, "empty dictionary" },
        { new Hashtable { ["b"] = null }, "empty dictionary" },
        { double.NaN, "digits" },
        { double.PositiveInfinity, "digits" },
        { 1e300, "digits" },
        { 1e-30, "digits" },
        { 1.5e-28, "digits" },
        { "half \ud83d", "surrogate" },
        { DateTimeOffset.MaxValue, "can't be sent" },
        { new Hashtable { [new object()] = 1 }, "name" },
        { new Hashtable { [string.Empty] = 1 }, "empty name" },
        { Enumerable.Repeat((object)1, 10_001), "10000" },
        { Forever(), "10000" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_is_the_same_text_in_every_culture(object value, string text)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            foreach (string culture in new[] { "de-DE", "tr-TR", "ar-SA", "ko-KR" })
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                Assert.Equal([new("a", text)], ParameterWriter.Write(new Hashtable { ["a"] = value }));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [MemberData(nameof(Unsendable))]
    public void What_is_no_value_is_refused_by_its_name(object value, string reason)
    {
        NcpParameterException failure = Refusal(new OrderedDictionary { ["first"] = 1, ["odd"] = value });

        Assert.Equal(NcpErrorId.NcpInvalidParameter, failure.Id);
        Assert.StartsWith("odd", failure.ParameterName, StringComparison.Ordinal);
        Assert.Contains(failure.ParameterName, failure.Message, StringComparison.Ordinal);
        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_are_numbered_from_1_and_what_is_inside_comes_after_a_dot() => Assert.Equal(
        [
            "vpcNo=1", "accessControlGroupNoList.1=63", "accessControlGroupNoList.2=64", "networkInterfaceList.1.networkInterfaceOrder=0",
            "networkInterfaceList.1.accessControlGroupNoList.1=63", "networkInterfaceList.2.subnetNo=9", "matrix.1.1=a", "matrix.2.1=b",
            "matrix.2.2=c", "one.two.three=3",
        ],
        Write(new OrderedDictionary
        {
            ["vpcNo"] = 1,
            ["accessControlGroupNoList"] = new[] { 63, 64 },
            ["networkInterfaceList"] = new object[]
            {
                new OrderedDictionary { ["networkInterfaceOrder"] = 0, ["accessControlGroupNoList"] = new List<int> { 63 } },
                new Dictionary<string, string> { ["subnetNo"] = "9" },
            },
            ["matrix"] = new[] { ["a"], new[] { "b", "c" } },
            ["one"] = new Hashtable { ["two"] = new Hashtable { ["three"] = 3 } },
        }));

    [Fact]
    public void A_single_value_for_a_list_is_a_list_of_one() => Assert.Equal(
        ["aList.1=1", "bList.1.c=2", "bList.1.dList.1=3", "eList.1=4", "fList.2=5"],
        Write(new OrderedDictionary
        {
            ["aList"] = 1,
            ["bList"] = new OrderedDictionary { ["c"] = 2, ["dList"] = "3" },
            ["eList"] = new[] { 4 },
            ["fList"] = new Hashtable { ["2"] = 5 },
        }));

    [Fact]
    public void Null_is_not_sent_and_leaves_no_gap() => Assert.Equal(
        ["b.1=1", "b.2=2"], Write(new OrderedDictionary { ["a"] = null, ["b"] = new object?[] { 1, null, 2 } }));

    [Fact]
    public void A_hash_table_which_has_no_order_gives_the_same_request_every_time() =>
        Assert.Equal(["a=1", "b=2", "c=3"], Write(new Hashtable { ["c"] = 3, ["a"] = 1, ["b"] = 2 }));

    [Fact]
    public void Names_that_differ_by_case_are_two_names() =>
        Assert.Equal(["a=1", "A=2"], Write(new Dictionary<string, int> { ["a"] = 1, ["A"] = 2 }));

    [Fact]
    public void A_name_that_is_given_as_a_list_and_with_its_number_is_refused() =>
        Assert.Contains("twice", Refusal(new OrderedDictionary { ["a"] = new[] { 1 }, ["a.1"] = 2 }).Message, StringComparison.Ordinal);

    [Fact]
    public void What_contains_itself_is_refused()
    {
        var list = new ArrayList();
        list.Add(list);
        var dictionary = new Hashtable();
        dictionary["a"] = dictionary;

        Assert.Contains("contains itself", Refusal(new Hashtable { ["x"] = list }).Message, StringComparison.Ordinal);
        Assert.Contains("contains itself", Refusal(dictionary).Message, StringComparison.Ordinal);
    }

    private static IEnumerable<object?> Forever()
    {
        while (true)
        {
            yield return null;
        }
    }

    private static NcpParameterException Refusal(IDictionary parameters) =>
        Assert.Throws<NcpParameterException>(() => ParameterWriter.Write(parameters));

    private static IEnumerable<string> Write(IDictionary parameters) =>
        ParameterWriter.Write(parameters).Select(parameter => $"{parameter.Key}={parameter.Value}");
}
