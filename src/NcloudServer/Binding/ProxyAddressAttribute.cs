using System;
using System.Management.Automation;
using NcloudServer.Http;

namespace NcloudServer.Commands;

/// <summary>
/// Takes absolute http and https addresses alone. Other texts make an address too (the scheme of <c>proxy.corp:8080</c> is
/// <c>proxy.corp</c>), but one at which no proxy can be reached.
/// </summary>
public sealed class ProxyAddressAttribute : ValidateArgumentsAttribute
{
    /// <inheritdoc/>
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        object value = arguments is PSObject wrapped ? wrapped.BaseObject : arguments;
        if (value is Uri address && !ProxyAddress.IsUsable(address))
        {
            throw new ValidationMetadataException(
                $"This is no proxy address: {Endpoint.Shown(address.OriginalString)}. Give {ProxyAddress.Hint}.");
        }
    }
}
