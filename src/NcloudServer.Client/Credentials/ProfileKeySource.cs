using NcloudServer.Http;
using NcloudServer.Profiles;

namespace NcloudServer.Credentials;

/// <summary>A profile of the configure file. It is required if the user named it: then its absence is an error.</summary>
internal sealed class ProfileKeySource(ConfigureFile file, string profileName, bool isRequired) : IAccessKeySource
{
    public string Description => $"profile {profileName} of {file.Path}";

    public Task<KeySearchResult> FindAsync(CancellationToken cancellationToken) =>
        Task.FromResult(file.Find(profileName) is { } profile
            ? new KeySearchResult(KeyOf(profile), "it has no key")
            : isRequired ? throw file.NotFound(profileName)
            : new KeySearchResult(null, file.IsThere ? "there is no such profile" : "there is no such file"));

    private AccessKey? KeyOf(ConfigureProfile profile)
    {
        string place = $"{file.Path}, profile {profileName}";
        return AccessKey.From(profile.AccessKeyId, profile.SecretAccessKey, ConfigureFile.AccessKeyName, ConfigureFile.SecretKeyName, place)
            ?? (!isRequired ? null : throw new NcpConfigurationException(
                NcpErrorId.NcpCredentialIncomplete,
                $"{place}: {ConfigureFile.AccessKeyName} and {ConfigureFile.SecretKeyName} are missing.",
                "Write both into the profile, or name another profile."));
    }
}
