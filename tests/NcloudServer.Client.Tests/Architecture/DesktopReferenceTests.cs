using System.Reflection;
using System.Reflection.Metadata;

namespace NcloudServer.Tests.Architecture;

/// <summary>
/// Reads the build for Windows PowerShell as that would load it: what the folder and .NET Framework 4.7.2 lack can't be found there.
/// </summary>
public sealed class DesktopReferenceTests : IDisposable
{
    private static readonly string s_folder = Path.Combine(SourceFolders.PathOf("ModuleDirectory"), "bin", "Desktop");
    private static readonly string s_frameworkFolder = SourceFolders.PathOf("DesktopFramework");

    private readonly AssemblyFolders _framework = new(s_frameworkFolder, Path.Combine(s_frameworkFolder, "Facades"));
    private readonly AssemblyFolders _module = new(s_folder);

    [Fact]
    public void The_folder_has_what_the_build_is_made_of()
        => Assert.Contains("NcloudServer", _module.Assemblies.Select(reader => reader.GetString(reader.GetAssemblyDefinition().Name)));

    [Fact]
    public void Every_assembly_that_is_asked_for_is_in_the_folder_or_in_the_framework()
        => AssertNone(MissingAssemblies(_module));

    [Fact]
    public void Every_type_and_member_that_is_used_is_there()
    {
        var surface = new Surface(Find);
        var missing = new List<string>();
        int count = 0;
        foreach (MetadataReader reader in _module.Assemblies)
        {
            string user = reader.GetString(reader.GetAssemblyDefinition().Name);
            foreach (TypeReferenceHandle handle in reader.TypeReferences.Where(type => !IsOfHost(reader, type)))
            {
                count++;
                if (surface.FindType(reader, handle) is null)
                {
                    missing.Add($"{user}: {SignatureText.NameOf(reader, reader.GetTypeReference(handle))}");
                }
            }

            // Members of arrays have no type to look at: they are the runtime's own. A type that is missing is told above.
            foreach (MemberReference member in reader.MemberReferences.Select(reader.GetMemberReference))
            {
                count++;
                if (surface.FindType(reader, member.Parent) is { } type && !surface.HasMember(type, Surface.TextOf(reader, member)))
                {
                    missing.Add(
                        $"{user}: {type.Reader.GetString(type.Reader.GetTypeDefinition(type.Type).Name)}.{Surface.TextOf(reader, member)}");
                }
            }
        }

        AssertNone(missing);
        Assert.True(count > 1000, $"Only {count} references were found.");
    }

    [Fact]
    public void What_the_framework_lacks_is_noticed()
    {
        using var newer = new AssemblyFolders(AppContext.BaseDirectory);

        Assert.Contains(
            MissingAssemblies(newer), text => text.StartsWith("NcloudServer.Client: System.Runtime,", StringComparison.Ordinal));
    }

    public void Dispose()
    {
        _framework.Dispose();
        _module.Dispose();
    }

    private static void AssertNone(List<string> missing) => Assert.True(missing.Count == 0, string.Join("\n", missing));

    private static bool IsHost(MetadataReader reader, AssemblyReference reference)
        => reader.StringComparer.Equals(reference.Name, "System.Management.Automation");

    private static bool IsOfHost(MetadataReader reader, TypeReferenceHandle handle)
    {
        EntityHandle scope = reader.GetTypeReference(handle).ResolutionScope;
        return scope.Kind switch
        {
            HandleKind.TypeReference => IsOfHost(reader, (TypeReferenceHandle)scope),
            HandleKind.AssemblyReference => IsHost(reader, reader.GetAssemblyReference((AssemblyReferenceHandle)scope)),
            _ => false,
        };
    }

    private List<string> MissingAssemblies(AssemblyFolders folder) => [.. folder.Assemblies.SelectMany(reader => reader.AssemblyReferences
        .Select(reader.GetAssemblyReference)
        .Where(reference => !IsHost(reader, reference) && Find(reference) is null)
        .Select(reference => $"{reader.GetString(reader.GetAssemblyDefinition().Name)}: {reference.GetAssemblyName()}"))];

    // The framework's own copy comes first, as at run time; the folder is asked only when that is too old, or when there is none.
    private MetadataReader? Find(AssemblyReference reference)
    {
        AssemblyName wanted = reference.GetAssemblyName();
        return _framework.Find(wanted) ?? _module.Find(wanted);
    }
}
