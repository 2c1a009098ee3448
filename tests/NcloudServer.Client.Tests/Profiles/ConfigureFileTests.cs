using System.Text;
using NcloudServer.Profiles;

namespace NcloudServer.Tests.Profiles;

public sealed class ConfigureFileTests
{
    private const string Written = """
        [DEFAULT]
        ncloud_access_key_id = ID1
        ncloud_secret_access_key = SECRET1
        ncloud_api_url = https://ncloud.apigw.ntruss.com

        [project]
        ncloud_access_key_id = ID2
        ncloud_secret_access_key = SECRET2
        """;

    [Theory]
    [InlineData("DEFAULT", "ID1", "SECRET1", "https://ncloud.apigw.ntruss.com")]
    [InlineData("project", "ID2", "SECRET2", "")]
    public void What_the_command_line_tool_writes_is_read(string profile, string id, string secret, string url) =>
        AssertProfile(Written, profile, id, secret, url);

    [Theory]
    [InlineData("ncloud_access_key_id = ID1\nncloud_secret_access_key = SECRET1")]
    [InlineData("\n\nncloud_access_key_id=ID1\nncloud_secret_access_key=SECRET1\n\n"
        + "[other]\nncloud_access_key_id=ID2\nncloud_secret_access_key=SECRET2")]
    [InlineData("# comment\n; comment\n[DEFAULT]\n#ncloud_access_key_id = NO\n;ncloud_access_key_id = NO\n"
        + "ncloud_access_key_id = ID1\n  # indented comment = NO\nncloud_secret_access_key = SECRET1")]
    [InlineData("[DEFAULT]\r\nncloud_access_key_id = ID1\r\nncloud_secret_access_key = SECRET1\r\n")]
    [InlineData("  [ DEFAULT ]  \n\t ncloud_access_key_id \t=\t ID1 \t\n   ncloud_secret_access_key   =   SECRET1   ")]
    [InlineData("[DEFAULT]\nNCLOUD_ACCESS_KEY_ID = ID1\nNcloud_Secret_Access_Key = SECRET1")]
    [InlineData("[DEFAULT]\nlater_key = x\nncloud_access_key_id = ID1\nlater.key=\nncloud_secret_access_key = SECRET1\noutput = json")]
    [InlineData("[DEFAULT]\nncloud_access_key_id = NO\nncloud_access_key_id = ID1\nncloud_secret_access_key = SECRET1")]
    [InlineData("[DEFAULT]\nncloud_access_key_id = ID1\n[other]\nncloud_access_key_id = NO\n[DEFAULT]\nncloud_secret_access_key = SECRET1")]
    [InlineData("[default]\nncloud_access_key_id = ID1\nncloud_secret_access_key = SECRET1")]
    [InlineData("[default]\nncloud_access_key_id = NO\n[DEFAULT]\nncloud_access_key_id = ID1\nncloud_secret_access_key = SECRET1")]
    public void Every_way_to_write_the_default_profile_is_read(string text) =>
        AssertProfile(text, "DEFAULT", "ID1", "SECRET1", string.Empty);

    [Theory]
    [InlineData("a=b==", "a=b==")]
    [InlineData("=leading", "=leading")]
    [InlineData("with#hash;and[more]", "with#hash;and[more]")]
    [InlineData("\"quoted\"", "\"quoted\"")]
    public void A_secret_may_hold_any_sign(string written, string expected) =>
        AssertProfile($"[DEFAULT]\nncloud_access_key_id=ID1\nncloud_secret_access_key={written}", "DEFAULT", "ID1", expected, string.Empty);

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void A_byte_order_mark_does_not_count(string encoding)
    {
        using var here = new TestEnvironment();
        var encoder = Encoding.GetEncoding(encoding);
        here.Write([.. encoder.GetPreamble(), .. encoder.GetBytes(Written)]);

        Assert.NotEmpty(encoder.GetPreamble());
        Assert.Equal("ID1", here.File.Find("DEFAULT")?.AccessKeyId);
    }

