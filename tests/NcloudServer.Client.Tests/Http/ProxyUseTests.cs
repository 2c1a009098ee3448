using System.Net;
using NcloudServer.Http;

namespace NcloudServer.Tests.Http;

/// <summary>What is said to the proxy that asks for a sign-in.</summary>
public sealed class ProxyUseTests
{
    private static readonly Uri s_proxy = new("http://proxy.example:8080");
    private static readonly Uri s_endpoint = new("https://gateway.example");

    public static TheoryData<ICredentials?> Credentials => new(
        null, CredentialCache.DefaultCredentials, new NetworkCredential("user", "password"));

    [Theory]
    [MemberData(nameof(Credentials))]
    public void A_given_proxy_is_told_what_was_given_for_it_and_nothing_else(ICredentials? credential)
    {
        IWebProxy? proxy = ProxyUse.ProxyOf(s_proxy, credential);

        Assert.Equal(s_proxy, proxy?.GetProxy(s_endpoint));
        Assert.Same(credential, proxy?.Credentials);
    }

    [Theory]
    [MemberData(nameof(Credentials))]
    public void The_systems_proxy_is_shared_only_where_nobody_signs_in(ICredentials? credential)
    {
        IWebProxy? proxy = ProxyUse.ProxyOf(null, credential);

        Assert.Equal(credential is null, proxy is null);
        Assert.Same(credential, proxy?.Credentials);
    }
}
