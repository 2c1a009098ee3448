using System.Globalization;

namespace NcloudServer.Simulator;

/// <summary>A specification of servers, as getServerSpecList names it.</summary>
internal sealed record ServerSpec(string Code, long Number, int CpuCount, int MemoryGiB)
{
    public static IReadOnlyList<ServerSpec> All { get; } =
    [
        new("c2-g3", 101, 2, 4), new("c4-g3", 102, 4, 8), new("c8-g3", 103, 8, 16), new("c16-g3", 104, 16, 32),
        new("s2-g3", 201, 2, 8), new("s4-g3", 202, 4, 16), new("s8-g3", 203, 8, 32),
        new("m4-g3", 301, 4, 32), new("m8-g3", 302, 8, 64),
    ];

    public long MemorySize => (long)MemoryGiB << 30;

    public string ProductCode => ProductOf("G003");

    /// <summary>The specification that was given to a server, or the one that its number stands for.</summary>
    public static ServerSpec Of(SimulatedServer server) =>
        Find(server.SpecCode ?? string.Empty) ?? All[(int)(long.Parse(server.Number, CultureInfo.InvariantCulture) % 3)];

    /// <summary>Servers on XEN have codes of an older generation, with the disk in them.</summary>
    public string CodeFor(SimulatedServer server) =>
        server.IsKvm || server.SpecCode is not null ? Code : Code.Replace("-g3", "-g2-s50", StringComparison.Ordinal);

    public string ProductCodeFor(SimulatedServer server) =>
        server.IsKvm || server.SpecCode is not null ? ProductCode : ProductOf("NET.SSD.B050.G002");

    private string ProductOf(string generation)
    {
        string kind = Code[0] switch { 'c' => "HICPU", 'm' => "HIMEM", _ => "STAND" };
        return string.Create(CultureInfo.InvariantCulture, $"SVR.VSVR.{kind}.C{CpuCount:000}.M{MemoryGiB:000}.{generation}");
    }

    public static ServerSpec? Find(string code) => All.FirstOrDefault(spec => spec.Code == code);
}
