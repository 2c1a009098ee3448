using System.Collections.Generic;
using System.Linq;
using NcloudServer.Api;

namespace NcloudServer.Operations;

/// <summary>
/// Asks again, together, about servers that were rejected as busy although their state does not show it. A rejection is narrowed down by
/// halves, one request after the other, until as many requests were rejected as it takes to find one busy server among all. What is left
/// waits for the next round: to test each of n servers would cost n requests a round.
/// </summary>
internal sealed class AskingRound
{
    private readonly Stack<IReadOnlyList<PendingServer>> _groups = new();
    private int _rejectionsLeft;

    /// <param name="servers">The servers, those first that were found busy alone longest ago.</param>
    /// <param name="isLast">Whether no round follows: then each server gets its own answer.</param>
    public AskingRound(IReadOnlyList<PendingServer> servers, bool isLast)
    {
        _groups.Push(servers);
        _rejectionsLeft = isLast ? int.MaxValue : 1 + CeilingOfLog2(servers.Count);
    }

    /// <summary>Takes in that a request of the round was rejected.</summary>
    public void OnRejected() => _rejectionsLeft--;

    public void Split(IReadOnlyList<PendingServer> group)
    {
        (IReadOnlyList<PendingServer> first, IReadOnlyList<PendingServer> second) = Halves.Of(group);
        _groups.Push(second);
        _groups.Push(first);
    }

    /// <summary>The servers to ask about next; null when the round is over.</summary>
    public IReadOnlyList<PendingServer>? Next() => _rejectionsLeft > 0 && _groups.Count > 0 ? _groups.Pop() : null;

    /// <summary>Those that were not asked about.</summary>
    public IReadOnlyList<PendingServer> TakeRest()
    {
        List<PendingServer> rest = _groups.SelectMany(group => group).ToList();
        _groups.Clear();
        return rest;
    }

    private static int CeilingOfLog2(int n) => n <= 1 ? 0 : 1 + CeilingOfLog2((n + 1) / 2);
}
