using System;
using NcloudServer.Api;

namespace NcloudServer.Operations;

/// <summary>An action that changes servers: how it is called, and how its effect is seen.</summary>
/// <remarks>
/// Source of the states: api.ncloud-docs.com, pages of the actions; NAVER's Terraform provider. INIT and CREAT pass by themselves, as does
/// every operation but TERMT. A status that no page names for an action (FSTOP, later ones) says nothing about it: the service decides.
/// </remarks>
internal sealed class ServerAction
{
    private readonly Func<State, LookResult> _evaluate;

    private ServerAction(ApiAction api, string progress, TargetState? target, Func<State, LookResult> evaluate)
    {
        Api = api;
        Progress = progress;
        Target = target;
        _evaluate = evaluate;
    }

    public static ServerAction Start { get; } = new(
        new ApiAction("startServerInstances", TakesMany: true), "Starting", TargetState.Running, state => state switch
        {
            { Operation: "START" or "RESTA" } or { Status: "RUN", Operation: "" } => LookResult.Arrived,
            { Operation: not "" } => LookResult.Busy,
            _ => LookResult.Ready,
        });

    public static ServerAction Stop { get; } = new(
        new ApiAction("stopServerInstances", TakesMany: true), "Stopping", TargetState.Stopped, state => state switch
        {
            { Operation: "SHTDN" } => LookResult.Arrived,
            // A later code for a shutdown still has this name.
            { IsShuttingDown: true } => LookResult.Arrived,
            { Status: "NSTOP", Operation: "" or "CHNG" } => LookResult.Arrived,
            // Whatever else runs on a stopped server may start it.
            { Operation: not "" } => LookResult.Busy,
            _ => LookResult.Ready,
        });

    public static ServerAction Restart { get; } = new(
        new ApiAction("rebootServerInstances", TakesMany: true), "Restarting", TargetState.Restarted, state => state switch
        {
            { Operation: "RESTA" } or { HasBooted: true } => LookResult.Arrived,
            { Operation: not "" } => LookResult.Busy,
            { Status: "NSTOP" } => LookResult.RuledOut,
            { HasBooted: null } => LookResult.Unclear,
            _ => LookResult.Ready,
        });

    public static ServerAction Interrupt { get; } = new(
        new ApiAction("interruptServerInstance", TakesMany: false) { Format = "xml" }, "Interrupting", target: null, state => state switch
        {
            { Operation: not "" } => LookResult.Busy,
            { Status: "NSTOP" } => LookResult.RuledOut,
            _ => LookResult.Ready,
        });

    /// <summary>How the action is called.</summary>
    public ApiAction Api { get; }

    /// <summary>The action's name in the API.</summary>
    public string Name => Api.Name;

    /// <summary>What is being done, as the first word of a sentence.</summary>
    public string Progress { get; }

    /// <summary>Where the action brings a server; null where its effect can't be seen in the server's state.</summary>
    public TargetState? Target { get; }

    /// <summary>Whether a request takes a list of numbers, or a single one.</summary>
    public bool TakesMany => Api.TakesMany;

    /// <summary>
    /// Whether the action's effect can be seen in the server's state. Where it can't, the action is never sent again once it may have been
    /// carried out.
    /// </summary>
    public bool IsObservable => Target is not null;

    /// <summary>What a server's state says about the action on it.</summary>
    /// <param name="server">The server now.</param>
    /// <param name="hasBooted">Whether it has booted since the action may have been carried out; null where that is not known.</param>
    /// <returns>Arrived, Ready, Busy, RuledOut or Unclear.</returns>
    public LookResult Evaluate(ServerInstance server, bool? hasBooted)
    {
        var state = new State(
            server.ServerInstanceStatus?.Code ?? string.Empty,
            server.ServerInstanceOperation is { Code: not "NULL" } operation ? operation.Code : string.Empty,
            server.ServerInstanceStatusName.EndsWith("shutting down", StringComparison.Ordinal),
            hasBooted);
        LookResult result = state switch
        {
            { Operation: "TERMT" } => LookResult.RuledOut,
            { Status: "INIT" or "CREAT" } => LookResult.Busy,
            _ => _evaluate(state),
        };
        return result == LookResult.Ready && state.Status is not ("RUN" or "NSTOP") ? LookResult.Unclear : result;
    }

    private readonly record struct State(string Status, string Operation, bool IsShuttingDown, bool? HasBooted);
}
