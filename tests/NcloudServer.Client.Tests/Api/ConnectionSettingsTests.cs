using NcloudServer.Api;
using NcloudServer.Credentials;

namespace NcloudServer.Tests.Api;

/// <summary>Which of several settings counts: every combination of those that are there and those that are not.</summary>
public sealed class ConnectionSettingsTests
{
    public static TheoryData<int> EndpointCombinations => Numbers(1 << 4);

    [Theory]
    [MemberData(nameof(EndpointCombinations))]
    public void The_endpoint_comes_from_parameter_named_profile_environment_default_profile_or_public_site_in_this_order(int combination)
    {
        bool given = Has(combination, 0), named = Has(combination, 1), environment = Has(combination, 2), byDefault = Has(combination, 3);
        using var here = new TestEnvironment(
            $"[DEFAULT]\n{(byDefault ? "ncloud_api_url = https://default.example" : "")}\n"
            + $"[project]\n{(named ? "ncloud_api_url = https://named.example/" : "ncloud_api_url =")}")
        {
            ["NCLOUD_API_GW"] = environment ? " https://environment.example " : "  ",
        };

        Uri actual = here.Settings("project", given ? new Uri("https://given.example") : null).ApiBase();

        string expected = given ? "given.example"
            : named ? "named.example"
            : environment ? "environment.example"
            : byDefault ? "default.example"
            : "ncloud.apigw.ntruss.com";
        Assert.Equal($"https://{expected}/vserver/v2", actual.AbsoluteUri);
    }

    [Theory]
    [InlineData(null, "https://default.example/vserver/v2")]
    [InlineData("", "https://default.example/vserver/v2")]
    [InlineData("project", "https://project.example/vserver/v2")]
    [InlineData("PROJECT", "https://project.example/vserver/v2")]
    [InlineData("empty", "https://ncloud.apigw.ntruss.com/vserver/v2")]
    public void The_default_profile_is_the_one_that_the_environment_names(string? profile, string expected)
    {
        using var here = new TestEnvironment(
            "[DEFAULT]\nncloud_api_url=https://default.example\n[project]\nncloud_api_url=https://project.example\n[empty]")
        {
            ["NCLOUD_PROFILE"] = profile,
        };

        Assert.Equal(expected, here.Settings().ApiBase().AbsoluteUri);
    }

    [Fact]
    public void The_environments_endpoint_goes_before_that_of_the_profile_that_the_environment_names()
    {
        using var here = new TestEnvironment("[project]\nncloud_api_url=https://project.example")
        {
            ["NCLOUD_PROFILE"] = "project",
            ["NCLOUD_API_GW"] = "https://environment.example",
        };

        Assert.Equal("https://environment.example/vserver/v2", here.Settings().ApiBase().AbsoluteUri);
    }

    [Theory]
    [InlineData("given", "-EndpointUrl")]
    [InlineData("named", "profile project")]
    [InlineData("environment", "NCLOUD_API_GW")]
    [InlineData("default", "profile DEFAULT")]
    public void An_endpoint_without_tls_is_refused_with_the_name_of_its_source(string source, string expected)
    {
        const string bad = "http://gateway.example";
        using var here = new TestEnvironment(
            $"[DEFAULT]\nncloud_api_url={(source == "default" ? bad : "")}\n[project]\nncloud_api_url={bad}")
        {
            ["NCLOUD_API_GW"] = source == "environment" ? bad : null,
        };

        NcpConfigurationException exception = Assert.Throws<NcpConfigurationException>(
            () => here.Settings(source == "named" ? "project" : null, source == "given" ? new Uri(bad) : null).ApiBase());

        Assert.Equal(NcpErrorId.NcpInsecureEndpoint, exception.Id);
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public", "ncloud.apigw.ntruss.com")]
    [InlineData(" Gov ", "ncloud.apigw.gov-ntruss.com")]
    [InlineData("FIN", "fin-ncloud.apigw.fin-ntruss.com")]
    [InlineData("  ", "default.example")]
    public void The_environment_may_name_the_site_and_goes_before_the_default_profile(string site, string expected)
    {
        using var here = new TestEnvironment("[DEFAULT]\nncloud_api_url=https://default.example\n[project]\nncloud_api_url=https://named.example")
        {
            ["NCLOUD_SITE"] = site,
        };

        Assert.Equal($"https://{expected}/vserver/v2", here.Settings().ApiBase().AbsoluteUri);
        Assert.Equal("https://named.example/vserver/v2", here.Settings("project").ApiBase().AbsoluteUri);
        here["NCLOUD_API_GW"] = "https://environment.example";
        Assert.Equal("https://environment.example/vserver/v2", here.Settings().ApiBase().AbsoluteUri);
    }

    [Fact]
    public void A_site_that_the_platform_does_not_have_is_an_error_that_names_the_variable()
    {
        using var here = new TestEnvironment { ["NCLOUD_SITE"] = "korea" };

        NcpConfigurationException failure = Assert.Throws<NcpConfigurationException>(() => here.Settings().ApiBase());

        Assert.Equal(NcpErrorId.NcpInsecureEndpoint, failure.Id);
        Assert.Contains("NCLOUD_SITE", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(" ")]
    [InlineData("")]
    [InlineData("\t\n")]
    public async Task A_blank_name_of_a_profile_is_an_error_and_never_the_default_profile(string name)
    {
        using var here = new TestEnvironment("[DEFAULT]\nncloud_access_key_id=ID\nncloud_secret_access_key=S\nncloud_region=KR");
        ConnectionSettings settings = here.Settings(name);

        Assert.All<Func<object?>>([settings.ApiBase, settings.DefaultRegion, settings.Credentials], read =>
        {
            NcpConfigurationException failure = Assert.Throws<NcpConfigurationException>(() => read());
            Assert.Equal(NcpErrorId.NcpProfileNotFound, failure.Id);
            Assert.Contains("-ProfileName", failure.Message, StringComparison.Ordinal);
        });
        using CredentialChain byDefault = here.Settings().Credentials();
        Assert.Equal("ID", (await byDefault.GetAsync(default)).Id);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_home_that_may_not_be_looked_into_matters_only_where_the_key_may_be_there(bool hasKey)
    {
        using var here = new TestEnvironment { ["NCLOUD_ACCESS_KEY_ID"] = hasKey ? "ID" : null };
        System.IO.Directory.CreateDirectory(here.Path);

        Exception? failure = Record.Exception(() => here.Settings().ApiBase());

        Assert.Equal(hasKey ? null : NcpErrorId.NcpCredentialIncomplete, (failure as NcpConfigurationException)?.Id);
    }

    [Fact]
    public void A_relative_endpoint_is_refused_like_any_other_that_is_not_https()
    {
        using var here = new TestEnvironment();

        NcpConfigurationException exception = Assert.Throws<NcpConfigurationException>(
            () => here.Settings(endpoint: new Uri("ncloud.apigw.ntruss.com", UriKind.Relative)).ApiBase());

        Assert.Equal(NcpErrorId.NcpInsecureEndpoint, exception.Id);
    }

    [Fact]
    public async Task A_named_profile_that_is_missing_is_an_error_for_the_endpoint_and_for_the_key()
    {
        using var here = new TestEnvironment(
            "[DEFAULT]\nncloud_access_key_id=ID\nncloud_secret_access_key=S")
        {
            ["NCLOUD_ACCESS_KEY_ID"] = "ID",
            ["NCLOUD_SECRET_ACCESS_KEY"] = "S",
        };
        ConnectionSettings settings = here.Settings("project");
        using CredentialChain chain = settings.Credentials();

        Assert.Equal(NcpErrorId.NcpProfileNotFound, Assert.Throws<NcpConfigurationException>(() => settings.ApiBase()).Id);
        Assert.Equal(
            NcpErrorId.NcpProfileNotFound,
            (await Assert.ThrowsAsync<NcpConfigurationException>(() => chain.GetAsync(CancellationToken.None))).Id);
    }

    [Fact]
    public void Nothing_is_read_before_it_is_asked_for()
    {
        var settings = new ConnectionSettings(
            _ => throw new InvalidOperationException("variable"), () => throw new InvalidOperationException("file"))
        {
            EndpointUrl = new Uri("https://given.example"),
        };

        Assert.Equal("https://given.example/vserver/v2", settings.ApiBase().AbsoluteUri);
    }

    internal static bool Has(int combination, int bit) => (combination >> bit & 1) == 1;

    internal static TheoryData<int> Numbers(int count)
    {
        var data = new TheoryData<int>();
        for (int i = 0; i < count; i++)
        {
            data.Add(i);
        }

        return data;
    }
}
