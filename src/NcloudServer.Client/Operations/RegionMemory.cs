using NcloudServer.Api;

namespace NcloudServer.Operations;

/// <summary>
/// Knows of each region whether requests to it are rejected as such (it does not exist, or the address is wrong), so that no server is to
/// blame and no further request can fare better. What has ever answered exists, and nothing is remembered for long.
/// </summary>
internal sealed class RegionMemory(NcloudClient client)
{
    private static readonly TimeSpan s_span = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, Knowledge> _regions = new(StringComparer.Ordinal);

    /// <summary>The response to a request, where it is known without making it; null where it has to be made.</summary>
    public ServerResponse? Known(ServerRequest request)
    {
        Knowledge known = Of(request.RegionCode);
        // What may have been carried out is looked up in earnest.
        bool isRejected = known.Rejection is not null && client.Elapsed < known.RejectedUntil && request.Servers.All(server => server.IsUndone);
        bool isChecked = request.Kind == RequestKind.CheckRegion && !IsInQuestion(request.RegionCode, Rejection(request));
        return !isRejected && !isChecked ? null
            : new ServerResponse(isRejected ? null : [], isRejected ? known.Rejection : null) { IsFromMemory = true };
    }

    /// <summary>Takes in that a request succeeded, or met a server that is busy.</summary>
    public void OnExists(ServerRequest request)
    {
        Knowledge known = Of(request.RegionCode);
        (known.IsProven, known.Rejection) = (true, null);
    }

    /// <summary>Whether it is an open question that a rejection is about the region as such.</summary>
    public bool IsInQuestion(string? regionCode, NcpException? rejection) =>
        rejection is { Kind: FailureKind.Rejected } && Of(regionCode) is { IsProven: false } known && !known.Checked.Contains(Code(rejection));

    /// <summary>Takes in what came of the list without numbers, for servers that a rejection is about.</summary>
    public void OnChecked(ServerRequest request, ServerResponse response)
    {
        Knowledge known = Of(request.RegionCode);
        NcpException? rejection = Rejection(request);
        if (response.IsFromMemory ? response.Failure is null : !AreAlike(response.Failure, rejection) || known.IsProven)
        {
            known.Checked.Add(Code(rejection));
            return;
        }

        if (!response.IsFromMemory)
            (known.Rejection, known.RejectedUntil) = (rejection, client.Elapsed + s_span);

        foreach (PendingServer server in request.Servers)
            server.OnRegionRejected();
    }

    /// <summary>Whether the service gave both the same reason.</summary>
    public static bool AreAlike(NcpException? one, NcpException? other) =>
        one is NcpServiceException { Kind: FailureKind.Rejected } a && other is NcpServiceException b
        && a.Code == b.Code && a.StatusCode == b.StatusCode;

    private static NcpException? Rejection(ServerRequest request) => request.Servers[0].Failure;

    private static string Code(NcpException? rejection) => (rejection as NcpServiceException)?.Code ?? string.Empty;

    private Knowledge Of(string? code) =>
        _regions.TryGetValue(code ?? string.Empty, out Knowledge? known) ? known : _regions[code ?? string.Empty] = new Knowledge();

    private sealed class Knowledge
    {
        // Whether a response has ever shown that the region exists.
        public bool IsProven { get; set; }
        public NcpException? Rejection { get; set; }
        public TimeSpan RejectedUntil { get; set; }

        /// <summary>The codes of rejections that turned out to be about servers.</summary>
        public HashSet<string> Checked { get; } = new(StringComparer.Ordinal);
    }
}
