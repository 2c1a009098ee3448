using Xunit;

namespace NcloudServer.EngineTests;

/// <summary>Tests that change the environment, which all sessions of the process share: they run when no others do.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public static class EnvironmentTests
{
    public const string Name = "Environment";
}
