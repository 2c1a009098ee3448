namespace NcloudServer.Credentials;

/// <summary>The region, never empty, for requests whose input names none, and where it comes from.</summary>
internal sealed record RegionSetting(string Code, string Source);
