namespace NcloudServer.Operations;

/// <summary>A number that went in, and what became of it: an instance or a failure, exactly one of them, exactly once.</summary>
internal sealed class Outcome(string serverInstanceNo, string? regionCode)
{
    private volatile bool _isSettled;

    public string ServerInstanceNo { get; } = serverInstanceNo;

    /// <summary>The region that was asked; null for the service's first.</summary>
    public string? RegionCode { get; } = regionCode;

    public ServerInstance? Instance { get; private set; }

    public NcpException? Failure { get; private set; }

    public bool IsSettled => _isSettled;

    public void Succeed(ServerInstance instance)
    {
        if (!_isSettled)
        {
            Instance = instance;
            _isSettled = true;
        }
    }

    public void Fail(NcpException failure)
    {
        if (!_isSettled)
        {
            Failure = failure;
            _isSettled = true;
        }
    }
}
