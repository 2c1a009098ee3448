using System.Linq;
using System.Management.Automation;

namespace NcloudServer.Commands;

/// <summary>Accepts only what can be one part of an address: letters, digits and hyphens.</summary>
public sealed class NameInPathAttribute : ValidateArgumentsAttribute
{
    /// <inheritdoc/>
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        if (arguments is not string { Length: > 0 } name || !name.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-'))
        {
            throw new ValidationMetadataException(
                $"Not a valid name: '{arguments}'. Give it as the API writes it, for example getServerInstanceList, without spaces or slashes; "
                + "-Path takes a whole path.");
        }
    }
}
