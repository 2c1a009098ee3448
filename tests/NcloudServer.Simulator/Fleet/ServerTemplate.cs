using System.Globalization;

namespace NcloudServer.Simulator;

/// <summary>Makes a server out of its number alone, so that two runs see the same fleet.</summary>
internal static class ServerTemplate
{
    private static readonly string[] Duties = ["web", "app", "db", "cache", "batch"];
    private static readonly DateTimeOffset FirstDay = new(2024, 3, 4, 9, 0, 0, TimeSpan.FromHours(9));

    public static SimulatedServer Create(long number, string regionCode, string name)
    {
        DateTimeOffset created = FirstDay.AddMinutes(number % 100_000);
        long vpc = 10_000 + (number % 3);
        return new SimulatedServer
        {
            Number = number.ToString(CultureInfo.InvariantCulture),
            Name = name,
            RegionCode = regionCode,
            ZoneCode = $"{regionCode}-{1 + (number / 4 % 2)}",
            VpcNo = vpc.ToString(CultureInfo.InvariantCulture),
            SubnetNo = ((vpc * 10) + (number / 4 % 2)).ToString(CultureInfo.InvariantCulture),
            PlatformType = (number & 2) == 0 ? "LNX64" : "WND64",
            HypervisorType = (number & 1) == 0 ? "XEN" : "KVM",
            PublicIp = PublicIp(number),
            PrivateIp = $"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}",
            FabricClusterPoolNo = IsInCluster(number) ? "8001" : "",
            FabricClusterNo = IsInCluster(number) ? "8101" : "",
            PlacementGroupNo = number % 50 == 0 ? "9001" : "",
            IsProtected = number % 5 == 0,
            CreateDate = created,
            Uptime = created.AddDays(30),
        };
    }

    private static bool IsInCluster(long number) => number % 100 == 99;

    public static string Name(long ordinal) => $"{Duties[(ordinal - 1) % Duties.Length]}-{ordinal:0000}";

    // Addresses out of 198.18.0.0/15, which belongs to nobody. The lone space was seen in responses of the real service.
    private static string PublicIp(long number) => (number % 10) switch
    {
        0 => $"198.{18 + (number >> 16 & 1)}.{number >> 8 & 255}.{number & 255}",
        4 => " ",
        _ => "",
    };
}
