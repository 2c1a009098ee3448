namespace NcloudServer;

/// <summary>A region of the platform.</summary>
/// <remarks>Source: api.ncloud-docs.com, action <c>getRegionList</c>, data type <c>Region</c>.</remarks>
public sealed class Region
{
    /// <summary>The code that every action takes as <c>regionCode</c>, for example <c>KR</c>.</summary>
    public string RegionCode { get; set; } = string.Empty;
    /// <summary>The region's name as the service shows it.</summary>
    public string RegionName { get; set; } = string.Empty;

    /// <summary>The region's code.</summary>
    public override string ToString() => RegionCode;
}
