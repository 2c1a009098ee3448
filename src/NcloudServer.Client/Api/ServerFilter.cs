namespace NcloudServer.Api;

/// <summary>What the service itself can select servers by. Null selects nothing.</summary>
/// <remarks>Not by name: how the service compares names is not documented.</remarks>
internal sealed record ServerFilter(string? RegionCode)
{
    public string? VpcNo { get; init; }
    /// <summary>INIT, CREAT, RUN or NSTOP.</summary>
    public string? StatusCode { get; init; }
    /// <summary>A private or public address. Whether the service matches it whole or in part is not documented.</summary>
    public string? IpAddress { get; init; }
    public string? FabricClusterPoolNo { get; init; }
    public string? FabricClusterNo { get; init; }
}
