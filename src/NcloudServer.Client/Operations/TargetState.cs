namespace NcloudServer.Operations;

/// <summary>A state that can be awaited.</summary>
internal sealed class TargetState(string name, string status, bool isReachedByGone, bool needsBoot, Func<ServerState, bool> isUnderWay)
{
    public static TargetState Stopped { get; } =
        new("stopped", "NSTOP", isReachedByGone: true, needsBoot: false, state => state.IsShuttingDown);

    public static TargetState Running { get; } =
        new("running", "RUN", isReachedByGone: false, needsBoot: false, state => state.IsStarting || state.IsRestarting);

    /// <summary>Running again, booted since the restart was sent.</summary>
    public static TargetState Restarted { get; } =
        new("running again", "RUN", isReachedByGone: false, needsBoot: true, state => state.IsRestarting);

    /// <summary>The state in words, as it ends "waiting until the server is".</summary>
    public string Name => name;

    /// <summary>Whether a server that is gone counts as having arrived.</summary>
    public bool IsReachedByGone => isReachedByGone;

    /// <summary>Whether a server that has booted since the action, or not, is there.</summary>
    public bool IsReached(ServerState state, bool hasBooted) => state.IsAtRest && state.Status == status && (hasBooted || !needsBoot);

    /// <summary>Whether a server is on its way to the state.</summary>
    public bool IsUnderWay(ServerState state) => isUnderWay(state);
}
