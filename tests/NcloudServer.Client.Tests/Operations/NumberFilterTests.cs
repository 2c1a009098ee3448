using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using NcloudServer.Models;
using NcloudServer.Operations;

namespace NcloudServer.Tests.Operations;

public sealed class NumberFilterTests
{
    [Theory]
    [InlineData("1234567", "1234567")]
    [InlineData(" 1234567 ", "1234567")]
    [InlineData("\t1234567\r\n", "1234567")]
    [InlineData("0", "0")]
    [InlineData("007", "007")]
    [InlineData("12345678901234567890123456789", "12345678901234567890123456789")]
    public void Digits_are_a_number_and_spaces_around_them_do_not_count(string text, string expected)
    {
        Assert.Equal(expected, NumberFilter.Parse(text, out NcpException? failure));
        Assert.Null(failure);
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("   ")]
    [InlineData("１２３")]
    [InlineData("١٢٣")]
    [InlineData("१२३")]
    [InlineData("²")]
    [InlineData("1 2")]
    [InlineData("1\n2")]
    [InlineData("1,2")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData("1.0")]
    [InlineData("1e3")]
    [InlineData("0x10")]
    [InlineData("1&regionCode=KR")]
    [InlineData("1\0")]
    [InlineData("1\u200B")]
    public void Anything_else_is_a_failure_that_carries_what_was_given(string? text)
    {
        Assert.Null(NumberFilter.Parse(text, out NcpException? failure));

        var exception = Assert.IsType<NcpServerInstanceException>(failure);
        Assert.Equal((NcpErrorId.NcpInvalidServerInstanceNo, (text ?? string.Empty).Trim()), (exception.Id, exception.ServerInstanceNo));
        Assert.NotEmpty(exception.RecommendedAction);
    }

    [Fact]
    public void A_hundred_digits_are_taken_and_one_more_is_not()
    {
        Assert.NotNull(NumberFilter.Parse(new string('1', 100), out _));
        Assert.Null(NumberFilter.Parse(new string('1', 101), out NcpException? failure));
        Assert.Equal(NcpErrorId.NcpInvalidServerInstanceNo, failure?.Id);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("007")]
    public void A_number_counts_once_whatever_zeros_lead_it(string again)
    {
        var filter = new NumberFilter();

        Assert.True(filter.TryAdd("7", "KR"));
        Assert.False(filter.TryAdd(again, "KR"));
        Assert.True(filter.TryAdd(again, null));
    }

    [Theory]
    [InlineData("7", "7")]
    [InlineData("007", "7")]
    [InlineData("70", "70")]
    [InlineData("000", "0")]
    public void Leading_zeros_are_not_part_of_a_number(string number, string expected) =>
        Assert.Equal(expected, ServerNumber.Normalized(number));

    [Fact]
    public void The_same_number_in_another_region_is_another_server()
    {
        var filter = new NumberFilter();

        Assert.Equal([true, true, true], new[] { "KR", "JPN", null }.Select(region => filter.TryAdd("7", region)));
        Assert.Equal([false, false, false], new[] { null, "JPN", "KR" }.Select(region => filter.TryAdd("7", region)));
    }

    [Fact]
    public void A_number_without_a_region_counts_for_the_region_that_turns_out_to_be_the_first()
    {
        var filter = new NumberFilter();
        filter.TryAdd("7", null);
        filter.TryAdd("8", "JPN");

        filter.Assume("KR");

        Assert.Equal([false, true], new[] { "7", "8" }.Select(number => filter.TryAdd(number, "KR")));
    }

    [Fact]
    public void Any_text_is_a_number_or_a_failure_and_never_both()
    {
        // Mostly signs that nearly make a number, so that both sides of the line are met.
        Gen<string> texts = Gen.OneOf(
            Gen.Elements("0", "1", "9", " ", "\t", "-", "１", "a", "12", "345").ListOf().Select(parts => string.Concat(parts)),
            ArbMap.Default.GeneratorFor<string>());
        Prop.ForAll(texts.ToArbitrary(), text =>
        {
            string? number = NumberFilter.Parse(text, out NcpException? failure);
            bool isNumber = Regex.IsMatch((text ?? string.Empty).Trim(), "^[0-9]{1,100}\\z");
            return isNumber ? number == text!.Trim() && failure is null : number is null && failure is not null;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }
}
