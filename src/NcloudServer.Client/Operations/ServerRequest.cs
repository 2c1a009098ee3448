using NcloudServer.Failures;

namespace NcloudServer.Operations;

/// <summary>What a request asks for.</summary>
internal enum RequestKind
{
    /// <summary>The action on the servers.</summary>
    Change,

    /// <summary>The servers' state.</summary>
    LookUp,

    /// <summary>The region's list without any number: is a rejection about the region as such?</summary>
    CheckRegion,
}

/// <summary>A request for servers of one region, and what came of it.</summary>
internal sealed class ServerRequest(RequestKind kind, IReadOnlyList<PendingServer> servers)
{
    private static readonly TimeSpan s_longestAsked = TimeSpan.FromMinutes(1);

    private (TimeSpan? Time, bool IsKnown) _earliestDeadline;

    public RequestKind Kind => kind;

    public IReadOnlyList<PendingServer> Servers => servers;

    public string? RegionCode => servers[0].RegionCode;

    /// <summary>Whether it is the first request of a batch.</summary>
    public bool IsFirst { get; init; }

    /// <summary>The round of questions to busy servers that the request belongs to; null for none.</summary>
    public BusyRound? Round { get; init; }

    /// <summary>Of an action: whether a look-up came before it, so that a further rejection is not for what that would show.</summary>
    public bool IsAfterLookUp { get; init; }

    /// <summary>Of a look-up: whether its servers have paused before it.</summary>
    public bool IsAfterPause { get; init; }

    /// <summary>Of a look-up: whether it is a part of a larger one that failed, with which it must not be put together again.</summary>
    public bool IsPart { get; init; }

    /// <summary>Since when it has waited for its turn, on the monotonic clock.</summary>
    public TimeSpan AddedAt { get; set; }

    /// <summary>Why it failed; null where it did not, or has no response yet.</summary>
    public NcpException? Failure { get; private set; }

    /// <summary>When its response came, on the monotonic clock.</summary>
    public TimeSpan AnsweredAt { get; private set; }

    /// <inheritdoc cref="ServerResponse.IsCut"/>
    public bool IsCut { get; private set; }

    /// <summary>Of an action: whether a look-up has found a server that explains why the request was rejected.</summary>
    public bool IsExplained { get; set; }

    public bool IsAlone => servers.Count == 1;

    /// <summary>Whether it may succeed in parts: the failure may be about one of several servers, or about how many they are.</summary>
    public bool IsDivisible => !IsAlone && Failure is { MayBeAboutOneServer: true } or { Kind: FailureKind.TooLarge };

    /// <summary>Until when the service asks not to repeat it, but no longer than a while; the beginning of time where it does not.</summary>
    public TimeSpan NotBefore => Failure?.RetryAfter is { } asked
        ? AnsweredAt + (asked < s_longestAsked ? asked : s_longestAsked)
        : TimeSpan.MinValue;

    /// <summary>When the time of its first server is over. To be asked once all of them have been in a request, this one included.</summary>
    public TimeSpan? EarliestDeadline
    {
        get
        {
            _earliestDeadline = _earliestDeadline.IsKnown ? _earliestDeadline : (servers.Min(server => server.Deadline), true);
            return _earliestDeadline.Time;
        }
    }

    public void OnAnswered(ServerResponse response, TimeSpan now) =>
        (Failure, IsCut, AnsweredAt) = (response.Failure, response.IsCut, now);

    /// <summary>The same request for some of its servers.</summary>
    public ServerRequest For(IReadOnlyList<PendingServer> part, bool isFirst) => new(kind, part)
    {
        IsFirst = isFirst,
        Round = Round,
        IsAfterLookUp = IsAfterLookUp,
        IsAfterPause = IsAfterPause,
        IsPart = IsPart,
        AddedAt = AddedAt,
    };
}
