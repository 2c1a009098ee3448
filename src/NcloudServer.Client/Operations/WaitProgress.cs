namespace NcloudServer.Operations;

/// <summary>The servers that are awaited.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Most">How many of them do the same.</param>
/// <param name="State">What those do, in words.</param>
internal sealed record WaitProgress(int Count, int Most, string State)
{
    public static WaitProgress Of(IReadOnlyList<PendingServer> servers) => servers
        .GroupBy(server => ServerFailures.StatusOf(server.LastSeen))
        .OrderByDescending(group => group.Count())
        .Select(group => new WaitProgress(servers.Count, group.Count(), group.Key))
        .FirstOrDefault() ?? new WaitProgress(0, 0, string.Empty);
}