    [Theory]
    [InlineData("ncloud_access_key_id", 2)]
    [InlineData("HIDDENWORD", 2)]
    [InlineData("= HIDDENWORD", 2)]
    [InlineData("[HIDDENWORD", 2)]
    [InlineData("[]", 2)]
    [InlineData("[ ]", 2)]
    [InlineData("ncloud_access_key_id : HIDDENWORD", 2)]
    [InlineData("\r\n# c\r\n\r\nHIDDENWORD", 5)]
    public void A_line_that_can_not_be_read_is_named_by_its_number_and_never_shown(string line, int number)
    {
        using var here = new TestEnvironment("[DEFAULT]\n" + line + "\nncloud_secret_access_key = HIDDENWORD2\n");

        NcpConfigurationException exception = Assert.Throws<NcpConfigurationException>(() => here.File.Find("DEFAULT"));

        Assert.Equal(NcpErrorId.NcpCredentialIncomplete, exception.Id);
        Assert.Contains($"{here.Path}, line {number} ", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("HIDDENWORD", exception + exception.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_can_not_be_opened_is_an_error_that_names_it()
    {
        using var here = new TestEnvironment(Written);
        using var held = new System.IO.FileStream(
            here.Path, System.IO.FileMode.Open, System.IO.FileAccess.ReadWrite, System.IO.FileShare.None);

        NcpConfigurationException exception = Assert.Throws<NcpConfigurationException>(() => here.File.Find("DEFAULT"));

        Assert.Equal(NcpErrorId.NcpCredentialIncomplete, exception.Id);
        Assert.Contains(here.Path, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_has_no_profile_and_says_so()
    {
        using var here = new TestEnvironment();

        Assert.Null(here.File.Find("DEFAULT"));
        NcpConfigurationException exception = here.File.NotFound("project");
        Assert.Equal(NcpErrorId.NcpProfileNotFound, exception.Id);
        Assert.Equal($"There is no profile 'project', because there is no file {here.Path}.", exception.Message);
    }

    [Fact]
    public void A_missing_profile_is_answered_with_the_names_of_those_that_are_there()
    {
        using var here = new TestEnvironment(Written);

        string message = here.File.NotFound("projekt").Message;

        Assert.All(new[] { "projekt", "DEFAULT", "project", here.Path }, part => Assert.Contains(part, message, StringComparison.Ordinal));
        Assert.DoesNotContain("SECRET", message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_file_has_no_profile()
    {
        using var here = new TestEnvironment("\n# nothing\n");

        Assert.Null(here.File.Find("DEFAULT"));
        Assert.Equal($"{here.Path} has no profile 'DEFAULT'. It has none.", here.File.NotFound("DEFAULT").Message);
    }

    [Fact]
    public void The_file_is_read_when_it_is_first_asked_and_only_then()
    {
        using var here = new TestEnvironment();
        ConfigureFile file = here.File;
        here.Write(Encoding.UTF8.GetBytes(Written));

        string?[] before = [file.Find("DEFAULT")?.AccessKeyId];
        here.Write(Encoding.UTF8.GetBytes(Written.Replace("ID1", "ID9", StringComparison.Ordinal)));

        Assert.Equal(["ID1", "ID1"], before.Append(file.Find("DEFAULT")?.AccessKeyId));
    }

    [Fact]
    public void The_users_file_stands_where_the_command_line_tool_puts_it() =>
        Assert.EndsWith(System.IO.Path.Combine(".ncloud", "configure"), ConfigureFile.OfUser().Path, StringComparison.Ordinal);

    private static void AssertProfile(string text, string name, string id, string secret, string url)
    {
        using var here = new TestEnvironment(text);

        ConfigureProfile? profile = here.File.Find(name);

        Assert.Equal((id, secret, url), (profile?.AccessKeyId, profile?.SecretAccessKey, profile?.ApiUrl));
    }
}
