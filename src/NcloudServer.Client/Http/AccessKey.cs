namespace NcloudServer.Http;

/// <summary>An access key with its secret and, for a key that expires, its expiration. It prints without the secret.</summary>
internal sealed record AccessKey(string Id, string Secret, DateTimeOffset? Expiration = null)
{
    /// <summary>The user name and the password of -Credential.</summary>
    /// <exception cref="NcpConfigurationException">A half is missing, or both.</exception>
    public static AccessKey FromCredential(string? userName, string? password) =>
        From(userName, password, "the user name (the access key)", "the password (the secret key)", "-Credential") ?? throw Incomplete(
            "-Credential: the user name (the access key) and the password (the secret key) are both missing.",
            "Give a credential that has both.");

    /// <summary>Makes a key of what a source has: both halves, nothing, or an error that names the missing half.</summary>
    public static AccessKey? From(string? id, string? secret, string idName, string secretName, string place)
    {
        string key = Bare(id);
        string hidden = Bare(secret);
        if (key.Length == 0 && hidden.Length == 0)
            return null;

        if (key.Length == 0 || hidden.Length == 0)
        {
            (string given, string missing) = key.Length == 0 ? (secretName, idName) : (idName, secretName);
            throw Incomplete($"{place}: {given} is given, but {missing} is missing.", $"Give {missing} too, or remove {given}.");
        }

        if (!IsSendable(key))
            throw Incomplete($"{place}: {idName} contains characters that are not valid in an access key.", "Copy the access key again.");

        return new AccessKey(key, hidden);
    }

    /// <summary>Whether a source has both halves, in characters that can be sent.</summary>
    public static bool IsComplete(string id, string secret) => Bare(id) is { Length: > 0 } key && IsSendable(key) && Bare(secret).Length > 0;

    public override string ToString() => $"{nameof(AccessKey)} (not shown)";

    // The key is sent in a header, which must not contain line breaks or characters outside ASCII.
    private static bool IsSendable(string key) => key.All(c => c is > ' ' and <= '~');

    // A key has no quotes of its own: those around it come from a file or a shell that puts them around its values.
    private static string Bare(string? text)
    {
        string value = text?.Trim() ?? string.Empty;
        return value.Length > 1 && value[0] is '"' or '\'' && value[value.Length - 1] == value[0]
            ? value.Substring(1, value.Length - 2).Trim()
            : value;
    }

    private static NcpConfigurationException Incomplete(string message, string advice) =>
        new(NcpErrorId.NcpCredentialIncomplete, message, advice);
}
