namespace NcloudServer.Operations;

/// <summary>What became of a number: an instance or a failure, exactly one of them.</summary>
internal sealed record Outcome
{
    private Outcome(string serverInstanceNo, string? regionCode, ServerInstance? instance, NcpException? failure)
    {
        ServerInstanceNo = serverInstanceNo;
        RegionCode = regionCode;
        Instance = instance;
        Failure = failure;
    }

    /// <summary>The number as it was given.</summary>
    public string ServerInstanceNo { get; }

    /// <summary>The region that was asked; null for the service's first.</summary>
    public string? RegionCode { get; }

    public ServerInstance? Instance { get; }

    public NcpException? Failure { get; }

    public static Outcome Success(PendingServer server, ServerInstance instance) =>
        new(server.ServerInstanceNo, server.RegionCode, instance, failure: null);

    public static Outcome Failed(PendingServer server, NcpException failure) =>
        new(server.ServerInstanceNo, server.RegionCode, instance: null, failure);
}
