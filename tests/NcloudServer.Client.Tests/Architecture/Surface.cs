using System.Reflection.Metadata;

namespace NcloudServer.Tests.Architecture;

/// <summary>Finds the types and members that metadata refers to, in whatever assembly the finder gives for a reference.</summary>
internal sealed class Surface(Func<AssemblyReference, MetadataReader?> find)
{
    private static readonly SignatureText s_text = new();
    private readonly Dictionary<(MetadataReader Reader, TypeDefinitionHandle Type), HashSet<string>> _members = [];

    public (MetadataReader Reader, TypeDefinitionHandle Type)? FindType(MetadataReader reader, EntityHandle type) => type.Kind switch
    {
        HandleKind.TypeDefinition => (reader, (TypeDefinitionHandle)type),
        HandleKind.TypeReference => FindType(reader, reader.GetTypeReference((TypeReferenceHandle)type)),
        HandleKind.TypeSpecification => FindGeneric(reader, reader.GetTypeSpecification((TypeSpecificationHandle)type)),
        _ => null,
    };

    public bool HasMember((MetadataReader Reader, TypeDefinitionHandle Type) type, string member)
    {
        if (!_members.TryGetValue(type, out HashSet<string>? members))
        {
            _members[type] = members = MembersOf(type.Reader, type.Reader.GetTypeDefinition(type.Type)).ToHashSet();
        }

        EntityHandle parent = type.Reader.GetTypeDefinition(type.Type).BaseType;
        return members.Contains(member) || (!parent.IsNil && FindType(type.Reader, parent) is { } found && HasMember(found, member));
    }

    public static string TextOf(MetadataReader reader, MemberReference member) => reader.GetString(member.Name) + " " +
        (member.GetKind() == MemberReferenceKind.Field
            ? member.DecodeFieldSignature(s_text, null)
            : SignatureText.Of(member.DecodeMethodSignature(s_text, null)));

    private static IEnumerable<string> MembersOf(MetadataReader reader, TypeDefinition type)
        => type.GetMethods().Select(reader.GetMethodDefinition)
            .Select(method => reader.GetString(method.Name) + " " + SignatureText.Of(method.DecodeSignature(s_text, null)))
            .Concat(type.GetFields().Select(reader.GetFieldDefinition)
                .Select(field => reader.GetString(field.Name) + " " + field.DecodeSignature(s_text, null)));

    private (MetadataReader Reader, TypeDefinitionHandle Type)? FindGeneric(MetadataReader reader, TypeSpecification type)
    {
        BlobReader blob = reader.GetBlobReader(type.Signature);
        return blob.ReadSignatureTypeCode() == SignatureTypeCode.GenericTypeInstance
            && blob.ReadSignatureTypeCode() == SignatureTypeCode.TypeHandle
            ? FindType(reader, blob.ReadTypeHandle()) : null;
    }

    private (MetadataReader Reader, TypeDefinitionHandle Type)? FindType(MetadataReader reader, TypeReference type)
    {
        string name = reader.GetString(type.Name);
        if (type.ResolutionScope.Kind == HandleKind.TypeReference)
        {
            return FindType(reader, type.ResolutionScope) is not { } outer
                ? null
                : outer.Reader.GetTypeDefinition(outer.Type).GetNestedTypes()
                    .Where(inner => outer.Reader.StringComparer.Equals(outer.Reader.GetTypeDefinition(inner).Name, name))
                    .Select(inner => ((MetadataReader, TypeDefinitionHandle)?)(outer.Reader, inner)).FirstOrDefault();
        }

        return type.ResolutionScope.Kind == HandleKind.AssemblyReference
            ? FindType(
                find(reader.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope)),
                reader.GetString(type.Namespace),
                name)
            : null;
    }

    // Most assemblies of a framework's surface hold no types: they say which assembly has them.
    private (MetadataReader Reader, TypeDefinitionHandle Type)? FindType(MetadataReader? reader, string space, string name)
    {
        if (reader is null)
        {
            return null;
        }

        foreach (TypeDefinitionHandle handle in reader.TypeDefinitions)
        {
            TypeDefinition type = reader.GetTypeDefinition(handle);
            if (!type.IsNested && reader.StringComparer.Equals(type.Name, name) && reader.StringComparer.Equals(type.Namespace, space))
            {
                return (reader, handle);
            }
        }

        return reader.ExportedTypes.Select(reader.GetExportedType)
            .Where(type => type.IsForwarder
                && reader.StringComparer.Equals(type.Name, name)
                && reader.StringComparer.Equals(type.Namespace, space))
            .Select(type => FindType(find(reader.GetAssemblyReference((AssemblyReferenceHandle)type.Implementation)), space, name))
            .FirstOrDefault();
    }
}
