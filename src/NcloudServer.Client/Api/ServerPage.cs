namespace NcloudServer.Api;

/// <summary>Servers of a list, or of one page of it.</summary>
/// <param name="Servers">The servers.</param>
/// <param name="Total">How many there are on all pages; null where the service does not say.</param>
internal sealed record ServerPage(IReadOnlyList<ServerInstance> Servers, int? Total);
