using System.Reflection;
using System.Text.RegularExpressions;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;

namespace NcloudServer.Tests.Architecture;

/// <summary>An assembly whose types are sorted by the folder that their source file lies in.</summary>
internal sealed partial class SourceFolders
{
    private readonly Dictionary<string, string> _folders;

    /// <param name="name">The name of the assembly and of its folder among the sources.</param>
    /// <param name="location">The folder that the compiled assembly is in.</param>
    public SourceFolders(string name, string location)
    {
        Assembly = new ArchLoader().LoadFilteredDirectory(location, name + ".dll").Build();
        _folders = Directory.GetDirectories(Path.Combine(PathOf("SourceDirectory"), name))
            .Where(folder => Path.GetFileName(folder) is not ("bin" or "obj"))
            .SelectMany(folder => Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories)
                .SelectMany(file => Declaration().Matches(File.ReadAllText(file)))
                .Select(declaration => (Type: declaration.Groups[1].Value, Folder: Path.GetFileName(folder))))
            .Distinct()
            .ToDictionary(type => type.Type, type => type.Folder, StringComparer.Ordinal);
    }

    public ArchUnitNET.Domain.Architecture Assembly { get; }

    /// <summary>The names of the types that are in none of these folders.</summary>
    public IEnumerable<string> TypesOutside(IReadOnlyCollection<string> folders) =>
        Assembly.Types.Where(type => FolderOf(type) is not { } folder || !folders.Contains(folder)).Select(type => type.FullName);

    /// <summary>The names of the types whose namespace is another than their folder, those aside that users name: NcloudServer.ServerInstance.</summary>
    public IEnumerable<string> TypesInOtherNamespaces => Assembly.Types
        .Where(type => FolderOf(type) is { } folder && type.Namespace.FullName != $"NcloudServer.{folder}")
        .Where(type => type.Namespace.FullName != "NcloudServer" || type.Visibility != Visibility.Public)
        .Select(type => type.FullName);

    public IReadOnlyList<IType> TypesIn(params string[] folders) => [.. Assembly.Types.Where(type => folders.Contains(FolderOf(type)))];

    /// <summary>A path that the build has left in the metadata of the tests.</summary>
    public static string PathOf(string key) => typeof(SourceFolders).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;

    // A nested type belongs to the outermost one, and a generic one ends in a backtick and a number.
    private string? FolderOf(IType type) =>
        _folders.GetValueOrDefault(type.FullName.Split('+')[0].Split('.')[^1].Split('`')[0]);

    [GeneratedRegex(@"^(?:\w+ )*(?:class|record|struct|interface|enum) (\w+)", RegexOptions.Multiline)]
    private static partial Regex Declaration();
}
