namespace NcloudServer.Operations;

/// <summary>
/// Asks again, together, about servers that were rejected as busy although their state does not show it: about all of them, and if that is
/// rejected, about the first alone, and then about the others by halves, one request after the other. The round ends when one server is
/// found busy alone; what is left waits for the next round. To test each of n servers would cost n requests a round.
/// </summary>
/// <param name="servers">Those first that were found busy alone longest ago.</param>
/// <param name="isLast">If no round follows, each server gets its own answer.</param>
internal sealed class BusyRound(IReadOnlyList<PendingServer> servers, bool isLast)
{
    private readonly Stack<IReadOnlyList<PendingServer>> _groups = new([servers]);
    private int _rejectionsLeft = isLast ? int.MaxValue : 1 + CeilingOfLog2(servers.Count);

    /// <summary>Takes in that a request of the round was rejected: one for a single server, or with a time to wait, ends it.</summary>
    public void OnRejected(ServerRequest request) =>
        _rejectionsLeft = !isLast && (request.IsAlone || request.Failure?.RetryAfter is not null) ? 0 : _rejectionsLeft - 1;

    public void Split(IReadOnlyList<PendingServer> group)
    {
        // Servers that became busy together become free together: while the first is busy, the others hardly need to be asked about.
        PendingServer[] alone = group.Count == servers.Count ? [group[0]] : [];
        PendingServer[] others = group.Skip(alone.Length).ToArray();
        int half = Schedule.Half(others.Length);
        IReadOnlyList<PendingServer>[] parts = [alone, others.Take(half).ToArray(), others.Skip(half).ToArray()];
        foreach (IReadOnlyList<PendingServer> part in parts.Where(part => part.Count > 0).Reverse())
            _groups.Push(part);
    }

    /// <summary>The servers to ask about next; null when the round is over.</summary>
    public IReadOnlyList<PendingServer>? Next() => _rejectionsLeft > 0 && _groups.Count > 0 ? _groups.Pop() : null;

    /// <summary>Those that were not asked about.</summary>
    public IEnumerable<PendingServer> Rest() => _groups.SelectMany(group => group);

    private static int CeilingOfLog2(int n) => n <= 1 ? 0 : 1 + CeilingOfLog2(Schedule.Half(n));
}
