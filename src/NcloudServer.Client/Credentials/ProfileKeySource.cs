using NcloudServer.Http;
using NcloudServer.Profiles;

namespace NcloudServer.Credentials;

/// <summary>A profile of the configure file.</summary>
/// <param name="file">The file.</param>
/// <param name="profileName">The profile.</param>
/// <param name="isRequired">Whether the user named this profile, so that its absence is an error.</param>
internal sealed class ProfileKeySource(ConfigureFile file, string profileName, bool isRequired) : IAccessKeySource
{
    public string Description => $"profile {profileName} of {file.Path}";

    public Task<KeySearchResult> FindAsync(CancellationToken cancellationToken) =>
        Task.FromResult(KeySearchResult.Of(Read, absence: () => !file.IsThere ? "there is no such file"
            : file.Find(profileName) is null ? "there is no such profile" : "it has no key"));

    private AccessKey? Read()
    {
        ConfigureProfile? profile = file.Find(profileName);
        if (profile is null)
        {
            return isRequired ? throw file.NotFound(profileName) : null;
        }

        AccessKey? key = KeyPair.From(
            profile.AccessKeyId,
            profile.SecretAccessKey,
            ConfigureFile.AccessKeyName,
            ConfigureFile.SecretKeyName,
            $"{file.Path}, profile {profileName}");
        return key is null && isRequired
            ? throw new NcpConfigurationException(
                NcpErrorId.NcpCredentialIncomplete,
                $"{file.Path}, profile {profileName}: {ConfigureFile.AccessKeyName} and {ConfigureFile.SecretKeyName} are missing.",
                "Write both into the profile, or name another profile.")
            : key;
    }
}
