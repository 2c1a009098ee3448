using System.Reflection;
using NcloudServer.Simulator;

namespace NcloudServer.Demo;

/// <summary>The environment in which the module finds the simulated service and nothing else.</summary>
internal static class ServiceVariables
{
    /// <summary>The folder of the built module.</summary>
    public static string ModuleDirectory { get; } = Path.TrimEndingDirectorySeparator(
        Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "ModuleDirectory").Value!);

    /// <summary>The variables to set, or to remove where the value is null: the user's own key, region and proxy take no part.</summary>
    public static Dictionary<string, string?> For(SimulatorHost simulator)
    {
        string address = simulator.EndpointUrl.GetLeftPart(UriPartial.Authority);
        Dictionary<string, string?> variables = Environment.GetEnvironmentVariables().Keys.Cast<string>()
            .Where(IsOfUser)
            .ToDictionary(name => name, _ => (string?)null);
        variables["NCLOUD_API_GW"] = address;
        variables["NCLOUD_METADATA_API_ENDPOINT"] = address;
        variables["NCLOUD_ACCESS_KEY_ID"] = simulator.AccessKey;
        variables["NCLOUD_SECRET_ACCESS_KEY"] = simulator.SecretKey;
        variables["NCLOUD_REGION"] = simulator.Fleet.Regions[0].Code;
        // The engine reads this when it starts.
        variables["POWERSHELL_TELEMETRY_OPTOUT"] = "1";
        return variables;
    }

    private static bool IsOfUser(string name) =>
        name.StartsWith("NCLOUD_", StringComparison.OrdinalIgnoreCase) || name.EndsWith("_PROXY", StringComparison.OrdinalIgnoreCase);
}
