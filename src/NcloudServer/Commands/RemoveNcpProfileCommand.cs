using NcloudServer.Pipeline;
using NcloudServer.Completion;
using NcloudServer.Profiles;

namespace NcloudServer.Commands;

/// <summary>Removes profiles from the file that NAVER's CLI reads; everything else in the file stays unchanged.</summary>
/// <remarks>Source: cli.ncloud-docs.com ("configure").</remarks>
[Cmdlet(VerbsCommon.Remove, "NcpProfile", SupportsShouldProcess = true)]
public sealed class RemoveNcpProfileCommand : ProfileCommandBase
{
    /// <summary>The names of the profiles, without wildcards: a removed secret can't be restored.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(Completer))]
    public string[] ProfileName { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord() => OrEnd(() =>
    {
        foreach (string name in ProfileName)
        {
            ConfigureFile file = ConfigureFile.OfUser();
            if (file.Find(name) is not { } profile)
            {
                WriteError(ErrorRecords.From(file.NotFound(name), name));
            }
            else if (ShouldProcess($"{profile.Name} in {file.Path}", "Remove profile"))
            {
                ConfigureStore.OfUser(ThrowIfStopping).Remove(profile.Name);
            }
        }
    });
}
