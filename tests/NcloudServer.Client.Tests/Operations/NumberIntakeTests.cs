using System.Linq;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using NcloudServer.Operations;
using Xunit;

namespace NcloudServer.Tests.Operations;

public sealed class NumberIntakeTests
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
        Assert.Equal(expected, new NumberIntake().Take(text, "KR", out NcpException? failure));
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
        Assert.Null(new NumberIntake().Take(text, "KR", out NcpException? failure));

        var exception = Assert.IsType<NcpServerInstanceException>(failure);
        Assert.Equal((NcpErrorId.NcpInvalidServerInstanceNo, (text ?? string.Empty).Trim()), (exception.Id, exception.ServerInstanceNo));
        Assert.NotEmpty(exception.RecommendedAction);
    }

    [Fact]
    public void A_hundred_digits_are_taken_and_one_more_is_not()
    {
        var intake = new NumberIntake();

        Assert.NotNull(intake.Take(new string('1', 100), "KR", out _));
        Assert.Null(intake.Take(new string('1', 101), "KR", out NcpException? failure));
        Assert.Equal(NcpErrorId.NcpInvalidServerInstanceNo, failure?.Id);
    }

    [Fact]
    public void A_number_counts_once_however_it_is_spaced()
    {
        var intake = new NumberIntake();

        Assert.Equal("7", intake.Take("7", "KR", out _));
        Assert.Null(intake.Take("7", "KR", out NcpException? failure));
        Assert.Null(failure);
        Assert.Null(intake.Take(" 7 ", "KR", out failure));
        Assert.Null(failure);
    }

    [Fact]
    public void The_same_number_in_another_region_is_another_server()
    {
        var intake = new NumberIntake();

        Assert.Equal(["7", "7", "7"], new[] { "KR", "JPN", null }.Select(region => intake.Take("7", region, out _)));
        Assert.Equal([null, null, null], new[] { null, "JPN", "KR" }.Select(region => intake.Take("7", region, out _)));
    }

    [Fact]
    public void A_text_that_is_no_number_fails_each_time_it_is_given()
    {
        var intake = new NumberIntake();

        intake.Take("abc", "KR", out NcpException? first);
        intake.Take("abc", "KR", out NcpException? second);

        Assert.NotNull(first);
        Assert.NotNull(second);
    }

    [Fact]
    public void Any_text_is_a_number_a_failure_or_a_repetition_and_never_two_of_these()
    {
        // Mostly signs that nearly make a number, so that both sides of the line are met.
        Gen<string> texts = Gen.OneOf(
            Gen.Elements("0", "1", "9", " ", "\t", "-", "１", "a", "12", "345").ListOf().Select(parts => string.Concat(parts)),
            ArbMap.Default.GeneratorFor<string>());
        Prop.ForAll(texts.ToArbitrary(), text =>
        {
            var intake = new NumberIntake();
            string? number = intake.Take(text, "KR", out NcpException? failure);
            string? again = intake.Take(text, "KR", out NcpException? failureAgain);
            bool isNumber = Regex.IsMatch((text ?? string.Empty).Trim(), "^[0-9]{1,100}\\z");
            return isNumber
                ? number == text!.Trim() && failure is null && again is null && failureAgain is null
                : number is null && failure is not null && again is null && failureAgain is not null;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }
}
