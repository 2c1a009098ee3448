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

/// <summary>Which versions of its protocol the metadata address speaks.</summary>
public enum MetadataVersions
{
    /// <summary>A request may have a token.</summary>
    Both,

    /// <summary>There are no tokens: requests for one are refused, and a token is not looked at.</summary>
    V1,

    /// <summary>A request without a valid token is refused.</summary>
    V2,

    /// <summary>404 for everything.</summary>
    Neither,
}

/// <summary>What becomes of a request for a token.</summary>
public enum TokenMode
{
    Real,

    /// <summary>It is never answered.</summary>
    Hang,

    /// <summary>An answer without a token.</summary>
    Empty,

    /// <summary>A page, as from a proxy that asks for a login.</summary>
    Page,
}

/// <summary>The server role whose keys the metadata address hands out.</summary>
public sealed record RoleSettings
{
    public RoleMode Mode { get; set; }

    public MetadataVersions Versions { get; set; }

    public TokenMode Token { get; set; }

    /// <summary>The longest time that a token is valid, whatever was asked for.</summary>
    public double TokenSeconds { get; set; } = 21600;

    /// <summary>Tokens of an earlier generation are not valid: a change makes all of them expire.</summary>
    public int TokenGeneration { get; set; }

    /// <summary>The status for a request whose token is missing, wrong or expired.</summary>
    public int TokenRefusedStatus { get; set; } = 401;

    /// <summary>The region of the server; null for the first one, an empty text for none.</summary>
    public string? RegionCode { get; set; }

    public double ExpirySeconds { get; set; } = 3600;

    /// <summary>How the end of a key, in UTC, is written; text in quotation marks alone is no date at all.</summary>
    public string ExpirationFormat { get; set; } = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    public string RoleId { get; set; } = "simulator-role";

    /// <summary>
    /// The list of roles as it is sent; null for the one role. No line ends it then: the SDKs make an address of all that comes.
    /// </summary>
    public string? RoleList { get; set; }

    public string AccessKey { get; set; } = "SIMULATORROLEKEY0001";

    public string SecretKey { get; set; } = "SimulatorRoleSecret000000000000000000001";

    /// <summary>The status of the answer for the key.</summary>
    public int KeyStatus { get; set; } = 200;

    /// <summary>The answer for the key; null for the key.</summary>
    public string? KeyBody { get; set; }

    /// <summary>How many times a request for the region is yet answered with an error.</summary>
    public int RegionFailures { get; set; }

    /// <summary>The end of the paths that are never answered; empty for none.</summary>
    public string HangAt { get; set; } = string.Empty;
}
