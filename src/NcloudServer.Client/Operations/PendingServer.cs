using System;
using System.Collections.Generic;

namespace NcloudServer.Operations;

/// <summary>A number that has no outcome yet: the work item.</summary>
/// <param name="serverInstanceNo">The number as it was given.</param>
/// <param name="regionCode">The region to ask; null for the service's first.</param>
/// <param name="onCompleted">Called with the outcome, once.</param>
internal sealed class PendingServer(string serverInstanceNo, string? regionCode, Action<Outcome>? onCompleted = null)
{
    private volatile Outcome? _outcome;

    public string ServerInstanceNo { get; } = serverInstanceNo;

    /// <summary>The number as it travels.</summary>
    public string WireNo { get; } = ServerNumber.Normalized(serverInstanceNo);

    public string? RegionCode { get; } = regionCode;

    /// <summary>What is known so far. Only the executor's loop reads and replaces it.</summary>
    public PendingState State { get; set; } = new();

    /// <summary>The outcome; null while there is none.</summary>
    public Outcome? Outcome => _outcome;

    /// <summary>Servers in words: the number of one, or how many there are.</summary>
    public static string Count(IReadOnlyList<PendingServer> servers) =>
        servers.Count == 1 ? $"server instance {servers[0].ServerInstanceNo}" : $"{servers.Count} server instances";

    public void Succeed(ServerInstance instance) => Complete(Outcome.Success(this, instance));

    public void Fail(NcpException failure) => Complete(Outcome.Failed(this, failure));

    private void Complete(Outcome outcome)
    {
        if (_outcome is null)
        {
            _outcome = outcome;
            onCompleted?.Invoke(outcome);
        }
    }
}
