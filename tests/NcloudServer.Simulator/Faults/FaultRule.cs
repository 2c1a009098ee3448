namespace NcloudServer.Simulator;

/// <summary>
/// One fault: which requests it strikes, and what it does to them. The first rule that strikes is the only one for a request.
/// Requests that the gateway refuses are never struck.
/// </summary>
public sealed record FaultRule
{
    /// <summary>Null strikes every action. One of the REST service is its method and path: DELETE /api/v1/sub-accounts/1001.</summary>
    public string? Action { get; init; }

    /// <summary>Strikes only requests that name this server.</summary>
    public string? Number { get; init; }

    /// <summary>Strikes only this region; the default one also where the request names none.</summary>
    public string? Region { get; init; }

    /// <summary>Lets this many matching requests pass first.</summary>
    public int After { get; init; }

    /// <summary>Counts the requests of this action for <see cref="After"/>, in place of those that match.</summary>
    public string? AfterAction { get; init; }

    /// <summary>Strikes only from this time after it was added.</summary>
    public double FromSecond { get; init; }

    /// <summary>Strikes only up to this time after it was added; null = without end.</summary>
    public double? UntilSecond { get; init; }

    /// <summary>How often it strikes; null = without end.</summary>
    public int? Times { get; init; }

    public double Probability { get; init; } = 1;

    /// <summary>Waits before anything else, the work included.</summary>
    public int LatencyMs { get; init; }

    /// <summary>Waits for other requests first, so that an order or a number in flight is certain and no matter of speed.</summary>
    public HoldUntil? HoldUntil { get; init; }

    /// <summary>Answers with this in place of the real answer; with a body but no status it is 200.</summary>
    public int? Status { get; init; }

    public string? Body { get; init; }

    /// <summary>Not given, it is guessed from the body.</summary>
    public string? ContentType { get; init; }

    /// <summary>Added to the answer, the real one too.</summary>
    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    /// <summary>Carries the action out although its answer is replaced, or never given.</summary>
    public bool DoWork { get; init; }

    public CutPoint Cut { get; init; }

    public CloseKind Close { get; init; }

    public HangPoint Hang { get; init; }

    /// <summary>A hang ends when the client goes away, or after this time; a wait for other requests after this time.</summary>
    public int HangSeconds { get; init; } = 120;

    /// <summary>How much of the body goes out before a cut or a hang inside it.</summary>
    public int BodyBytes { get; init; } = 16;

    public SlowBody? SlowBody { get; init; }

    /// <summary>Cuts the text short, with a Content-Length that fits: HTTP sees nothing wrong.</summary>
    public int? TruncateTo { get; init; }

    public bool EmptyBody { get; init; }

    /// <summary>Left out of the response, though they may have been changed.</summary>
    public IReadOnlyList<string>? OmitNumbers { get; init; }

    /// <summary>In the response, though nobody asked for them.</summary>
    public IReadOnlyList<string>? ExtraNumbers { get; init; }

    /// <summary>Twice in the response.</summary>
    public IReadOnlyList<string>? DuplicateNumbers { get; init; }

    /// <summary>Added to the true totalRows.</summary>
    public int TotalRowsOffset { get; init; }

    /// <summary>The response does not say how many there are in all.</summary>
    public bool OmitTotalRows { get; init; }

    public ListShape ListShape { get; init; }

    /// <summary>Servers that somebody else takes away once the request has been worked on, and before its answer is sent.</summary>
    public IReadOnlyList<string>? RemoveServers { get; init; }

    /// <summary>Servers that somebody else adds, or puts into another state, at that moment.</summary>
    public IReadOnlyList<ServerSettings>? SetServers { get; init; }

    internal bool ReplacesAnswer => Status is not null || Body is not null;
}

/// <summary>The requests that the log must have, since it was cleared: received, this one too, and completed.</summary>
public sealed record HoldUntil(int Received = 0, int Completed = 0);

/// <summary>A body in pieces, with a pause after each.</summary>
public sealed record SlowBody(int BytesPerChunk, int DelayMs);
