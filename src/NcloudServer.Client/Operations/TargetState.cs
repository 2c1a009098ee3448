namespace NcloudServer.Operations;

/// <summary>A state that can be awaited.</summary>
/// <param name="Name">The state in words, as it ends "waiting until the server is".</param>
/// <param name="Status">The status of a server that is there.</param>
/// <param name="Operations">The operations that bring a server there.</param>
internal sealed record TargetState(string Name, string Status, params string[] Operations)
{
    public static TargetState Stopped { get; } = new("stopped", "NSTOP", "SHTDN", "HSHTD") { IsReachedByGone = true };
    public static TargetState Running { get; } = new("running", "RUN", "START", "RESTA", "HREST");

    /// <summary>Running again, booted since the restart was sent.</summary>
    public static TargetState Restarted { get; } = new("running again", "RUN", "RESTA", "HREST") { NeedsBoot = true };

    /// <summary>Whether a server that is gone counts as having arrived.</summary>
    public bool IsReachedByGone { get; private init; }

    /// <summary>Whether a server is there only once it has booted since the action.</summary>
    public bool NeedsBoot { get; private init; }

    public bool IsReached(ServerState state, bool hasBooted) => state.IsAtRest && state.Status == Status && (hasBooted || !NeedsBoot);

    public bool IsUnderWay(ServerState state) => Array.IndexOf(Operations, state.Operation) >= 0;
}
