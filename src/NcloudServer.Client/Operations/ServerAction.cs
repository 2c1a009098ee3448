using System;

namespace NcloudServer.Operations;

/// <summary>What a server's state says about an action on it.</summary>
internal enum Standing
{
    /// <summary>The action can be carried out.</summary>
    Ready,

    /// <summary>The server is where the action would bring it, or on its way there.</summary>
    Arrived,

    /// <summary>Another operation runs; it passes.</summary>
    Busy,

    /// <summary>The state rules the action out and does not pass by itself.</summary>
    RuledOut,
}

/// <summary>An action that changes servers: how it is called, and how its effect is seen.</summary>
/// <remarks>Source of the states: api.ncloud-docs.com, pages of the actions; NAVER's Terraform provider. Codes that are in no list are left to the service.</remarks>
internal sealed class ServerAction
{
    private readonly Func<State, Standing> _judge;

    private ServerAction(string name, string progress, Goal? goal, Func<State, Standing> judge)
    {
        Name = name;
        Progress = progress;
        Goal = goal;
        _judge = judge;
    }

    public static ServerAction Start { get; } = new("startServerInstances", "Starting", Goal.Running, state => state switch
    {
        { Operation: "START" or "RESTA" } or { Status: "RUN", Operation: "" } => Standing.Arrived,
        { Operation: not "" } => Standing.Busy,
        _ => Standing.Ready,
    });

    public static ServerAction Stop { get; } = new("stopServerInstances", "Stopping", Goal.Stopped, state => state switch
    {
        { Operation: "SHTDN" } => Standing.Arrived,
        // A later code for a shutdown still has this name.
        { IsShuttingDown: true } => Standing.Arrived,
        { Operation: "START" } => Standing.Busy,
        { Status: "NSTOP" } => Standing.Arrived,
        { Operation: not "" } => Standing.Busy,
        _ => Standing.Ready,
    });

    public static ServerAction Restart { get; } = new("rebootServerInstances", "Restarting", Goal.Restarted, state => state switch
    {
        { Operation: "RESTA" } or { HasBooted: true } => Standing.Arrived,
        { Operation: not "" } => Standing.Busy,
        { Status: "NSTOP" } => Standing.RuledOut,
        _ => Standing.Ready,
    });

    public static ServerAction Interrupt { get; } = new("interruptServerInstance", "Interrupting", goal: null, state => state switch
    {
        { Operation: not "" } => Standing.Busy,
        { Status: "NSTOP" } => Standing.RuledOut,
        _ => Standing.Ready,
    });

    /// <summary>The action's name in the API.</summary>
    public string Name { get; }

    /// <summary>What is being done, as the first word of a sentence.</summary>
    public string Progress { get; }

    /// <summary>Where the action brings a server, or null where its effect can't be seen in the server's state: such an action takes one number a call, and is never sent again once it may have been carried out.</summary>
    public Goal? Goal { get; }

    /// <param name="server">The server now.</param>
    /// <param name="hasBooted">Whether it has booted since the action was first sent.</param>
    public Standing Judge(ServerInstance server, bool hasBooted)
    {
        var state = new State(
            server.ServerInstanceStatus?.Code ?? string.Empty,
            server.ServerInstanceOperation is { Code: not "NULL" } operation ? operation.Code : string.Empty,
            server.ServerInstanceStatusName.EndsWith("shutting down", StringComparison.Ordinal),
            hasBooted);
        return state switch
        {
            { Operation: "TERMT" } or { Status: "INIT" or "CREAT" or "FSTOP" } => Standing.RuledOut,
            _ => _judge(state),
        };
    }

    private readonly record struct State(string Status, string Operation, bool IsShuttingDown, bool HasBooted);
}
