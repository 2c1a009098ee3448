using NcloudServer.Addresses;
using NcloudServer.Credentials;
using NcloudServer.Http;
using NcloudServer.Profiles;

namespace NcloudServer.Api;

/// <summary>What a caller gave, and what follows from it together with the environment and the file of profiles.</summary>
/// <remarks>Nothing is read before it is asked for.</remarks>
internal sealed class ConnectionSettings(Func<string, string?>? variable = null, Func<ConfigureFile>? file = null)
{
    private readonly Lazy<ConfigureFile> _file = new(file ?? ConfigureFile.OfUser);

    public (string UserName, string Password)? Credential { get; init; }

    public string? ProfileName { get; init; }
    public Uri? EndpointUrl { get; init; }
    public bool IsDirect { get; init; }
    /// <summary>The proxy; null for the system's.</summary>
    public Uri? Proxy { get; init; }
    /// <summary>The sign-in for a proxy that asks for one: a user name and a password, or the current user's own.</summary>
    public ICredentials? ProxyCredential { get; init; }
    public TimeSpan Timeout { get; init; }
    public int MaximumRetryCount { get; init; }

    private Func<string, string?> Variable { get; } = variable ?? Environment.GetEnvironmentVariable;

    /// <summary>The profile that the user names; null for none.</summary>
    /// <exception cref="NcpConfigurationException">Its name is blank, as from an empty cell of a table.</exception>
    private string? NamedProfile => ProfileName is null ? null : Given(ProfileName) ?? throw new NcpConfigurationException(
        NcpErrorId.NcpProfileNotFound,
        "-ProfileName is blank.",
        "Name a profile, or leave the parameter out: then NCLOUD_PROFILE or DEFAULT is used.");

    private string DefaultProfile => Given(Variable("NCLOUD_PROFILE")) ?? ConfigureFile.DefaultProfile;

    /// <summary>
    /// The region where the input names none, as far as it is known without a request: of NCLOUD_REGION, else of the profile in use. That
    /// is the one that is named, or the default one unless the key comes from elsewhere.
    /// </summary>
    /// <exception cref="NcpConfigurationException">The named profile is not there, or the file can't be read.</exception>
    public RegionSetting? DefaultRegion()
    {
        if (Given(Variable("NCLOUD_REGION")) is { } region)
            return new RegionSetting(region, "NCLOUD_REGION");

        string? named = NamedProfile ?? Given(Variable("NCLOUD_PROFILE"));
        if (named is null && HasKeyBesideFile)
            return null;

        ConfigureProfile? profile = _file.Value.Find(named ?? ConfigureFile.DefaultProfile);
        if (profile is null && ProfileName is not null)
            throw _file.Value.NotFound(named!);

        return Given(profile?.RegionCode) is { } code ? new RegionSetting(code, $"profile {profile!.Name}") : null;
    }

    /// <summary>A client that behaves as the settings say. It has sent nothing, and asked for no key.</summary>
    /// <exception cref="NcpException">The endpoint, the profile or the proxy that an environment variable names is not usable.</exception>
    public NcloudClient Connect(int requestsInFlight)
    {
        Uri apiBase = ApiBase();
        var options = new ClientOptions { Timeout = Timeout, ThrottleLimit = requestsInFlight, Retry = new RetryPolicy(MaximumRetryCount) };
        return new NcloudClient(
            apiBase, Credentials(), HttpTransport.To(apiBase, IsDirect, Proxy, ProxyCredential), options, new ActivityLog());
    }

    public CredentialChain Credentials()
    {
        IAccessKeySource?[] sources =
        [
            Credential is { } credential ? new GivenKeySource(credential.UserName, credential.Password) : null,
            NamedProfile is { } profileName ? new ProfileKeySource(_file.Value, profileName, isRequired: true) : null,
            new EnvironmentKeySource(Variable),
            new ProfileKeySource(_file.Value, DefaultProfile, isRequired: Given(Variable("NCLOUD_PROFILE")) is not null),
            new ServerRoleKeySource(new ServerMetadata(Variable)),
        ];
        return new CredentialChain(sources.OfType<IAccessKeySource>().ToArray());
    }

    /// <exception cref="NcpConfigurationException">The address is not https, or the profile is not there.</exception>
    public Uri ApiBase() => EndpointUrl is not null
        ? Endpoint.ApiBase(EndpointUrl.OriginalString, "-EndpointUrl")
        : ApiBase(NamedProfile is { } name ? (_file.Value.Find(name) ?? throw _file.Value.NotFound(name)).ApiUrl : null, $"profile {NamedProfile}")
            ?? ApiBase(Variable("NCLOUD_API_GW"), "NCLOUD_API_GW")
            ?? (Given(Variable("NCLOUD_SITE")) is { } site ? Endpoint.OfSite(site, "NCLOUD_SITE") : null)
            ?? ApiBase(FindDefaultProfile()?.ApiUrl, $"profile {DefaultProfile}")
            ?? Endpoint.ApiBase(Endpoint.Public, "the service");

    private static Uri? ApiBase(string? root, string source) => Given(root) is { } given ? Endpoint.ApiBase(given, source) : null;

    private bool HasKeyBesideFile => Credential is not null || new EnvironmentKeySource(Variable).IsGiven;

    private ConfigureProfile? FindDefaultProfile()
    {
        try
        {
            return _file.Value.Find(DefaultProfile);
        }
        catch (NcpConfigurationException e) when (HasKeyBesideFile && e.InnerException is UnauthorizedAccessException
            && Given(Variable("NCLOUD_PROFILE")) is null)
        {
            // A file that nobody named, and that is not asked for a key, may be another user's: a container may run in a home of others.
            return null;
        }
    }

    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value!.Trim();
}
