namespace NcloudServer.Profiles;

/// <summary>A profile of the configure file; a missing key is empty.</summary>
internal sealed class ConfigureProfile(string name)
{
    public string Name { get; } = name;

    public string AccessKeyId { get; set; } = string.Empty;

    public string SecretAccessKey { get; set; } = string.Empty;

    public string ApiUrl { get; set; } = string.Empty;

    public string RegionCode { get; set; } = string.Empty;
}
