namespace NcloudServer.Simulator;

/// <summary>A region, as getRegionList names it.</summary>
public sealed record SimulatedRegion(string Code, string Name);

/// <summary>A region and how many servers it is filled with.</summary>
internal sealed record RegionSize(string Code, int Servers);

/// <summary>A region and the servers it starts with, numbered upwards.</summary>
public sealed record RegionSeed(string Code, string Name, long FirstNumber, int Servers)
{
    /// <summary>Numbers outside the rows, which the examples of the documentation use.</summary>
    internal static readonly IReadOnlyList<long> ExampleNumbers = [1234567, 2345678];

    /// <summary>More would run into the example numbers and the next region's.</summary>
    internal const int MostServers = 200_000;

    public static IReadOnlyList<RegionSeed> Defaults { get; } =
    [
        new("KR", "Korea", 1_000_001, 5_000),
        new("JPN", "Japan", 2_000_001, 2_000),
        new("SGN", "Singapore(New)", 3_000_001, 1_000),
    ];

    internal static RegionSeed For(RegionSize size, int position) => size.Servers is >= 0 and <= MostServers
        ? For(size.Code, size.Servers, position)
        : throw new ArgumentException($"A region has 0 to {MostServers} servers.", nameof(size));

    /// <summary>The seed of a region by its code; a region outside the defaults gets a row of numbers by its position.</summary>
    public static RegionSeed For(string code, int servers, int position) =>
        Defaults.FirstOrDefault(region => region.Code == code) is { } known
            ? known with { Servers = servers }
            : new RegionSeed(code, code, ((Defaults.Count + position + 1) * 1_000_000L) + 1, servers);
}
