using System.Globalization;

namespace NcloudServer.Simulator;

/// <summary>
/// Makes a list wrong the way a fault asks for: numbers missing, foreign, or named twice. Totals and pages follow the wrong list.
/// </summary>
internal static class ListTampering
{
    public static IReadOnlyList<SimulatedServer> Apply(FaultRule? fault, IReadOnlyList<SimulatedServer> servers, ServerFleet fleet)
    {
        if (fault is null || (fault.OmitNumbers is null && fault.ExtraNumbers is null && fault.DuplicateNumbers is null))
        {
            return servers;
        }

        IEnumerable<SimulatedServer> kept = servers.Where(server => fault.OmitNumbers?.Contains(server.Number) != true);
        IEnumerable<SimulatedServer> twice = kept.SelectMany(
            server => Enumerable.Repeat(server, fault.DuplicateNumbers?.Contains(server.Number) == true ? 2 : 1));
        return [.. twice, .. (fault.ExtraNumbers ?? []).Select(number => fleet.Find(number) ?? Stranger(number, fleet))];
    }

    private static SimulatedServer Stranger(string number, ServerFleet fleet) =>
        ServerTemplate.Create(long.Parse(number, CultureInfo.InvariantCulture), fleet.Regions[0].Code, $"stranger-{number}");
}
