#if !NETFRAMEWORK
using System.IO;
using System.Management.Automation;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace NcloudServer;

/// <summary>
/// Loads the client: the one that was compiled ahead for this platform, where there is one, else the one that the runtime compiles.
/// Without it PowerShell would load the latter with the first command, and a script could not name the module's types before.
/// </summary>
public sealed class CompiledClient : IModuleAssemblyInitializer
{
    /// <summary>Called by PowerShell when the module is imported.</summary>
    public void OnImport()
    {
        string folder = Path.GetDirectoryName(typeof(CompiledClient).Assembly.Location)!;
        string path = Path.Combine(folder, RuntimeInformation.RuntimeIdentifier, "NcloudServer.Client.dll");
        AssemblyLoadContext.GetLoadContext(typeof(CompiledClient).Assembly)!
            .LoadFromAssemblyPath(File.Exists(path) ? path : Path.Combine(folder, "NcloudServer.Client.dll"));
    }
}
#endif
