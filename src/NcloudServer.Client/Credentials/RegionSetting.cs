namespace NcloudServer.Credentials;

/// <summary>A region for requests whose input names none.</summary>
/// <param name="Code">The region's code, never empty.</param>
/// <param name="Source">Where it comes from, as text.</param>
internal sealed record RegionSetting(string Code, string Source);
