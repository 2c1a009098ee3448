using System.Net;
using NcloudServer.Pipeline;
using NcloudServer.Completion;
using NcloudServer.Profiles;

namespace NcloudServer.Commands;

/// <summary>Writes a profile to the file that NAVER's CLI reads; everything else in the file stays unchanged.</summary>
/// <remarks>Source: cli.ncloud-docs.com ("configure").</remarks>
[Cmdlet(VerbsCommon.Set, "NcpProfile", DefaultParameterSetName = KeySet, SupportsShouldProcess = true)]
[OutputType(typeof(Profile))]
public sealed class SetNcpProfileCommand : ProfileCommandBase
{
    private const string KeySet = "Key";
    private const string EndpointSet = "Endpoint";
    private const string RegionSet = "Region";

    /// <summary>The profile's name. If it differs only in case from an existing one, that profile is changed.</summary>
    [Parameter(Position = 0, Mandatory = true), ArgumentCompleter(typeof(Completer))]
    public string ProfileName { get; set; } = string.Empty;

    /// <summary>The access key as user name and the secret key as password. Default: the profile's current key.</summary>
    [Parameter(Position = 1, Mandatory = true, ParameterSetName = KeySet)]
    [Parameter(Position = 1, ParameterSetName = EndpointSet)]
    [Parameter(Position = 1, ParameterSetName = RegionSet)]
    [ValidateNotNull, Credential]
    public PSCredential? Credential { get; set; }

    /// <summary>The gateway's root for this profile. Default: the profile's current one, if any.</summary>
    [Parameter(Mandatory = true, ParameterSetName = EndpointSet)]
    [Parameter(ParameterSetName = RegionSet)]
    [Alias("ApiUrl"), ValidateNotNull, ArgumentCompleter(typeof(Completer))]
    public Uri? EndpointUrl { get; set; }

    /// <summary>The region for commands with this profile. Default: the profile's current one, if any. An empty text clears it.</summary>
    [Parameter(Mandatory = true, ParameterSetName = RegionSet)]
    [Alias("Region"), AllowEmptyString, ArgumentCompleter(typeof(Completer))]
    public string? RegionCode { get; set; }

    /// <summary>Writes the profile, without its secrets, to the pipeline.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing() => OrEnd(() =>
    {
        string? secretKey = Credential is null ? null : new NetworkCredential(string.Empty, Credential.Password).Password;
        string? accessKey = Credential is null ? null : Credential.UserName ?? string.Empty;
        var profile = ConfigureProfile.From(ProfileName, accessKey, secretKey, EndpointUrl, RegionCode);
        if (!ShouldProcess($"{profile.Name} in {ConfigureFile.OfUser().Path}", "Write profile"))
            return;

        ConfigureStore.OfUser(ThrowIfStopping).Set(profile);
        if (PassThru)
        {
            ConfigureFile file = ConfigureFile.OfUser();
            WriteObject((file.Find(profile.Name) ?? throw file.NotFound(profile.Name)).Public(file.Path));
        }
    });
}
