namespace NcloudServer.Operations;

/// <summary>A server's state in the words that decisions are made by.</summary>
/// <remarks>
/// Source of the codes: api.ncloud-docs.com, page <c>common-vapidatatype-fabricclusterserverinstance</c>, and the pages of the actions. A server
/// that is shutting down still says RUN: its operation tells.
/// </remarks>
/// <param name="Status">The code of its status; empty where it has none.</param>
/// <param name="Operation">The code of the operation that runs on it; empty where none does.</param>
internal readonly record struct ServerState(string Status, string Operation)
{
    public bool IsAtRest => Operation.Length == 0;

    /// <summary>Whether it is being created, which passes by itself.</summary>
    public bool IsBeingCreated => Status is "INIT" or "CREAT";

    /// <summary>Whether it stays as it is until somebody acts on it. A repair or a creation goes on without an operation.</summary>
    public bool IsSettled => HasFailed || (IsAtRest && Status is ("RUN" or "NSTOP"));

    public bool HasFailed => IsAtRest && Status is "SD_FL" or "ST_FL" or "RS_FL";

    public static ServerState Of(ServerInstance server)
    {
        string operation = server.ServerInstanceOperation is { Code: not "NULL" } running ? running.Code : string.Empty;
        // A later code for a shutdown still has this name.
        bool isShutdown = operation.Length > 0 && server.ServerInstanceStatusName.EndsWith("shutting down", StringComparison.Ordinal);
        return new ServerState(server.ServerInstanceStatus?.Code ?? string.Empty, isShutdown ? "SHTDN" : operation);
    }
}
