using NcloudServer.Api;

namespace NcloudServer.Operations;

/// <summary>An action that changes servers: how it is called, and how its effect is seen.</summary>
/// <remarks>
/// Source of the states: api.ncloud-docs.com, pages of the actions; NAVER's Terraform provider. INIT and CREAT pass by themselves, as does
/// every operation but TERMT. A status that no page names for an action (FSTOP, later ones) says nothing about it: the service decides.
/// </remarks>
internal sealed class ServerAction(
    ApiAction api, string progress, TargetState? target, string adviceInDoubt, Func<ServerState, bool?, LookUpResult> evaluate)
{
    public static ServerAction Start { get; } = new(
        new ApiAction("startServerInstances", TakesMany: true), "Starting", TargetState.Running,
        "Look at the server's status before you try again; to start a running server does no harm.",
        (state, _) => state switch
        {
            { IsStarting: true } or { IsRestarting: true } or { Status: "RUN", IsAtRest: true } => LookUpResult.OnItsWay,
            { IsAtRest: false } => LookUpResult.Busy,
            _ => LookUpResult.Ready,
        });

    public static ServerAction Stop { get; } = new(
        new ApiAction("stopServerInstances", TakesMany: true), "Stopping", TargetState.Stopped,
        "Look at the server's status before you try again; to stop a stopped server does no harm.",
        (state, _) => state switch
        {
            { IsShuttingDown: true } or { Status: "NSTOP", Operation: "" or "CHNG" } => LookUpResult.OnItsWay,
            // Whatever else runs on a stopped server may start it.
            { IsAtRest: false } => LookUpResult.Busy,
            _ => LookUpResult.Ready,
        });

    public static ServerAction Restart { get; } = new(
        new ApiAction("rebootServerInstances", TakesMany: true), "Restarting", TargetState.Restarted,
        "Look at the server's Uptime before you try again: if it has moved, the server has restarted, and would once more.",
        (state, hasBooted) => state switch
        {
            _ when state.IsRestarting || hasBooted == true => LookUpResult.OnItsWay,
            { IsAtRest: false } => LookUpResult.Busy,
            { Status: "NSTOP" } => LookUpResult.RuledOut,
            _ => hasBooted is null ? LookUpResult.Unclear : LookUpResult.Ready,
        });

    public static ServerAction Interrupt { get; } = new(
        new ApiAction("interruptServerInstance", TakesMany: false) { Format = "xml" }, "Interrupting", target: null,
        "Look into the server's own event log or console before you try again: a server that has crashed would crash once more.",
        (state, _) => state switch
        {
            { IsAtRest: false } => LookUpResult.Busy,
            { Status: "NSTOP" } => LookUpResult.RuledOut,
            _ => LookUpResult.Ready,
        });

    /// <summary>How the action is called.</summary>
    public ApiAction Api => api;

    /// <summary>The action's name in the API.</summary>
    public string Name => api.Name;

    /// <summary>What is being done, as the first word of a sentence.</summary>
    public string Progress => progress;

    /// <summary>Where the action brings a server; null where its effect can't be seen in the server's state.</summary>
    public TargetState? Target => target;

    /// <summary>What to do where the action may have been carried out or not.</summary>
    public string AdviceInDoubt => adviceInDoubt;

    public bool TakesMany => api.TakesMany;

    /// <summary>
    /// Whether the action's effect can be seen in the server's state. Where it can't, the action is never sent again once it may have been
    /// carried out.
    /// </summary>
    public bool IsObservable => Target is not null;

    /// <summary>
    /// What a server's state says about the action on it, and whether it has booted since the action may have been carried out; null where
    /// that is not known.
    /// </summary>
    /// <returns>OnItsWay, Ready, Busy, RuledOut or Unclear.</returns>
    public LookUpResult Evaluate(ServerState state, bool? hasBooted)
    {
        LookUpResult result = state switch
        {
            { Operation: "TERMT" } => LookUpResult.RuledOut,
            { IsBeingCreated: true } => LookUpResult.Busy,
            _ => evaluate(state, hasBooted),
        };
        return result == LookUpResult.Ready && state.Status is not ("RUN" or "NSTOP") ? LookUpResult.Unclear : result;
    }
}
