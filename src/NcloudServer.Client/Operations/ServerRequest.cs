using NcloudServer.Api;
using NcloudServer.Models;

namespace NcloudServer.Operations;

/// <summary>What a request asks for: the action, the servers' state, or whether the region as such is rejected.</summary>
internal enum RequestKind
{
    Change,
    LookUp,
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
    public bool IsAlone => servers.Count == 1;

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

    // Since when it has waited for its turn, and when its response came, on the monotonic clock.
    public TimeSpan AddedAt { get; set; }
    public TimeSpan AnsweredAt { get; private set; }

    // What the response says: why it failed, and whether that announces more servers than it names.
    public NcpException? Failure { get; private set; }
    public bool IsCut { get; private set; }

    /// <summary>Of an action: whether a look-up has found a server that explains why the request was rejected.</summary>
    public bool IsExplained { get; set; }

    /// <summary>Whether it may succeed in parts: the failure may be about one of several servers, or about how many they are.</summary>
    public bool IsDivisible => !IsAlone && Failure is { MayBeAboutOneServer: true } or { Kind: FailureKind.TooLarge };

    /// <summary>Until when the service asks not to repeat it, but no longer than a while; the beginning of time where it does not.</summary>
    public TimeSpan NotBefore => Failure?.RetryAfter is { } asked
        ? AnsweredAt + (asked < s_longestAsked ? asked : s_longestAsked)
        : TimeSpan.MinValue;

    /// <summary>When the time of its first server is over. To be asked once all of them have been in a request, this one included.</summary>
    public TimeSpan? EarliestDeadline =>
        (_earliestDeadline = _earliestDeadline.IsKnown ? _earliestDeadline : (servers.Min(server => server.Deadline), true)).Time;

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

/// <summary>What came of a request: the servers that the response names, by the number as it travels, or a failure.</summary>
internal sealed record ServerResponse(Dictionary<string, ServerInstance>? Servers, NcpException? Failure)
{
    /// <summary>Whether it is known without a request: a failure is about the region as such then, and no server is to blame.</summary>
    public bool IsFromMemory { get; init; }

    /// <summary>Whether the response announces more servers than it names: those may be among them.</summary>
    public bool IsCut { get; init; }

    /// <summary>What the list says that came as the response.</summary>
    public static ServerResponse Of(ServerRequest request, ListPage<ServerInstance> page)
    {
        var named = new Dictionary<string, ServerInstance>(page.Items.Count, StringComparer.Ordinal);
        foreach (ServerInstance server in page.Items)
        {
            // The service may write a number with leading zeros, or twice: the first one counts.
            named.TryAdd(ServerNumber.Normalized(server.ServerInstanceNo), server);
        }

        // Who does not say how many there are may have cut the list too, as long as it has anything.
        bool isCut = request.Servers.Any(server => !named.ContainsKey(server.WireNo))
            && (page.Total is { } total ? total > named.Count : request.Kind == RequestKind.LookUp && named.Count > 0);
        return new ServerResponse(named, Failure: null) { IsCut = isCut };
    }
}
