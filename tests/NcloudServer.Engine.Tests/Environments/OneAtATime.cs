using Xunit;

namespace NcloudServer.EngineTests.Environments;

/// <summary>
/// Tests of what comes from variables, the file of profiles and the metadata. The process has them once: nothing runs beside.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class OneAtATime
{
    public const string Name = "Environment";
}
