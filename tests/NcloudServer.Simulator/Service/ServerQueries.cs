using System.Globalization;

namespace NcloudServer.Simulator;

/// <summary>The actions that only look.</summary>
internal sealed class ServerQueries(ServerFleet fleet, SimulatorSettings settings)
{
    public ServiceResult Regions(ServiceCall call) => new(RegionResponse.Of(call, fleet.Regions), []);

    public ServiceResult Detail(ServiceCall call)
    {
        string region = call.RegionCode(fleet);
        SimulatedServer? server = fleet.Find(call.Number(settings.Policies));
        IReadOnlyList<SimulatedServer> found = server?.RegionCode == region ? [server] : [];
        IReadOnlyList<SimulatedServer> servers = ListTampering.Apply(call.Fault, found, fleet);
        return new ServiceResult(ServerResponse.Of(call, servers, servers.Count), []);
    }

    public ServiceResult List(ServiceCall call)
    {
        Policies policies = settings.Policies;
        string region = call.RegionCode(fleet);
        IReadOnlyList<string> numbers = call.Numbers(policies, required: false);
        var filter = new ServerFilter(call.Parameters, policies);
        (int skip, int take) = Paging.Of(call.Parameters, policies);

        IEnumerable<SimulatedServer> candidates = numbers.Count == 0
            ? fleet.All(region)
            : numbers.Select(fleet.Find).OfType<SimulatedServer>().Where(server => server.RegionCode == region);
        candidates = candidates.Select(fleet.Listed);
        IReadOnlyList<SimulatedServer> matches = Order(candidates.Where(filter.Matches).ToList(), call.Parameters, policies);
        IReadOnlyList<SimulatedServer> all = ListTampering.Apply(call.Fault, matches, fleet);
        return new ServiceResult(ServerResponse.Of(call, all.Skip(skip).Take(take), all.Count), []);
    }

    private IReadOnlyList<SimulatedServer> Order(IReadOnlyList<SimulatedServer> servers, RequestParameters parameters, Policies policies)
    {
        string? by = parameters.OneOf("sortedBy", "serverName", "serverInstanceNo", "createDate");
        bool descending = parameters.OneOf("sortingOrder", "ASC", "DESC") == "DESC";
        if (by is null)
        {
            return ResponseSequence.Arrange(servers, policies.ResponseOrder, settings.Seed);
        }

        IEnumerable<SimulatedServer> sorted = by switch
        {
            "serverName" => servers.OrderBy(server => server.Name, System.StringComparer.Ordinal),
            "createDate" => servers.OrderBy(server => server.CreateDate),
            _ => servers.OrderBy(server => long.Parse(server.Number, CultureInfo.InvariantCulture)),
        };
        return descending ? sorted.Reverse().ToList() : sorted.ToList();
    }
}
