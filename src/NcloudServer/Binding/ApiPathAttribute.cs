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
