namespace NcloudServer;

/// <summary>A profile of the file that NAVER's CLI and SDKs read, without its secrets.</summary>
/// <remarks>Source: cli.ncloud-docs.com ("configure").</remarks>
public sealed class Profile
{
    /// <summary>The name between [ and ]; <c>DEFAULT</c> for keys above the first section.</summary>
    public string ProfileName { get; set; } = string.Empty;
    /// <summary>The access key (<c>ncloud_access_key_id</c>), all but its last four characters hidden; empty where there is none.</summary>
    public string AccessKey { get; set; } = string.Empty;
    /// <summary>The gateway's root (<c>ncloud_api_url</c>) as it is written; empty where there is none.</summary>
    public string EndpointUrl { get; set; } = string.Empty;
    /// <summary>The region (<c>ncloud_region</c>) for commands that name none; empty where there is none.</summary>
    public string RegionCode { get; set; } = string.Empty;
    /// <summary>Whether the profile has an access key and a secret key that can be used.</summary>
    public bool IsComplete { get; set; }
    /// <summary>The file.</summary>
    public string Path { get; set; } = string.Empty;
    /// <summary>The same as <see cref="IsComplete"/>, as the header of a table.</summary>
    public bool Complete => IsComplete;
    /// <summary>The same as <see cref="RegionCode"/>.</summary>
    public string Region => RegionCode;
    /// <summary>The same as <see cref="Path"/>.</summary>
    public string File => Path;

    /// <summary>The profile's name.</summary>
    public override string ToString() => ProfileName;
}
