#if !NETFRAMEWORK

namespace NcloudServer;

/// <summary>Loads the client. PowerShell would do it with the first command; a script can name the module's types before.</summary>
public sealed class ClientAssembly : IModuleAssemblyInitializer
{
    /// <summary>Called by PowerShell when the module is imported.</summary>
    public void OnImport() => _ = typeof(ServerInstance).Assembly;
}
#endif
