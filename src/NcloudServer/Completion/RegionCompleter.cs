namespace NcloudServer.Completion;

/// <summary>Offers the known regions, and those that this PowerShell session has fetched.</summary>
public sealed class RegionCompleter : Completer
{
    private protected override IEnumerable<(string Text, string Hint)> Values() => SeenObjects.Regions;
}
