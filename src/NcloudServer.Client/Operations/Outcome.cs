namespace NcloudServer.Operations;

/// <summary>What became of a number: the server as it was last seen, or why it failed, exactly one of them.</summary>
/// <param name="ServerInstanceNo">The number as it was given.</param>
/// <param name="RegionCode">The region that was asked; null for the service's first.</param>
/// <param name="Instance">The server; null for a failure.</param>
/// <param name="Failure">The failure; null for a success.</param>
internal sealed record Outcome(string ServerInstanceNo, string? RegionCode, ServerInstance? Instance, NcpException? Failure);
