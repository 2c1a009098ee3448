using System.Linq;

namespace NcloudServer.Http;

/// <summary>Makes a key pair of what a source has: both halves, nothing, or an error that names the missing half.</summary>
internal static class KeyPair
{
    public static AccessKey? From(string? id, string? secret, string idName, string secretName, string place)
    {
        string key = id?.Trim() ?? string.Empty;
        string hidden = secret?.Trim() ?? string.Empty;
        if (key.Length == 0 && hidden.Length == 0)
        {
            return null;
        }

        if (key.Length == 0 || hidden.Length == 0)
        {
            (string given, string missing) = key.Length == 0 ? (secretName, idName) : (idName, secretName);
            throw Incomplete($"{place}: {given} is given, but {missing} is missing.", $"Give {missing} too, or remove {given}.");
        }

        // The key is sent in a header, which must not contain line breaks or characters outside ASCII.
        if (key.Any(c => c is <= ' ' or > '~'))
        {
            throw Incomplete($"{place}: {idName} contains characters that are not valid in an access key.", "Copy the access key again.");
        }

        return new AccessKey(key, hidden);
    }

    private static NcpConfigurationException Incomplete(string message, string advice) =>
        new(NcpErrorId.NcpCredentialIncomplete, message, advice);
}
