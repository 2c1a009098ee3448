using System.Text;
using NcloudServer.Profiles;

namespace NcloudServer.Tests.Profiles;

public sealed class ConfigureDocumentTests
{
    private static readonly KeyValuePair<string, string>[] s_pair =
        [new("ncloud_access_key_id", "ID"), new("ncloud_secret_access_key", "S=")];

    [Theory]
    [InlineData(
        "[a]\nncloud_access_key_id = OLD\nncloud_secret_access_key = OLD\n",
        "[a]\nncloud_access_key_id = ID\nncloud_secret_access_key = S=\n")]
    [InlineData("[b]\nx=1\n\n[a]\nx=2\n", "[b]\nx=1\n\n[a]\nx=2\nncloud_access_key_id = ID\nncloud_secret_access_key = S=\n")]
    [InlineData("[b]\nx=1", "[b]\nx=1\n\n[a]\nncloud_access_key_id = ID\nncloud_secret_access_key = S=\n")]
    [InlineData("[b]\r\nx=1\r\n\r\n", "[b]\r\nx=1\r\n\r\n[a]\r\nncloud_access_key_id = ID\r\nncloud_secret_access_key = S=\r\n")]
    [InlineData("[a]", "[a]", "\nncloud_access_key_id = ID\nncloud_secret_access_key = S=\n")]
    [InlineData(
        "  [ a ] ; c\n\tNCLOUD_ACCESS_KEY_ID=\tOLD  \r\n# c\n[b]\n",
        "  [ a ] ; c\n\tNCLOUD_ACCESS_KEY_ID=\tID\r\nncloud_secret_access_key = S=\r\n# c\n[b]\n")]
    [InlineData(
        "[a]\nncloud_access_key_id=1\nncloud_access_key_id=2\n[b]\n[a]\nncloud_access_key_id=3\nncloud_secret_access_key=\n",
        "[a]\nncloud_access_key_id=ID\nncloud_access_key_id=ID\n[b]\n[a]\nncloud_access_key_id=ID\nncloud_secret_access_key=S=\n")]
    [InlineData(
        "[a]\n#ncloud_access_key_id=1\n\n[b]\n",
        "[a]\nncloud_access_key_id = ID\nncloud_secret_access_key = S=\n#ncloud_access_key_id=1\n\n[b]\n")]
    [InlineData("[a]\rncloud_access_key_id=1\rncloud_secret_access_key=2", "[a]\rncloud_access_key_id=ID\rncloud_secret_access_key=S=")]
    public void A_profile_is_set_and_all_else_stays(string before, string after, string rest = "")
    {
        // Where no line has an end yet, the system's own is taken.
        string expected = after + rest.Replace("\n", Environment.NewLine, StringComparison.Ordinal);

        Assert.Equal(expected, Edited(before, document => document.Set("a", s_pair)));
    }

    [Theory]
    [InlineData("ncloud_access_key_id=OLD\nx=1\n\n[b]\n", "ncloud_access_key_id=ID\nx=1\nncloud_secret_access_key = S=\n\n[b]\n")]
    [InlineData("# c\n[b]\nx=1\n", "# c\n[b]\nx=1\n\n[DEFAULT]\nncloud_access_key_id = ID\nncloud_secret_access_key = S=\n")]
    [InlineData(
        "ncloud_access_key_id=1\n[b]\n[DEFAULT]\nncloud_access_key_id=2\n",
        "ncloud_access_key_id=ID\n[b]\n[DEFAULT]\nncloud_access_key_id=ID\nncloud_secret_access_key = S=\n")]
    public void Keys_before_any_section_are_those_of_the_default_profile(string before, string after) =>
        Assert.Equal(after, Edited(before, document => document.Set("DEFAULT", s_pair)));

    [Theory]
    [InlineData("[a]\nx=1\n", "")]
    [InlineData("[b]\nx=1\n\n[a]\nx=2\n", "[b]\nx=1\n\n")]
    [InlineData("# top\n[a]\nx=1\n\n\n# about b\n[b]\nx=2\n", "# top\n# about b\n[b]\nx=2\n")]
    [InlineData("[a]\n#ncloud_secret_access_key=OLD\nx=1\n; after\n\n[b]\n", "; after\n\n[b]\n")]
    [InlineData("[a]\nx=1\n[b]\nx=2\n[a]\nx=3\n[c]", "[b]\nx=2\n[c]")]
    [InlineData("[a]\n[a]\n[b]\n", "[b]\n")]
    [InlineData("[A]\nx=1\n[a]\nx=2\n", "[A]\nx=1\n")]
    [InlineData("x=1\n[b]\n", "x=1\n[b]\n")]
    public void A_profile_is_taken_out_and_all_else_stays(string before, string after) =>
        Assert.Equal(after, Edited(before, document => document.Remove("a")));

    [Theory]
    [InlineData("# top\nx=1\n\n[b]\ny=1\n[DEFAULT]\nz=1\n", "# top\n[b]\ny=1\n")]
    public void The_default_profile_is_taken_out_wherever_its_keys_stand(string before, string after) =>
        Assert.Equal(after, Edited(before, document => document.Remove("DEFAULT")));

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-32", true)]
    [InlineData("utf-32BE", true)]
    public void A_byte_order_mark_and_the_encoding_stay(string name, bool isMarked)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] Bytes(string text) => [.. isMarked ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)];

        var document = new ConfigureDocument(Bytes("# 운영 서버\n[운영]\nncloud_access_key_id=OLD\n"));
        document.Set("운영", s_pair);
        document.Set("개발", s_pair);

        Assert.Equal(
            Bytes("# 운영 서버\n[운영]\nncloud_access_key_id=ID\nncloud_secret_access_key = S=\n\n"
                + "[개발]\nncloud_access_key_id = ID\nncloud_secret_access_key = S=\n"),
            document.ToArray());
    }

    [Fact]
    public void Bytes_that_are_no_utf_8_stay()
    {
        byte[] before = [.. "# "u8, 0xC7, 0xD1, 0x85, 0xA0, 0xFF, .. "\n[a]\nx="u8, 0xB1, 0xDB,
            .. "\nncloud_access_key_id="u8, 0xA0, .. "\nncloud_secret_access_key=\n"u8];
        var document = new ConfigureDocument(before);

        document.Set("a", s_pair);

        byte[] after = [.. "# "u8, 0xC7, 0xD1, 0x85, 0xA0, 0xFF, .. "\n[a]\nx="u8, 0xB1, 0xDB,
            .. "\nncloud_access_key_id=ID\nncloud_secret_access_key=S=\n"u8];
        Assert.Equal(after, document.ToArray());
    }

    private static string Edited(string before, Action<ConfigureDocument> edit)
    {
        var document = new ConfigureDocument(Encoding.UTF8.GetBytes(before));
        edit(document);
        return Encoding.UTF8.GetString(document.ToArray());
    }
}
