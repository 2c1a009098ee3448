#if NETFRAMEWORK
using System.Reflection;
#endif

namespace NcloudServer;

/// <summary>Loads the module's assemblies when it is imported.</summary>
/// <remarks>
/// On Windows PowerShell, whose process has no binding redirects for a module, it finds them too: one assembly asks for an older version of
/// another than the one that ships.
/// </remarks>
public sealed class ModuleAssemblies : IModuleAssemblyInitializer
#if NETFRAMEWORK
    , IModuleAssemblyCleanup
#endif
{
    /// <summary>Whether the cmdlets come from another file than was asked for: .NET hands out what it has loaded, and says nothing.</summary>
    /// <param name="file">The file's full path.</param>
    public static bool AreNotFrom(string file) => typeof(ModuleAssemblies).Assembly.Location != Path.GetFullPath(file);

    /// <summary>Called by PowerShell when the module is imported.</summary>
    public void OnImport()
    {
#if NETFRAMEWORK
        AppDomain.CurrentDomain.AssemblyResolve += Resolve;
#endif
        // PowerShell would load the client with the first command; a script can name the module's types before.
        _ = typeof(ServerInstance).Assembly;
    }
#if NETFRAMEWORK

    /// <summary>Called by PowerShell when the module is removed.</summary>
    /// <param name="psModuleInfo">The module.</param>
    public void OnRemove(PSModuleInfo psModuleInfo) => AppDomain.CurrentDomain.AssemblyResolve -= Resolve;

    private static Assembly? Resolve(object sender, ResolveEventArgs args)
    {
        var wanted = new AssemblyName(args.Name);
        string path = Path.Combine(Path.GetDirectoryName(typeof(ModuleAssemblies).Assembly.Location)!, wanted.Name + ".dll");
        if (!File.Exists(path))
            return null;

        AssemblyName found = AssemblyName.GetAssemblyName(path);
        bool isSame = (wanted.GetPublicKeyToken() ?? []).SequenceEqual(found.GetPublicKeyToken() ?? []);
        return isSame && found.Version >= wanted.Version ? Assembly.LoadFrom(path) : null;
    }
#endif
}
