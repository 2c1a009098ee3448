using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace NcloudServer.EngineTests.Harness;

/// <summary>
/// A process whose home has no profiles and whose environment has no variable of the module: nothing of this computer's user may take part,
/// least of all their key.
/// </summary>
internal static class TestProcess
{
    private static readonly string[] s_proxies = ["http_proxy", "https_proxy", "all_proxy", "no_proxy"];

    /// <summary>The folder of the module under test: the built one, unless the environment names another.</summary>
    public static string ModuleDirectory { get; } = Environment.GetEnvironmentVariable("NCLOUDSERVER_MODULE") ?? BuiltModule();

    /// <summary>The folder that the build's own output folder is in, wherever the module under test is.</summary>
    public static string RepositoryRoot => Path.GetFullPath(Path.Combine(BuiltModule(), "../.."));

    public static string Manifest => Path.Combine(ModuleDirectory, "NcloudServer.psd1");

    [ModuleInitializer]
    internal static void Isolate()
    {
        IEnumerable<string> variables = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(entry => (string)entry.Key);
        foreach (string name in variables.Where(IsForeign).ToList())
        {
            Environment.SetEnvironmentVariable(name, null);
        }

        string temporary = Directory.CreateTempSubdirectory("ncloud-engine-tests-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(temporary, recursive: true);
        string home = FreeUserHome() ?? temporary;
        Environment.SetEnvironmentVariable("HOME", home);
        Environment.SetEnvironmentVariable("USERPROFILE", home);
        // Refuses connections: a role of this computer is no key of a test, and to look for one takes seconds.
        Environment.SetEnvironmentVariable("NCLOUD_METADATA_API_ENDPOINT", "http://127.0.0.1:1");
        // Windows keeps scripts, a module's too, from running where nobody has allowed them.
        Environment.SetEnvironmentVariable("PSExecutionPolicyPreference", "Bypass");
        Environment.SetEnvironmentVariable("NO_COLOR", "1");
        Environment.SetEnvironmentVariable("POWERSHELL_TELEMETRY_OPTOUT", "1");
    }

    /// <summary>
    /// The home of a build machine's user, who has no profiles to lose: the only one in which the tests of the profiles can run on Windows.
    /// Null anywhere else.
    /// </summary>
    private static string? FreeUserHome()
    {
        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return OperatingSystem.IsWindows() && Environment.GetEnvironmentVariable("CI") == "true"
            && !Directory.Exists(Path.Combine(home, ".ncloud")) ? home : null;
    }

    private static string BuiltModule() => typeof(TestProcess).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "ModuleDirectory").Value!;

    private static bool IsForeign(string name) =>
        name.StartsWith("NCLOUD_", StringComparison.OrdinalIgnoreCase) || s_proxies.Contains(name, StringComparer.OrdinalIgnoreCase);
}
