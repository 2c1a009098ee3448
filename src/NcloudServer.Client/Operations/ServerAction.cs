using NcloudServer.Api;

namespace NcloudServer.Operations;

/// <summary>An action that changes servers: how it is called, and how its effect is seen.</summary>
/// <remarks>
/// Source of the states: api.ncloud-docs.com, pages of the actions; NAVER's Terraform provider. INIT and CREAT pass by themselves, as does
/// every operation but TERMT. A status that no page names for an action (FSTOP, later ones) says nothing about it: the service decides.
/// </remarks>
/// <param name="Api">How the action is called.</param>
/// <param name="Progress">What is being done, as the first word of a sentence.</param>
/// <param name="Target">Where the action brings a server; null where its effect can't be seen in the server's state.</param>
/// <param name="AdviceInDoubt">What to do where the action may have been carried out or not.</param>
/// <param name="OwnRule">What a state says about this action alone; null where it says what it says about all.</param>
internal sealed record ServerAction(
    ApiAction Api, string Progress, TargetState? Target, string AdviceInDoubt, Func<ServerState, bool?, LookUpResult?> OwnRule)
{
    public static ServerAction Start { get; } = new(
        new ApiAction("startServerInstances", TakesMany: true), "Starting", TargetState.Running,
        "Look at the server's status before you try again; to start a running server does no harm.",
        (_, _) => null);

    public static ServerAction Stop { get; } = new(
        new ApiAction("stopServerInstances", TakesMany: true), "Stopping", TargetState.Stopped,
        "Look at the server's status before you try again; to stop a stopped server does no harm.",
        // Whatever else runs on a stopped server may start it.
        (state, _) => state is { Status: "NSTOP", Operation: "CHNG" } ? LookUpResult.EffectSeen : null);

    public static ServerAction Restart { get; } = new(
        new ApiAction("rebootServerInstances", TakesMany: true), "Restarting", TargetState.Restarted,
        "Look at the server's Uptime before you try again: if it has moved, the server has restarted, and would once more.",
        (state, hasBooted) => state switch
        {
            _ when hasBooted == true => LookUpResult.EffectSeen,
            { Status: "NSTOP", IsAtRest: true } => LookUpResult.RuledOut,
            { IsAtRest: true } when hasBooted is null => LookUpResult.Unclear,
            _ => null,
        });

    public static ServerAction Interrupt { get; } = new(
        new ApiAction("interruptServerInstance", TakesMany: false) { Format = "xml" }, "Interrupting", Target: null,
        "Look into the server's own event log or console before you try again: a server that has crashed would crash once more.",
        (state, _) => state is { Status: "NSTOP", IsAtRest: true } ? LookUpResult.RuledOut : null);

    public string Name => Api.Name;
    public bool TakesMany => Api.TakesMany;

    /// <summary>Whether the action's effect can be seen. Where it can't, it is never sent again once it may have been carried out.</summary>
    public bool IsObservable => Target is not null;

    /// <summary>What a server's state says about the action on it.</summary>
    /// <param name="state">The server's state.</param>
    /// <param name="hasBooted">Whether it has booted since the action may have been carried out; null where that is not known.</param>
    /// <returns>EffectSeen, Ready, Busy, RuledOut or Unclear.</returns>
    public LookUpResult Evaluate(ServerState state, bool? hasBooted)
    {
        bool isUnderWay = Target?.IsUnderWay(state) == true;
        return state switch
        {
            { Operation: "TERMT" } => isUnderWay ? LookUpResult.EffectSeen : LookUpResult.RuledOut,
            { IsBeingCreated: true } => LookUpResult.Busy,
            _ when isUnderWay || Target?.IsReached(state, hasBooted == true) == true => LookUpResult.EffectSeen,
            _ when OwnRule(state, hasBooted) is { } own => own,
            { IsAtRest: false } => LookUpResult.Busy,
            { Status: "RUN" or "NSTOP" } => LookUpResult.Ready,
            _ => LookUpResult.Unclear,
        };
    }
}
