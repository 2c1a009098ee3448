using NcloudServer.Bases;
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
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(Completer))]
    public string[] ProfileName { get; set; } = ["*"];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        ConfigureFile file = ReadFile();
        var wanted = ProfileName.SelectMany(name => Matches(file, name)).ToHashSet();
        foreach (ConfigureProfile profile in file.Profiles.Where(wanted.Contains))
        {
            WriteProfile(file, profile);
        }

        foreach (string name in ProfileName.Where(name => !WildcardPattern.ContainsWildcardCharacters(name) && file.Find(name) is null))
        {
            WriteNotFound(file, name);
        }
    }

    private static ConfigureProfile?[] Matches(ConfigureFile file, string name)
    {
        if (!WildcardPattern.ContainsWildcardCharacters(name))
        {
            return [file.Find(name)];
        }

        var pattern = WildcardPattern.Get(name, WildcardOptions.IgnoreCase);
        return file.Profiles.Where(profile => pattern.IsMatch(profile.Name)).ToArray();
    }
}
