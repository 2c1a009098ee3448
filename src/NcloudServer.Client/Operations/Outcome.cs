namespace NcloudServer.Operations;

/// <summary>What became of a number: the server as it was last seen, or why it failed, exactly one of them.</summary>
internal sealed record Outcome(string ServerInstanceNo, string? RegionCode, ServerInstance? Instance, NcpException? Failure);
