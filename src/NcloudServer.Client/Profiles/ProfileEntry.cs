using NcloudServer.Addresses;
using NcloudServer.Http;

namespace NcloudServer.Profiles;

/// <summary>A profile to write, checked beforehand: a line break in a value would start a new line of the file.</summary>
internal sealed class ProfileEntry
{
    private ProfileEntry(string name, IReadOnlyList<KeyValuePair<string, string>> values)
    {
        Name = name;
        Values = values;
    }

    public string Name { get; }

    /// <summary>Whether there is a key pair. A profile without one has to exist already.</summary>
    public bool HasKey => Values.Any(value => value.Key == ConfigureFile.AccessKeyName);

    /// <summary>The keys of the file with their values, as far as they were given.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Values { get; }

    /// <exception cref="NcpConfigurationException">A value is missing, or can't be written to the file.</exception>
    public static ProfileEntry From(string name, string? accessKey, string? secretKey, Uri? endpoint, string? regionCode = null)
    {
        if (name.Trim().Length == 0 || name.Any(c => c is ']' or '\u2028' or '\u2029' || char.IsControl(c) || char.IsSurrogate(c)))
        {
            throw Unusable(
                "The profile's name is empty, or contains a ], a line break or another character that can't be written to the file.",
                "Give a name of letters and digits.");
        }

        List<KeyValuePair<string, string>> values = accessKey is null && secretKey is null ? [] : [.. KeyValues(accessKey, secretKey)];
        if (endpoint is not null)
        {
            Endpoint.ApiBase(endpoint.OriginalString, "-EndpointUrl");
            values.Add(new(ConfigureFile.ApiUrlName, endpoint.AbsoluteUri.TrimEnd('/')));
        }

        if (regionCode is not null)
        {
            values.Add(new(ConfigureFile.RegionName, IsUsable(regionCode.Trim()) ? regionCode.Trim() : throw Unusable(
                "-RegionCode contains a line break or another character that can't be written to the file.", "Give a code such as KR.")));
        }

        return new ProfileEntry(name.Trim(), values);
    }

    public override string ToString() => $"{nameof(ProfileEntry)} {Name} (not shown)";

    private static IEnumerable<KeyValuePair<string, string>> KeyValues(string? accessKey, string? secretKey)
    {
        // KeyPair checks the access key too, but only after trimming it.
        if (!IsUsable(accessKey + secretKey))
        {
            throw Unusable(
                "-Credential: the access key or the secret key contains a line break or another character that is not valid in a key.",
                "Copy the key again.");
        }

        AccessKey key = KeyPair.From(accessKey, secretKey, "the user name (the access key)", "the password (the secret key)", "-Credential")
            ?? throw Unusable(
                "-Credential: the user name (the access key) and the password (the secret key) are both missing.",
                "Give a credential that has both.");
        return [new(ConfigureFile.AccessKeyName, key.Id), new(ConfigureFile.SecretKeyName, key.Secret)];
    }

    private static bool IsUsable(string value) => value.All(c => c is >= ' ' and <= '~');

    private static NcpConfigurationException Unusable(string message, string advice) =>
        new(NcpErrorId.NcpCredentialIncomplete, message, advice);
}
