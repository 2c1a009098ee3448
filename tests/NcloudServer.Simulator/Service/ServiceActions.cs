namespace NcloudServer.Simulator;

/// <summary>From the name of an action to what it does.</summary>
internal sealed class ServiceActions(ServerQueries queries, ServerChanges changes, ServerLifecycle lifecycle, Catalogue catalogue)
{
    private const string BasePath = "/vserver/v2/";

    private static readonly string[] Names =
    [
        "getRegionList", "getServerInstanceList", "getServerInstanceDetail", "interruptServerInstance",
        "changeServerInstanceSpec", "setProtectServerTermination", "terminateServerInstances", "createServerInstances",
        "getServerSpecList", "getNetworkInterfaceList", "getRootPassword", "createLoginKey",
    ];

    /// <summary>The action that a path stands for, or null.</summary>
    public static string? ActionOf(string path)
    {
        string? action = path.StartsWith(BasePath, StringComparison.Ordinal) ? path[BasePath.Length..] : null;
        return action is not null && (Names.Contains(action) || StateChange.Of(action) is not null) ? action : null;
    }

    /// <summary>The last part of a path, for what is not simulated.</summary>
    public static string? OtherActionOf(string path) => path.LastIndexOf('/') is var slash and >= 0 && slash < path.Length - 1
        ? path[(slash + 1)..]
        : null;

    public ServiceResult Run(ServiceCall call)
    {
        try
        {
            return call.IsEcho ? Catalogue.Echo(call) : call.Action switch
            {
                "getRegionList" => queries.Regions(call),
                "getServerInstanceList" => queries.List(call),
                "getServerInstanceDetail" => queries.Detail(call),
                "interruptServerInstance" => changes.Interrupt(call),
                "changeServerInstanceSpec" => lifecycle.ChangeSpec(call),
                "setProtectServerTermination" => lifecycle.Protect(call),
                "terminateServerInstances" => lifecycle.Terminate(call),
                "createServerInstances" => lifecycle.Create(call),
                "getServerSpecList" => catalogue.Specs(call),
                "getNetworkInterfaceList" => catalogue.NetworkInterfaces(call),
                "getRootPassword" => catalogue.RootPassword(call),
                "createLoginKey" => Catalogue.LoginKey(call),
                _ => changes.Change(call, StateChange.Of(call.Action)!),
            };
        }
        catch (ServiceRefusalException refusal)
        {
            return new ServiceResult(ErrorReply.Service(call.Format, 400, refusal.Code, refusal.Message), []);
        }
    }
}
