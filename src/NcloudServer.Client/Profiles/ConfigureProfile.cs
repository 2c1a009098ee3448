namespace NcloudServer.Profiles;

/// <summary>What a profile of the file holds; empty where a key is not there.</summary>
internal sealed class ConfigureProfile(string name)
{
    public string Name { get; } = name;

    public string AccessKeyId { get; set; } = string.Empty;

    public string SecretAccessKey { get; set; } = string.Empty;

    public string ApiUrl { get; set; } = string.Empty;
}
