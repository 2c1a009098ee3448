using System;
using System.Collections.Generic;
using System.Linq;

namespace NcloudServer.Operations;

/// <summary>The servers that are awaited.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Status">What most of them do, in words.</param>
/// <param name="End">When the time of the last one is over, on the monotonic clock.</param>
internal sealed record WaitProgress(int Count, string Status, TimeSpan End)
{
    public static WaitProgress Of(IReadOnlyList<PendingServer> servers, TimeSpan now)
    {
        string status = servers.GroupBy(server => ServerFailures.StatusOf(server.LastSeen))
            .OrderByDescending(group => group.Count())
            .Select(group => $"{group.Count()} {group.Key}")
            .FirstOrDefault() ?? string.Empty;
        return new WaitProgress(servers.Count, status, servers.Max(server => server.Deadline) ?? now);
    }
}
