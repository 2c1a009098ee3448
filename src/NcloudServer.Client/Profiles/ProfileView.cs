using NcloudServer.Addresses;
using NcloudServer.Http;

namespace NcloudServer.Profiles;

/// <summary>Makes the public view of a profile, without its secrets.</summary>
internal static class ProfileView
{
    private const int Shown = 4;

    public static Profile Of(ConfigureProfile profile, string path) => new()
    {
        ProfileName = profile.Name,
        AccessKey = Masked(profile.AccessKeyId),
        EndpointUrl = Endpoint.Shown(profile.ApiUrl),
        RegionCode = profile.RegionCode,
        IsComplete = IsComplete(profile),
        Path = path,
    };

    // A constant number of stars, which hides the length. A short key is hidden completely.
    private static string Masked(string key) =>
        key.Length == 0 ? string.Empty : new string('*', 16) + (key.Length < 2 * Shown ? string.Empty : key.Substring(key.Length - Shown));

    private static bool IsComplete(ConfigureProfile profile)
    {
        try
        {
            return KeyPair.From(profile.AccessKeyId, profile.SecretAccessKey, string.Empty, string.Empty, string.Empty) is not null;
        }
        catch (NcpConfigurationException)
        {
            return false;
        }
    }
}
