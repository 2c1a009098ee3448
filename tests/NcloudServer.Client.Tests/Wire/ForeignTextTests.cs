using NcloudServer.Failures;
using NcloudServer.Wire;

namespace NcloudServer.Tests.Wire;

/// <summary>Text of the service on its way into a message.</summary>
public sealed class ForeignTextTests
{
    [Theory]
    [InlineData("\\u001b[31mred\\u001b[0m", " [31mred [0m")]
    [InlineData("one\\r\\ntwo\\u0000three", "one  two three")]
    [InlineData("\\u009b2J \\u202egnp.exe \\u2028x", " 2J  gnp.exe  x")]
    [InlineData("정상 텍스트", "정상 텍스트")]
    public void It_has_no_character_that_steers_a_terminal(string sent, string shown)
    {
        NcpServiceException refusal = Responses.Refusal(400, $$$"""{"responseError":{"returnCode":"9","returnMessage":"{{{sent}}}"}}""");

        Assert.Contains($"(HTTP 400, code 9, {shown})", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_cut()
    {
        string sent = new('x', 5_000_000);

        NcpServiceException refusal = Responses.Refusal(400, $$$"""{"responseError":{"returnCode":"9","returnMessage":"{{{sent}}}"}}""");

        Assert.Contains(new string('x', 500) + PlainText.Cut, refusal.Message, StringComparison.Ordinal);
        Assert.InRange(refusal.Message.Length, 500, 700);
    }

    [Fact]
    public void An_id_that_comes_in_a_header_is_plain_too()
    {
        var refusal = Responses.Refusal(400, "", ("x-ncp-apigw-error-code", "9\t9"), ("x-ncp-apigw-error-message", "a\tb"));

        Assert.Equal("9 9", refusal.Code);
        Assert.Contains("a b", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("the-secret-value")]
    [InlineData("line 1\nline 2")]
    public void A_secret_in_it_is_hidden_wherever_it_was_cut(string secret)
    {
        var secrets = new SecretParameters([new KeyValuePair<string, string>("password", secret)]);

        for (int before = 480; before <= 500; before++)
        {
            string shown = secrets.Hide(PlainText.Of(new string('.', before) + secret + "!"));

            Assert.DoesNotContain(PlainText.Visible(secret).Substring(0, 4), shown, StringComparison.Ordinal);
        }
    }
}
