using System.Net;
using System.Net.Sockets;

namespace NcloudServer.Binding;

/// <summary>Accepts only whole IP addresses: <c>10.1</c> is one for the framework too, but not the one that was meant.</summary>
public sealed class IpAddressAttribute : ValidateEnumeratedArgumentsAttribute
{
    /// <inheritdoc/>
    protected override void ValidateElement(object element)
    {
        string text = LanguagePrimitives.ConvertTo<string>(element);
        bool isAddress = IPAddress.TryParse(text, out IPAddress? address)
            && (address.AddressFamily == AddressFamily.InterNetworkV6 || address.ToString() == text);
        if (!isAddress)
        {
            throw new ValidationMetadataException(
                "Not a valid IP address. Give whole addresses, such as 10.0.1.6; wildcards, ranges and host names are not supported.");
        }
    }
}
