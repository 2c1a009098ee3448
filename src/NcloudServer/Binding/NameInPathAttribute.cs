using NcloudServer.Addresses;

namespace NcloudServer.Binding;

/// <summary>Accepts only what can be one part of an address: letters, digits and hyphens.</summary>
public sealed class NameInPathAttribute : ValidateArgumentsAttribute
{
    /// <inheritdoc/>
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        if (arguments is not string name || !Endpoint.IsName(name))
        {
            throw new ValidationMetadataException(
                $"Not a valid name: '{arguments}'. Give it as the API writes it, for example getServerInstanceList, "
                + "without spaces or slashes; -Path takes a whole path.");
        }
    }
}
