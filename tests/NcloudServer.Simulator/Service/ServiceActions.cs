namespace NcloudServer.Simulator;

/// <summary>From the name of an action to what it does.</summary>
internal sealed class ServiceActions(ServerQueries queries, ServerChanges changes)
{
    private const string BasePath = "/vserver/v2/";

    /// <summary>The action that a path stands for, or null.</summary>
    public static string? ActionOf(string path)
    {
        string? action = path.StartsWith(BasePath, System.StringComparison.Ordinal) ? path[BasePath.Length..] : null;
        return action switch
        {
            "getRegionList" or "getServerInstanceList" or "getServerInstanceDetail" or "interruptServerInstance" => action,
            not null when StateChange.Of(action) is not null => action,
            _ => null,
        };
    }

    public ServiceResult Run(ServiceCall call)
    {
        try
        {
            return call.Action switch
            {
                "getRegionList" => queries.Regions(call),
                "getServerInstanceList" => queries.List(call),
                "getServerInstanceDetail" => queries.Detail(call),
                "interruptServerInstance" => changes.Interrupt(call),
                _ => changes.Change(call, StateChange.Of(call.Action)!),
            };
        }
        catch (ServiceRefusalException refusal)
        {
            return new ServiceResult(ErrorReply.Service(call.Format, 400, refusal.Code, refusal.Message), []);
        }
    }
}
