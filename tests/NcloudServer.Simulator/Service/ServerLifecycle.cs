using System.Globalization;

namespace NcloudServer.Simulator;

/// <summary>The actions that make servers, change what they are, and end them.</summary>
internal sealed class ServerLifecycle(ServerFleet fleet, SimulatorSettings settings)
{
    public ServiceResult ChangeSpec(ServiceCall call)
    {
        string code = call.Parameters.Required("serverSpecCode");
        ServerSpec spec = ServerSpec.Find(code) ?? throw Refusals.Parameter("serverSpecCode is not valid.");
        double seconds = settings.Times.SpecChangeSeconds;
        return Change(call, [call.Number(settings.Policies)], IsStopped, (cell, now) =>
        {
            cell.Change(server => server with { SpecCode = spec.Code });
            cell.Begin(ServerOperation.Change, now.AddSeconds(seconds), ServerStatus.Stopped, boots: false);
        });
    }

    public ServiceResult Protect(ServiceCall call)
    {
        bool isProtected = call.Parameters.Flag("isProtectServerTermination");
        return Change(call, [call.Number(settings.Policies)], _ => Verdict.Change, (cell, _) =>
            cell.Change(server => server with { IsProtected = isProtected }));
    }

    public ServiceResult Terminate(ServiceCall call)
    {
        double seconds = settings.Times.TerminationSeconds;
        return Change(
            call,
            call.Numbers(settings.Policies, required: true),
            server => server.IsProtected ? throw Refusals.Protected() : IsStopped(server),
            (cell, now) => cell.Begin(ServerOperation.Terminate, now.AddSeconds(seconds), ServerStatus.Gone, boots: false));
    }

    public ServiceResult Create(ServiceCall call)
    {
        RequestParameters parameters = call.Parameters;
        string region = call.RegionCode(fleet);
        (string vpc, string subnet) = (parameters.Required("vpcNo"), parameters.Required("subnetNo"));
        if (parameters.Groups("networkInterfaceList") == 0)
        {
            throw Refusals.Parameter("networkInterfaceList is required.");
        }

        IReadOnlyList<string> groups = parameters.List("networkInterfaceList.1.accessControlGroupNoList");
        string? code = parameters.Optional("serverSpecCode");
        ServerSpec? spec = code is null ? null : ServerSpec.Find(code) ?? throw Refusals.Parameter("serverSpecCode is not valid.");
        int count = parameters.Number("serverCreateCount", least: 1) ?? 1;
        int start = parameters.Number("serverCreateStartNo", least: 0) ?? 1;
        string? name = parameters.Optional("serverName");
        bool isProtected = parameters.Optional("isProtectServerTermination") is not null && parameters.Flag("isProtectServerTermination");
        double seconds = settings.Times.CreationSeconds;
        IReadOnlyList<SimulatedServer> created = fleet.Create(region, count, seconds, (position, server) => server with
        {
            Name = name is null ? server.Name
                : count == 1 ? name : $"{name}{(start + position).ToString("000", CultureInfo.InvariantCulture)}",
            VpcNo = vpc,
            SubnetNo = subnet,
            HypervisorType = "KVM",
            SpecCode = spec?.Code,
            IsProtected = isProtected,
            AccessControlGroups = groups,
            PublicIp = "",
        });
        return new ServiceResult(ServerResponse.Of(call, created, created.Count), [.. created.Select(server => server.Number)]);
    }

    private static Verdict IsStopped(SimulatedServer server) => server switch
    {
        { Operation: not ServerOperation.None } => throw Refusals.Busy(),
        { Status: not ServerStatus.Stopped } => throw Refusals.WrongState(),
        _ => Verdict.Change,
    };

    private ServiceResult Change(
        ServiceCall call, IReadOnlyList<string> numbers, Func<SimulatedServer, Verdict> judge, Action<ServerCell, DateTimeOffset> change)
    {
        FleetChange outcome = fleet.Change(
            call.RegionCode(fleet), numbers, server => server is null ? throw Refusals.UnknownNumber() : judge(server), change);
        IReadOnlyList<SimulatedServer> servers = ListTampering.Apply(call.Fault, outcome.Response, fleet);
        return new ServiceResult(ServerResponse.Of(call, servers, servers.Count), outcome.Changed);
    }
}
