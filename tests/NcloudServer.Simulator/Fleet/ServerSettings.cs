namespace NcloudServer.Simulator;

/// <summary>A server to add, or to put in the place of the one with that number. What is not given is derived from the number.</summary>
public sealed record ServerSettings
{
    public required string Number { get; init; }

    /// <summary>
    /// A region that is not there yet is added. Not given: the region of the server that is replaced, else the default one.
    /// </summary>
    public string? RegionCode { get; init; }

    public string? Name { get; init; }

    public string? Status { get; init; }

    public string? Operation { get; init; }

    /// <summary>After this time the operation is over, or the server created; not given, it stays as it is for ever.</summary>
    public double? BusySeconds { get; init; }

    /// <summary>The status once <see cref="BusySeconds"/> are over; not given, the one that the operation leads to.</summary>
    public string? StatusAfter { get; init; }

    /// <summary>For this time every change is refused as busy, although status and operation show no reason.</summary>
    public double? HiddenBusySeconds { get; init; }

    public string? PlatformType { get; init; }

    public string? HypervisorType { get; init; }

    public string? ZoneCode { get; init; }

    public string? VpcNo { get; init; }

    public string? PublicIp { get; init; }

    public string? PrivateIp { get; init; }

    /// <summary>A server with what is given here in the place of what was derived.</summary>
    internal SimulatedServer Applied(SimulatedServer derived) => derived with
    {
        Name = Name ?? derived.Name,
        Status = Status ?? derived.Status,
        ZoneCode = ZoneCode ?? derived.ZoneCode,
        VpcNo = VpcNo ?? derived.VpcNo,
        PublicIp = PublicIp ?? derived.PublicIp,
        PrivateIp = PrivateIp ?? derived.PrivateIp,
        PlatformType = PlatformType ?? derived.PlatformType,
        HypervisorType = HypervisorType ?? derived.HypervisorType,
        Operation = Operation ?? derived.Operation,
    };
}
