using System.Linq;

namespace NcloudServer.Http;

/// <summary>The rule that every source follows: both halves, none, or an error that names the missing one.</summary>
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
            throw Incomplete($"{place}: {given} is given, but {missing} is missing.", $"Give {missing} too, or take {given} away.");
        }

        // The key travels in a header: a line break or a letter outside ASCII there is a slip of the keyboard at best.
        if (key.Any(c => c is <= ' ' or > '~'))
        {
            throw Incomplete($"{place}: {idName} holds characters that no access key has.", "Copy the access key again.");
        }

        return new AccessKey(key, hidden);
    }

    private static NcpConfigurationException Incomplete(string message, string advice) =>
        new(NcpErrorId.NcpCredentialIncomplete, message, advice);
}
