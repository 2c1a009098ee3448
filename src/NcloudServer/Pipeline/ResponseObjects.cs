using NcloudServer.Actions;

namespace NcloudServer.Pipeline;

/// <summary>A property with the service's own name.</summary>
internal sealed class ServiceProperty(string name, object? value) : PSNoteProperty(name, value)
{
    public override PSMemberInfo Copy() => new ServiceProperty(Name, Value);
}

/// <summary>Makes PowerShell objects of responses.</summary>
internal static class ResponseObjects
{
    public const string TypePrefix = "NcloudServer.Api.";

    // Names that PowerShell keeps for itself.
    private static readonly string[] s_reserved = ["psobject", "psbase", "psadapted", "psextended", "pstypenames"];

    /// <summary>An object with the fields as properties, by the service's names or the module's; what is no object stays what it is.</summary>
    public static object? From(object? value, bool isRaw = false) => value switch
    {
        ResponseObject one => From(one, isRaw),
        IReadOnlyList<object?> list => list.Select(item => From(item, isRaw)).ToArray(),
        _ => value,
    };

    private static PSObject From(ResponseObject source, bool isRaw)
    {
        var result = new PSObject();
        result.TypeNames.Insert(0, TypePrefix + source.Name);
        foreach (KeyValuePair<string, object?> member in source.Members)
        {
            string name = NameOf(member.Key, isRaw);
            while (result.Properties[name] is not null)
            {
                // A name that had to be changed must not take the place of another field.
                name += "_";
            }

            object? value = From(member.Value, isRaw);
            result.Properties.Add(name == member.Key ? new ServiceProperty(name, value) : new PSNoteProperty(name, value));
        }

        return result;
    }

    private static string NameOf(string name, bool isRaw) =>
        name.Length == 0 || s_reserved.Contains(name, StringComparer.OrdinalIgnoreCase) ? name + "_"
        : isRaw ? name : ResponseTree.HouseCase(name);
}
