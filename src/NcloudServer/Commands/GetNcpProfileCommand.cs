using NcloudServer.Pipeline;
using NcloudServer.Completion;
using NcloudServer.Profiles;

namespace NcloudServer.Commands;

/// <summary>Gets the profiles of the file that NAVER's CLI reads, without their secrets.</summary>
/// <remarks>Source: cli.ncloud-docs.com ("configure").</remarks>
[Cmdlet(VerbsCommon.Get, "NcpProfile")]
[OutputType(typeof(Profile))]
public sealed class GetNcpProfileCommand : ProfileCommandBase
{
    /// <summary>The names of the profiles, with wildcards. Default: all profiles.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty, SupportsWildcards, ArgumentCompleter(typeof(Completer))]
    public string[] ProfileName { get; set; } = ["*"];

    /// <inheritdoc/>
    protected override void ProcessRecord() => OrEnd(() =>
    {
        ConfigureFile file = ConfigureFile.OfUser();
        foreach (ConfigureProfile profile in file.Profiles.Where(profile => ProfileName.Any(name => IsMeant(file, profile, name))))
            WriteObject(profile.Public(file.Path));

        foreach (string name in ProfileName.Where(name => !WildcardPattern.ContainsWildcardCharacters(name) && file.Find(name) is null))
            WriteError(ErrorRecords.From(file.NotFound(name), name));
    });

    private static bool IsMeant(ConfigureFile file, ConfigureProfile profile, string name) =>
        WildcardPattern.ContainsWildcardCharacters(name)
            ? WildcardPattern.Get(name, WildcardOptions.IgnoreCase).IsMatch(profile.Name)
            : file.Find(name) == profile;
}
