using System.Collections.Generic;

namespace NcloudServer.Completion;

/// <summary>Offers the regions that are known, and those that this PowerShell has fetched.</summary>
public sealed class RegionCompleter : Completer
{
    private protected override IEnumerable<(string Text, string Hint)> Values() => SeenObjects.Regions;
}
