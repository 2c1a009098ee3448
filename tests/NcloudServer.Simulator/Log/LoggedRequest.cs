namespace NcloudServer.Simulator;

/// <summary>How a request ended.</summary>
public enum RequestOutcome
{
    InFlight,
    Answered,
    Cut,
    Hung,
}

/// <summary>What the simulator saw of one request. Neither its signature nor the secret key is kept.</summary>
public sealed record LoggedRequest
{
    /// <summary>Counts on over everything the simulator receives; clearing the log does not start it anew.</summary>
    public long Sequence { get; init; }

    public DateTimeOffset Received { get; init; }

    /// <summary>When the answer was ready, or the connection was cut or given up.</summary>
    public DateTimeOffset? Completed { get; init; }

    public bool IsMetadata { get; init; }

    /// <summary>Whether a request to the metadata address has a token; the token itself is not kept.</summary>
    public bool HasMetadataToken { get; init; }

    public required string Method { get; init; }

    public required string Path { get; init; }

    public required string RawTarget { get; init; }

    public int UrlLength { get; init; }

    /// <summary>The name of the action; of a request to the REST service its method and path.</summary>
    public string? Action { get; init; }

    public string? ContentType { get; init; }

    /// <summary>As it came; empty for none.</summary>
    public string Body { get; init; } = string.Empty;

    /// <summary>As it was asked for; null when it was left to the default.</summary>
    public string? RegionCode { get; init; }

    public IReadOnlyList<string> Numbers { get; init; } = [];

    public bool SignatureValid { get; init; }

    /// <summary>2, 1, or null for no signature.</summary>
    public int? SignatureVersion { get; init; }

    public string? AccessKey { get; init; }

    public string? Timestamp { get; init; }

    public string? AcceptEncoding { get; init; }

    public string? UserAgent { get; init; }

    public bool HasCookie { get; init; }

    /// <summary>The same for all requests of one kept-alive connection.</summary>
    public required string ConnectionId { get; init; }

    /// <summary>What x-ncp-trace-id of the answer said.</summary>
    public required string TraceId { get; init; }

    public RequestOutcome Outcome { get; init; }

    /// <summary>Null unless the outcome is Answered.</summary>
    public int? Status { get; init; }

    /// <summary>The servers whose state this request really changed.</summary>
    public IReadOnlyList<string> NumbersChanged { get; init; } = [];

    /// <summary>The client went away before it had its answer.</summary>
    public bool ClientAborted { get; init; }
}
