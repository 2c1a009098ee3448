using NcloudServer.Addresses;

namespace NcloudServer.Binding;

/// <summary>
/// Accepts only absolute http and https addresses. Other texts are addresses too (the scheme of <c>proxy.corp:8080</c> is
/// <c>proxy.corp</c>), but no proxy can be reached there.
/// </summary>
public sealed class ProxyAddressAttribute : ValidateArgumentsAttribute
{
    /// <inheritdoc/>
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        if (PowerShellValue.BaseOf(arguments) is Uri address && !ProxyAddress.IsUsable(address))
        {
            throw new ValidationMetadataException(
                $"Not a valid proxy address: {Endpoint.Shown(address.OriginalString)}. Give {ProxyAddress.Hint}.");
        }
    }
}
