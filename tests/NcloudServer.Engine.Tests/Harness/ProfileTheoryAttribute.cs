namespace NcloudServer.EngineTests.Harness;

/// <inheritdoc cref="ProfileFactAttribute"/>
public sealed class ProfileTheoryAttribute : TheoryAttribute
{
    public ProfileTheoryAttribute() => Skip = ProfileFile.IsOwn ? null : ProfileFactAttribute.Reason;
}
