namespace NcloudServer.Simulator;

/// <summary>How the metadata address answers.</summary>
public enum RoleMode
{
    /// <summary>404, as on a server without a role.</summary>
    Off,
    On,
    Hang,
    Forbidden,
}

/// <summary>The server role whose keys the metadata address hands out.</summary>
public sealed record RoleSettings
{
    public RoleMode Mode { get; set; }

    public double ExpirySeconds { get; set; } = 3600;

    public string RoleId { get; set; } = "simulator-role";

    public string AccessKey { get; set; } = "SIMULATORROLEKEY0001";

    public string SecretKey { get; set; } = "SimulatorRoleSecret000000000000000000001";
}
