#if NETFRAMEWORK
using System.Reflection;

namespace NcloudServer;

/// <summary>
/// Finds the module's own assemblies on Windows PowerShell, whose process has no binding redirects for a module: one assembly asks for
/// an older version of another than the one that ships.
/// </summary>
public sealed class DesktopAssemblies : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    private static readonly string s_folder = Path.GetDirectoryName(typeof(DesktopAssemblies).Assembly.Location)!;

    /// <summary>Called by PowerShell when the module is imported.</summary>
    public void OnImport()
    {
        AppDomain.CurrentDomain.AssemblyResolve += Resolve;
        // PowerShell would do it with the first command; a script can name the module's types before.
        _ = typeof(ServerInstance).Assembly;
    }

    /// <summary>Called by PowerShell when the module is removed.</summary>
    /// <param name="psModuleInfo">The module.</param>
    public void OnRemove(PSModuleInfo psModuleInfo) => AppDomain.CurrentDomain.AssemblyResolve -= Resolve;

    private static Assembly? Resolve(object sender, ResolveEventArgs args)
    {
        var wanted = new AssemblyName(args.Name);
        string path = Path.Combine(s_folder, wanted.Name + ".dll");
        if (!File.Exists(path))
        {
            return null;
        }

        AssemblyName found = AssemblyName.GetAssemblyName(path);
        bool isSame = (wanted.GetPublicKeyToken() ?? []).SequenceEqual(found.GetPublicKeyToken() ?? []);
        return isSame && found.Version >= wanted.Version ? Assembly.LoadFrom(path) : null;
    }
}
#endif
