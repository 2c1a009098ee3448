using NcloudServer.Profiles;

namespace NcloudServer.Completion;

/// <summary>Offers the profiles of the user's file.</summary>
public sealed class ProfileCompleter : Completer
{
    private protected override IEnumerable<(string Text, string Hint)> Values()
    {
        ConfigureFile file = ConfigureFile.OfUser();
        return file.Names.Select(name => (name, $"profile {name} of {file.Path}"));
    }
}
