namespace NcloudServer.Operations;

/// <summary>What the service itself can select servers by. Null selects nothing.</summary>
internal sealed record ServerFilter(string? RegionCode)
{
    public string? VpcNo { get; init; }

    /// <summary>Whether the service matches the whole name or a part of it is not documented: what comes back has to be looked through.</summary>
    public string? ServerName { get; init; }

    /// <summary>INIT, CREAT, RUN or NSTOP.</summary>
    public string? StatusCode { get; init; }
}
