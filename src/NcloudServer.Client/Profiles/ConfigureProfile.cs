using NcloudServer.Addresses;
using NcloudServer.Http;

namespace NcloudServer.Profiles;

/// <summary>A profile of the configure file, as it was read or is to be written. It prints without its values.</summary>
internal sealed class ConfigureProfile(string name)
{
    public string Name { get; } = name;

    public Dictionary<string, string> Values { get; } = new(StringComparer.OrdinalIgnoreCase);

    public string AccessKeyId => ValueOf(ConfigureFile.AccessKeyName);

    public string SecretAccessKey => ValueOf(ConfigureFile.SecretKeyName);

    public string ApiUrl => ValueOf(ConfigureFile.ApiUrlName);

    public string RegionCode => ValueOf(ConfigureFile.RegionName);

    /// <summary>A profile of what was given, as far as it was, for the file: a line break in a value would start a new line there.</summary>
    /// <exception cref="NcpConfigurationException">A value is missing, or can't be written to the file.</exception>
    public static ConfigureProfile From(string name, string? accessKey, string? secretKey, Uri? endpoint, string? regionCode = null)
    {
        if (name.Trim().Length == 0 || name.Any(c => c is ']' or '\u2028' or '\u2029' || char.IsControl(c) || char.IsSurrogate(c)))
        {
            throw Unusable(
                "The profile's name is empty, or contains a ], a line break or another character that can't be written to the file.",
                "Give a name of letters and digits.");
        }

        var profile = new ConfigureProfile(name.Trim());
        if (accessKey is not null || secretKey is not null)
        {
            // The key itself is checked without the spaces around it.
            AccessKey key = IsUsable(accessKey + secretKey) ? AccessKey.FromCredential(accessKey, secretKey) : throw Unusable(
                "-Credential: the access key or the secret key contains a line break or another character that is not valid in a key.",
                "Copy the key again.");
            profile.Values.Add(ConfigureFile.AccessKeyName, key.Id);
            profile.Values.Add(ConfigureFile.SecretKeyName, key.Secret);
        }

        if (endpoint is not null)
        {
            Endpoint.ApiBase(endpoint.OriginalString, "-EndpointUrl");
            profile.Values.Add(ConfigureFile.ApiUrlName, endpoint.AbsoluteUri.TrimEnd('/'));
        }

        if (regionCode?.Trim() is { } region)
        {
            profile.Values.Add(ConfigureFile.RegionName, IsUsable(region) ? region : throw Unusable(
                "-RegionCode contains a line break or another character that can't be written to the file.", "Give a code such as KR."));
        }

        return profile;
    }

    /// <summary>What users see of it: no secret.</summary>
    public Profile Public(string path) => new()
    {
        ProfileName = Name,
        AccessKey = Masked(AccessKeyId),
        EndpointUrl = Endpoint.Shown(ApiUrl),
        RegionCode = RegionCode,
        IsComplete = Http.AccessKey.IsComplete(AccessKeyId, SecretAccessKey),
        Path = path,
    };

    public override string ToString() => $"{nameof(ConfigureProfile)} {Name} (not shown)";

    private string ValueOf(string key) => Values.TryGetValue(key, out string? value) ? value : string.Empty;

    // A constant number of stars, which hides the length. A short key is hidden completely.
    private static string Masked(string key) =>
        key.Length == 0 ? string.Empty : new string('*', 16) + (key.Length < 8 ? string.Empty : key.Substring(key.Length - 4));

    private static bool IsUsable(string value) => value.All(c => c is >= ' ' and <= '~');

    private static NcpConfigurationException Unusable(string message, string advice) =>
        new(NcpErrorId.NcpCredentialIncomplete, message, advice);
}
