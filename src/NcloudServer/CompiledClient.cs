#if !NETFRAMEWORK
using System.IO;
using System.Management.Automation;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace NcloudServer;

/// <summary>
/// Takes the client that was compiled ahead for this platform, where there is one. Everywhere else, and on runtimes whose
/// machine code it is not, PowerShell finds the one beside this assembly and compiles it while it runs.
/// </summary>
public sealed class CompiledClient : IModuleAssemblyInitializer
{
    /// <summary>Called by PowerShell when the module is imported.</summary>
    public void OnImport()
    {
        string folder = Path.GetDirectoryName(typeof(CompiledClient).Assembly.Location)!;
        string path = Path.Combine(folder, RuntimeInformation.RuntimeIdentifier, "NcloudServer.Client.dll");
        if (File.Exists(path))
        {
            AssemblyLoadContext.GetLoadContext(typeof(CompiledClient).Assembly)!.LoadFromAssemblyPath(path);
        }
    }
}
#endif
