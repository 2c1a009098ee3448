using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace NcloudServer.Tests.Architecture;

/// <summary>The assemblies of some folders, to be found as a reference asks for them.</summary>
internal sealed class AssemblyFolders : IDisposable
{
    private readonly List<PEReader> _files = [];
    private readonly Dictionary<string, MetadataReader> _assemblies = new(StringComparer.OrdinalIgnoreCase);

    public AssemblyFolders(params string[] folders)
    {
        foreach (string path in folders.SelectMany(folder => Directory.GetFiles(folder, "*.dll")))
        {
            var file = new PEReader(File.OpenRead(path));
            _files.Add(file);
            if (file.HasMetadata && file.GetMetadataReader() is { IsAssembly: true } reader)
            {
                _assemblies[reader.GetString(reader.GetAssemblyDefinition().Name)] = reader;
            }
        }
    }

    public IEnumerable<MetadataReader> Assemblies => _assemblies.Values;

    /// <summary>
    /// The rule of <c>ModuleAssemblies</c>, which .NET Framework has for its own assemblies too: same key, version not lower.
    /// </summary>
    public MetadataReader? Find(AssemblyName wanted)
    {
        if (!_assemblies.TryGetValue(wanted.Name!, out MetadataReader? reader))
        {
            return null;
        }

        AssemblyName found = reader.GetAssemblyDefinition().GetAssemblyName();
        bool isSame = (wanted.GetPublicKeyToken() ?? []).SequenceEqual(found.GetPublicKeyToken() ?? []);
        return isSame && found.Version >= wanted.Version ? reader : null;
    }

    public void Dispose() => _files.ForEach(file => file.Dispose());
}
