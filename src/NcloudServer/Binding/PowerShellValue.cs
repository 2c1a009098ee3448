using System.Collections.Specialized;
using System.Management.Automation.Internal;
using System.Net;
using NcloudServer.Pipeline;

namespace NcloudServer.Binding;

/// <summary>Takes values out of what PowerShell puts around them.</summary>
internal static class PowerShellValue
{
    /// <summary>The value itself; a custom object becomes a dictionary of its properties.</summary>
    /// <exception cref="NcpParameterException">A property can't be read.</exception>
    public static object? Unwrap(object value) => value switch
    {
        _ when ReferenceEquals(value, AutomationNull.Value) => null,
        PSObject wrapped when BaseOf(wrapped) is PSCustomObject => Revived(wrapped) ?? Properties(wrapped),
        PSObject wrapped => Unwrap(wrapped.BaseObject),
        SwitchParameter flag => flag.IsPresent,
        // As secure strings, so that they are refused as such.
        PSCredential credential => credential.Password,
        NetworkCredential credential => credential.SecurePassword,
        _ => value,
    };

    // The same for a value of a body: an object with properties becomes a dictionary with their names, and what Invoke-NcpApi gave gets back
    // the names of the service.
    public static object? UnwrapBody(object value) =>
        value is PSObject wrapped && BaseOf(wrapped) is PSCustomObject && Revived(wrapped) is null
            ? Properties(wrapped, wrapped.TypeNames.Any(name => name.Contains(ActionOutput.TypePrefix)))
            : Unwrap(value);

    public static object? BaseOf(object? value) => value is PSObject wrapped ? BaseOf(wrapped.BaseObject) : value;

    /// <summary>What remains of one of the module's objects after it came from another process, as such an object; null for anything else.</summary>
    public static object? Revived(object? value)
    {
        bool Was<T>() => value is PSObject one && one.TypeNames.Contains($"Deserialized.{typeof(T).FullName}");
        string Text(string name) => Property(value, name)?.ToString() ?? string.Empty;
        return Was<ServerInstance>() ? new ServerInstance { ServerInstanceNo = Text("ServerInstanceNo"), RegionCode = Text("RegionCode") }
            : Was<Region>() ? new Region { RegionCode = Text("RegionCode") }
            : Was<CodeName>() ? new CodeName(Text("Code"))
            : null;
    }

    /// <summary>The value of a property; null where it has none, or can't be read.</summary>
    public static object? Property(object? value, string name) =>
        PSObject.AsPSObject(value).Properties[name] is { } property ? ValueOrNull(property) : null;

    public static object? ValueOrNull(PSPropertyInfo property)
    {
        try
        {
            return property.Value;
        }
        catch (GetValueException)
        {
            return null;
        }
    }

    /// <summary>The properties by the names that the API would give them: its names begin with a small letter.</summary>
    public static OrderedDictionary Properties(PSObject source, bool startSmall = true)
    {
        var properties = new OrderedDictionary(StringComparer.Ordinal);
        foreach (PSPropertyInfo property in source.Properties.Where(property => property.IsGettable && property.Name.Length > 0))
        {
            string name = property.Name;
            bool isLowered = startSmall && property is not ServiceProperty;
            properties[isLowered ? char.ToLowerInvariant(name[0]) + name.Substring(1) : name] = ValueOf(property);
        }

        return properties;
    }

    private static object? ValueOf(PSPropertyInfo property)
    {
        try
        {
            return property.Value;
        }
        catch (GetValueException e)
        {
            throw new NcpParameterException(
                property.Name,
                $"The property {property.Name} can't be read: {e.Message}",
                "Pipe a dictionary, or an object with plain values.");
        }
    }
}

/// <summary>A property with the service's own name.</summary>
internal sealed class ServiceProperty(string name, object? value) : PSNoteProperty(name, value)
{
    public override PSMemberInfo Copy() => new ServiceProperty(Name, Value);
}
