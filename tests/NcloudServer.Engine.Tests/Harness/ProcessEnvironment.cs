namespace NcloudServer.EngineTests.Harness;

/// <summary>
/// Tests that change what all sessions of a process share, or depend on it (the environment, the file of profiles, the servers seen
/// lately): they run when no other test does.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ProcessEnvironment
{
    public const string Name = "The environment of the process";

    /// <summary>Runs an action while variables have other values; null takes a variable away.</summary>
    public static T With<T>(IReadOnlyDictionary<string, string?> variables, Func<T> action)
    {
        var before = new Dictionary<string, string?>();
        try
        {
            foreach ((string name, string? value) in variables)
            {
                before[name] = Environment.GetEnvironmentVariable(name);
                Environment.SetEnvironmentVariable(name, value);
            }

            return action();
        }
        finally
        {
            foreach ((string name, string? value) in before)
            {
                Environment.SetEnvironmentVariable(name, value);
            }
        }
    }
}
