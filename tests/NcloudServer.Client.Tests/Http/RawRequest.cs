namespace NcloudServer.Tests.Http;

/// <summary>The head of a request as it arrived.</summary>
internal sealed record RawRequest(int Connection, string Head)
{
    public string Method => Head.Split(' ')[0];

    /// <summary>Path and query, character by character as they travelled.</summary>
    public string Target => Head.Split(' ')[1];

    /// <summary>The header's value, or null where the request has none.</summary>
    public string? Header(string name) => Head.Split("\r\n").Skip(1)
        .Where(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))
        .Select(line => line[(name.Length + 1)..].Trim())
        .FirstOrDefault();
}
