using NcloudServer.Api;

namespace NcloudServer.Operations;

/// <summary>An action that changes servers: how it is called, and how its effect is seen.</summary>
/// <remarks>
/// Source of the states: api.ncloud-docs.com, pages of the actions; NAVER's Terraform provider. INIT and CREAT pass by themselves, as does
/// every operation but TERMT. A status that no page names for an action (FSTOP, later ones) says nothing about it: the service decides.
/// </remarks>
internal sealed class ServerAction
{
    private readonly Func<ServerState, bool?, LookUpResult?> _evaluate;

    // What makes the action different: null where it is not.
    private ServerAction(ApiAction api, string progress, TargetState? target, Func<ServerState, bool?, LookUpResult?> evaluate)
    {
        Api = api;
        Progress = progress;
        Target = target;
        _evaluate = evaluate;
    }

    public static ServerAction Start { get; } = new(
        new ApiAction("startServerInstances", TakesMany: true), "Starting", TargetState.Running, (_, _) => null)
    {
        AdviceInDoubt = "Look at the server's status before you try again; to start a running server does no harm.",
    };

    public static ServerAction Stop { get; } = new(
        new ApiAction("stopServerInstances", TakesMany: true), "Stopping", TargetState.Stopped, (state, _) => state switch
        {
            // Whatever else runs on a stopped server may start it.
            { Status: "NSTOP", Operation: "CHNG" } => LookUpResult.OnItsWay,
            _ => null,
        })
    {
        AdviceInDoubt = "Look at the server's status before you try again; to stop a stopped server does no harm.",
    };

    public static ServerAction Restart { get; } = new(
        new ApiAction("rebootServerInstances", TakesMany: true), "Restarting", TargetState.Restarted, (state, hasBooted) => state switch
        {
            _ when hasBooted == true => LookUpResult.OnItsWay,
            { Status: "NSTOP", IsAtRest: true } => LookUpResult.RuledOut,
            { IsAtRest: true } when hasBooted is null => LookUpResult.Unclear,
            _ => null,
        })
    {
        AdviceInDoubt = "Look at the server's Uptime before you try again: if it has moved, the server has restarted, and would once more.",
    };

    public static ServerAction Interrupt { get; } = new(
        new ApiAction("interruptServerInstance", TakesMany: false) { Format = "xml" }, "Interrupting", target: null, (state, _) => state switch
        {
            { Status: "NSTOP", IsAtRest: true } => LookUpResult.RuledOut,
            _ => null,
        })
    {
        AdviceInDoubt =
            "Look into the server's own event log or console before you try again: a server that has crashed would crash once more.",
    };

    /// <summary>How the action is called.</summary>
    public ApiAction Api { get; }

    /// <summary>The action's name in the API.</summary>
    public string Name => Api.Name;

    /// <summary>What is being done, as the first word of a sentence.</summary>
    public string Progress { get; }

    /// <summary>Where the action brings a server; null where its effect can't be seen in the server's state.</summary>
    public TargetState? Target { get; }

    /// <summary>What to do where the action may have been carried out or not.</summary>
    public string AdviceInDoubt { get; private init; } = string.Empty;

    /// <summary>Whether a request takes a list of numbers, or a single one.</summary>
    public bool TakesMany => Api.TakesMany;

    /// <summary>
    /// Whether the action's effect can be seen in the server's state. Where it can't, the action is never sent again once it may have been
    /// carried out.
    /// </summary>
    public bool IsObservable => Target is not null;

    /// <summary>What a server's state says about the action on it.</summary>
    /// <param name="state">The server's state.</param>
    /// <param name="hasBooted">Whether it has booted since the action may have been carried out; null where that is not known.</param>
    /// <returns>OnItsWay, Ready, Busy, RuledOut or Unclear.</returns>
    public LookUpResult Evaluate(ServerState state, bool? hasBooted)
    {
        bool isUnderWay = Target?.IsUnderWay(state) == true;
        return state switch
        {
            { Operation: "TERMT" } => isUnderWay ? LookUpResult.OnItsWay : LookUpResult.RuledOut,
            { IsBeingCreated: true } => LookUpResult.Busy,
            _ when isUnderWay || Target?.IsReached(state, hasBooted == true) == true => LookUpResult.OnItsWay,
            _ when _evaluate(state, hasBooted) is { } own => own,
            { IsAtRest: false } => LookUpResult.Busy,
            { Status: "RUN" or "NSTOP" } => LookUpResult.Ready,
            _ => LookUpResult.Unclear,
        };
    }
}
