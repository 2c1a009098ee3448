namespace NcloudServer.EngineTests.Harness;

/// <summary>A test that writes the file of profiles; it is left out where that would be the file of this computer's user.</summary>
public sealed class ProfileFactAttribute : FactAttribute
{
    public const string Reason = "the real file of profiles would be written";

    public ProfileFactAttribute() => Skip = ProfileFile.IsOwn ? null : Reason;
}
