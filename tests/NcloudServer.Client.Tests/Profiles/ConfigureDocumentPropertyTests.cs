using System.Text;
using FsCheck;
using FsCheck.Fluent;
using NcloudServer.Profiles;

namespace NcloudServer.Tests.Profiles;

/// <summary>What holds for every file, however odd.</summary>
public sealed class ConfigureDocumentPropertyTests
{
    private static readonly string[] s_names = ["DEFAULT", "a", "A", "운영", "b = c"];

    private static readonly Gen<string> s_lines = Gen.OneOf(
        Gen.Elements("", " ", "# c", "; c", "#ncloud_access_key_id=x", "\t# [a]", "# \u00e0\u0085"),
        from name in Gen.Elements(s_names)
        from style in Gen.Elements("[{0}]", " [ {0} ] ", "[{0}] x")
        select style.Replace("{0}", name, StringComparison.Ordinal),
        from key in Gen.Elements("ncloud_access_key_id", "NCLOUD_SECRET_ACCESS_KEY", "ncloud_api_url", "output")
        from style in Gen.Elements("{0}={1}", "{0} = {1}", "\t{0}\t=\t{1} ")
        from value in Gen.Elements("", "1", "=2=", "#3", "[4]", "운영")
        select style.Replace("{0}", key, StringComparison.Ordinal).Replace("{1}", value, StringComparison.Ordinal));

    private static readonly Gen<Case> s_cases =
        from lines in s_lines.ListOf()
        from ends in Gen.Elements("\n", "\r\n", "\r").ListOf(lines.Count)
        from isEnded in Gen.Elements(true, false)
        from encoding in Gen.Elements<Encoding>(
            new UTF8Encoding(false), new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode)
        from name in Gen.Elements(s_names)
        from secret in Gen.Elements("S", "=", "a b", "#x", "[y]")
        select new Case(
            string.Concat(lines.Zip(ends, (line, end) => line + end)) + (isEnded ? string.Empty : "# last"), encoding, name, secret);

    [Fact]
    public void Unedited_a_file_is_what_it_was() => Check(one => Assert.Equal(one.Bytes, new ConfigureDocument(one.Bytes).ToArray()));

    [Fact]
    public void Its_lines_are_those_that_every_reader_sees() => Check(one =>
    {
        using var here = new TestEnvironment();
        here.Write(one.Bytes);

        Assert.Equal(
            System.IO.File.ReadAllLines(here.Path), new ConfigureDocument(one.Bytes).Lines.Select(line => line.TrimEnd('\r', '\n')));
    });

    [Fact]
    public void What_was_set_is_read_and_every_other_profile_and_line_is_as_it_was() => Check(one =>
    {
        var document = new ConfigureDocument(one.Bytes);
        KeyValuePair<string, string>[] values = [new(ConfigureFile.AccessKeyName, "ID"), new(ConfigureFile.SecretKeyName, one.Secret)];
        document.Set(one.Name, values);

        Dictionary<string, (string, string, string)> before = Profiles(new ConfigureDocument(one.Bytes)), after = Profiles(document);
        Assert.Equal(("ID", one.Secret, before.GetValueOrDefault(one.Name).Item3 ?? string.Empty), after[one.Name]);
        Assert.True(after.Remove(one.Name) | before.Remove(one.Name));
        Assert.Equal(before, after);
        // Taking the keys that were set out of both leaves the same text, but for an end to the last line and the lines of a new profile.
        Assert.StartsWith(Rest(new ConfigureDocument(one.Bytes)), Rest(document), StringComparison.Ordinal);

        byte[] once = document.ToArray();
        document.Set(one.Name, values);
        Assert.Equal(once, document.ToArray());
    });

    [Fact]
    public void What_was_removed_is_gone_and_every_other_profile_is_as_it_was() => Check(one =>
    {
        var document = new ConfigureDocument(one.Bytes);
        document.Remove(one.Name);

        Dictionary<string, (string, string, string)> before = Profiles(new ConfigureDocument(one.Bytes));
        before.Remove(one.Name);
        Assert.Equal(before, Profiles(document));
    });

    private static string Rest(ConfigureDocument document) => string.Concat(document.Lines
        .Where(line => ConfigureLine.Parse(line).Key?.ToLowerInvariant()
            is not (ConfigureFile.AccessKeyName or ConfigureFile.SecretKeyName))).TrimEnd('\r', '\n');

    private static Dictionary<string, (string, string, string)> Profiles(ConfigureDocument document) =>
        new ConfigureFile("file", document.ToArray).Profiles
        .ToDictionary(profile => profile.Name, profile => (profile.AccessKeyId, profile.SecretAccessKey, profile.ApiUrl));

    private static void Check(Action<Case> property) =>
        Prop.ForAll(s_cases.ToArbitrary(), property).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    private sealed record Case(string Text, Encoding Encoding, string Name, string Secret)
    {
        public byte[] Bytes => [.. Encoding.GetPreamble(), .. Encoding.GetBytes(Text)];
    }
}
