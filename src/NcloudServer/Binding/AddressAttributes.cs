using System.Net;
using System.Net.Sockets;
using NcloudServer.Addresses;

namespace NcloudServer.Binding;

/// <summary>Accepts only a path behind the gateway's root: no address, no query, no way up.</summary>
public sealed class ApiPathAttribute : ValidateArgumentsAttribute
{
    /// <inheritdoc/>
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        if (arguments is not string path || !Endpoint.IsPath(path))
        {
            throw new ValidationMetadataException(
                "Not a valid path. Give what comes after the gateway's root, for example /billing/v1/cost/getProductDemandCostList: "
                + "letters, digits, '-', '_', '.', '~', ':', '@', '+', ',', '=' and escapes such as %20 between slashes. Parameters belong into -Parameter.");
        }
    }
}

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

/// <summary>Accepts only whole IP addresses: <c>10.1</c> is one for the framework too, but not the one that was meant.</summary>
public sealed class IpAddressAttribute : ValidateEnumeratedArgumentsAttribute
{
    /// <inheritdoc/>
    protected override void ValidateElement(object element)
    {
        string text = LanguagePrimitives.ConvertTo<string>(element);
        if (!IPAddress.TryParse(text, out IPAddress? address)
            || (address.AddressFamily != AddressFamily.InterNetworkV6 && address.ToString() != text))
        {
            throw new ValidationMetadataException(
                "Not a valid IP address. Give whole addresses, such as 10.0.1.6; wildcards, ranges and host names are not supported.");
        }
    }
}

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
