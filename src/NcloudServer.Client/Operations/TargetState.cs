namespace NcloudServer.Operations;

/// <summary>A state that can be awaited.</summary>
internal sealed class TargetState
{
    private readonly string _status;
    private readonly bool _needsBoot;
    private readonly Func<ServerState, bool> _isUnderWay;

    private TargetState(string name, string status, bool isReachedByGone, bool needsBoot, Func<ServerState, bool> isUnderWay)
    {
        Name = name;
        _status = status;
        IsReachedByGone = isReachedByGone;
        _needsBoot = needsBoot;
        _isUnderWay = isUnderWay;
    }

    public static TargetState Stopped { get; } =
        new("stopped", "NSTOP", isReachedByGone: true, needsBoot: false, state => state.IsShuttingDown);

    public static TargetState Running { get; } =
        new("running", "RUN", isReachedByGone: false, needsBoot: false, state => state.IsStarting || state.IsRestarting);

    /// <summary>Running again, booted since the restart was sent.</summary>
    public static TargetState Restarted { get; } =
        new("running again", "RUN", isReachedByGone: false, needsBoot: true, state => state.IsRestarting);

    /// <summary>The state in words, as it ends "waiting until the server is".</summary>
    public string Name { get; }

    /// <summary>Whether a server that is gone counts as having arrived.</summary>
    public bool IsReachedByGone { get; }

    /// <param name="state">The server's state.</param>
    /// <param name="hasBooted">Whether it has booted since the action.</param>
    public bool IsReached(ServerState state, bool hasBooted) => state.IsAtRest && state.Status == _status && (hasBooted || !_needsBoot);

    /// <summary>Whether a server is on its way to the state.</summary>
    public bool IsUnderWay(ServerState state) => _isUnderWay(state);
}
