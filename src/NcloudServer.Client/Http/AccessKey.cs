namespace NcloudServer.Http;

/// <summary>An access key with its secret and its expiration. It prints without the secret.</summary>
internal sealed class AccessKey(string id, string secret, DateTimeOffset? expiration = null)
{
    public string Id { get; } = id;

    public string Secret { get; } = secret;

    /// <summary>Null for keys that do not expire.</summary>
    public DateTimeOffset? Expiration { get; } = expiration;

    public override string ToString() => $"{nameof(AccessKey)} (not shown)";
}
