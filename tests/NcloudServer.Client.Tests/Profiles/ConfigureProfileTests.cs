using NcloudServer.Profiles;

namespace NcloudServer.Tests.Profiles;

public sealed class ConfigureProfileTests
{
    [Theory]
    [InlineData("", "HIDDENKEY", "HIDDENWORD")]
    [InlineData(" \t", "HIDDENKEY", "HIDDENWORD")]
    [InlineData("a]b", "HIDDENKEY", "HIDDENWORD")]
    [InlineData("a\nb", "HIDDENKEY", "HIDDENWORD")]
    [InlineData("a\r", "HIDDENKEY", "HIDDENWORD")]
    [InlineData("a\u2028b", "HIDDENKEY", "HIDDENWORD")]
    [InlineData("a", "", "")]
    [InlineData("a", "", "HIDDENWORD")]
    [InlineData("a", null, "HIDDENWORD")]
    [InlineData("a", "HIDDENKEY", null)]
    [InlineData("a", "HIDDENKEY", "")]
    [InlineData("a", "HIDDENKEY", "  ")]
    [InlineData("a", "HIDDEN KEY", "HIDDENWORD")]
    [InlineData("a", "HIDDENKEY\n", "HIDDENWORD")]
    [InlineData("a", "HIDDENKEY", "HIDDENWORD\n[b]\nx=1")]
    [InlineData("a", "HIDDENKEY", "HIDDENWORD\r")]
    [InlineData("a", "HIDDENKEY", "\nHIDDENWORD")]
    [InlineData("a", "HIDDENKEY", "HIDDEN\0WORD")]
    [InlineData("a", "HIDDENKEY", "HIDDENWÖRD")]
    public void What_can_not_stand_in_the_file_is_refused_without_being_shown(string name, string? accessKey, string? secretKey)
    {
        NcpConfigurationException exception = Assert.Throws<NcpConfigurationException>(
            () => ConfigureProfile.From(name, accessKey, secretKey, endpoint: null));

        Assert.Equal(NcpErrorId.NcpCredentialIncomplete, exception.Id);
        Assert.DoesNotContain("HIDDEN", exception + exception.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://gateway.example")]
    [InlineData("https://user:HIDDENWORD@gateway.example")]
    [InlineData("gateway.example")]
    public void An_endpoint_that_could_not_be_used_is_refused(string endpoint)
    {
        NcpConfigurationException exception = Assert.Throws<NcpConfigurationException>(
            () => ConfigureProfile.From("a", "KEY", "SECRET", new Uri(endpoint, UriKind.RelativeOrAbsolute)));

        Assert.Equal(NcpErrorId.NcpInsecureEndpoint, exception.Id);
        Assert.DoesNotContain("HIDDEN", exception.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(" KR ", "KR")]
    [InlineData("", "")]
    [InlineData(" ", "")]
    public void A_region_is_written_trimmed_and_only_if_it_is_given(string? region, string? written)
    {
        var profile = ConfigureProfile.From("a", "KEY", "SECRET", endpoint: null, region);

        Assert.Equal(written, profile.Values.GetValueOrDefault(ConfigureFile.RegionName));
    }

    [Theory]
    [InlineData("KR\n[b]")]
    [InlineData("K\rR")]
    [InlineData("K\u2028R")]
    [InlineData("한국")]
    public void A_region_that_can_not_stand_in_the_file_is_refused(string region) => Assert.Contains(
        "-RegionCode",
        Assert.Throws<NcpConfigurationException>(() => ConfigureProfile.From("a", "KEY", "SECRET", endpoint: null, region)).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Names_and_keys_are_written_as_a_reader_will_find_them()
    {
        var profile = ConfigureProfile.From(" 운영 1 ", " KEY ", " a=b c~ ", new Uri("https://gateway.example/x%0Ay/"));

        Assert.Equal("운영 1", profile.Name);
        Assert.Equal(["KEY", "a=b c~", "https://gateway.example/x%0Ay"], profile.Values.Values);
        Assert.DoesNotContain("a=b", profile.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ABCDEFGHIJ1234", "SECRET", "****************1234", true)]
    [InlineData("ABCD1234", "SECRET", "****************1234", true)]
    [InlineData("ABC1234", "SECRET", "****************", true)]
    [InlineData("ABCDEFGHIJ1234", "", "****************1234", false)]
    [InlineData("ABCDEFGHIJ 1234", "SECRET", "****************1234", false)]
    [InlineData("", "SECRET", "", false)]
    [InlineData("", "", "", false)]
    public void What_is_shown_of_a_profile_is_no_secret(string accessKey, string secretKey, string shown, bool isComplete)
    {
        Profile profile = new ConfigureProfile("a")
        {
            Values =
            {
                [ConfigureFile.AccessKeyName] = accessKey,
                [ConfigureFile.SecretKeyName] = secretKey,
                [ConfigureFile.ApiUrlName] = "https://u:SECRET@gateway.example",
            },
        }.Public("file");

        Assert.Equal(("a", shown, isComplete, "file"), (profile.ProfileName, profile.AccessKey, profile.IsComplete, profile.Path));
        Assert.DoesNotContain("SECRET", profile.EndpointUrl, StringComparison.Ordinal);
    }
}
