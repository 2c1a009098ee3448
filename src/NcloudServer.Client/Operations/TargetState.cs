using System;

namespace NcloudServer.Operations;

/// <summary>A state that can be awaited.</summary>
/// <remarks>
/// Source of the states: api.ncloud-docs.com, pages of the actions. A server that is shutting down still says RUN: its operation tells.
/// </remarks>
internal sealed class TargetState
{
    private readonly Func<ServerInstance, bool, bool> _isReached;

    private TargetState(string name, bool isReachedByGone, Func<ServerInstance, bool, bool> isReached)
    {
        Name = name;
        IsReachedByGone = isReachedByGone;
        _isReached = isReached;
    }

    public static TargetState Stopped { get; } = new("stopped", isReachedByGone: true, (server, _) => IsAtRest(server, "NSTOP"));

    public static TargetState Running { get; } = new("running", isReachedByGone: false, (server, _) => IsAtRest(server, "RUN"));

    /// <summary>Running again, booted since the restart was sent.</summary>
    public static TargetState Restarted { get; } =
        new("running again", isReachedByGone: false, (server, hasBooted) => IsAtRest(server, "RUN") && hasBooted);

    /// <summary>The state in words, as it ends "waiting until the server is".</summary>
    public string Name { get; }

    /// <summary>Whether a server that is gone counts as having arrived.</summary>
    public bool IsReachedByGone { get; }

    /// <param name="server">The server now.</param>
    /// <param name="hasBooted">Whether it has booted since the action.</param>
    public bool IsReached(ServerInstance server, bool hasBooted) => _isReached(server, hasBooted);

    private static bool IsAtRest(ServerInstance server, string status) =>
        server.ServerInstanceStatus?.Code == status && server.ServerInstanceOperation is null or { Code: "NULL" or "" };
}
