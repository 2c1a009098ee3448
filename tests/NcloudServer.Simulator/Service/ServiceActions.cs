namespace NcloudServer.Simulator;

/// <summary>From the name of an action to what it does.</summary>
internal sealed class ServiceActions(ServerQueries queries, ServerChanges changes, ServerLifecycle lifecycle, Catalogue catalogue)
{
    private const string BasePath = "/vserver/v2/";

    private static readonly Dictionary<string, Func<ServiceActions, ServiceCall, ServiceResult>> Named = new(StringComparer.Ordinal)
    {
        ["getRegionList"] = (service, call) => service._queries.Regions(call),
        ["getServerInstanceList"] = (service, call) => service._queries.List(call),
        ["getServerInstanceDetail"] = (service, call) => service._queries.Detail(call),
        ["interruptServerInstance"] = (service, call) => service._changes.Interrupt(call),
        ["changeServerInstanceSpec"] = (service, call) => service._lifecycle.ChangeSpec(call),
        ["setProtectServerTermination"] = (service, call) => service._lifecycle.Protect(call),
        ["terminateServerInstances"] = (service, call) => service._lifecycle.Terminate(call),
        ["createServerInstances"] = (service, call) => service._lifecycle.Create(call),
        ["getServerSpecList"] = (service, call) => service._catalogue.Specs(call),
        ["getNetworkInterfaceList"] = (service, call) => service._catalogue.NetworkInterfaces(call),
        ["getRootPassword"] = (service, call) => service._catalogue.RootPassword(call),
        ["createLoginKey"] = (_, call) => Catalogue.LoginKey(call),
    };

    private readonly ServerQueries _queries = queries;
    private readonly ServerChanges _changes = changes;
    private readonly ServerLifecycle _lifecycle = lifecycle;
    private readonly Catalogue _catalogue = catalogue;

    /// <summary>The action that a path stands for, or null.</summary>
    public static string? ActionOf(string path)
    {
        string? action = path.StartsWith(BasePath, StringComparison.Ordinal) ? path[BasePath.Length..] : null;
        return action is not null && (Named.ContainsKey(action) || StateChange.Of(action) is not null) ? action : null;
    }

    /// <summary>The last part of a path, for what is not simulated.</summary>
    public static string? OtherActionOf(string path) => path.LastIndexOf('/') is var slash and >= 0 && slash < path.Length - 1
        ? path[(slash + 1)..]
        : null;

    public ServiceResult Run(ServiceCall call)
    {
        try
        {
            return call.IsEcho ? Catalogue.Echo(call)
                : Named.TryGetValue(call.Action, out Func<ServiceActions, ServiceCall, ServiceResult>? run) ? run(this, call)
                : _changes.Change(call, StateChange.Of(call.Action)!);
        }
        catch (ServiceRefusalException refusal)
        {
            return new ServiceResult(ErrorResponse.Service(call.Format, 400, refusal.Code, refusal.Message), []);
        }
    }
}
